import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

describe('the first request', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00' });
  });
  afterAll(() => env?.stop());

  it('says who asks, for whom, and what day it is in domain time', async () => {
    const regionId = await aRegion(env);
    const organisationId = await anOrganisation(env, regionId, { name: 'Åmli', language: 'NN', population: 1848 });
    const client = await env.as(
      await aPerson(env, regionId, {
        organisationId,
        roles: ['COORDINATOR'],
        name: 'Saksansvarleg Åmli',
        language: 'NN',
      }),
    );
    const { me, organisations } = await client.query(
      '{ me { name organisationName language today roles { kind } } organisations { name language } }',
    );
    expect(me).toEqual({
      name: 'Saksansvarleg Åmli',
      organisationName: 'Åmli',
      language: 'NN',
      today: '2016-11-16',
      roles: [{ kind: 'COORDINATOR' }],
    });
    expect(organisations).toEqual([{ name: 'Åmli', language: 'NN' }]);
  });

  it('answers the same on the compiled path', async () => {
    const regionId = await aRegion(env);
    const organisationId = await anOrganisation(env, regionId, { name: 'Risør' });
    const client = await env.as(await aPerson(env, regionId, { organisationId }));
    const document = '{ organisations { id name population language validFrom } me { today } }';
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push(await client.query(document));
    expect(answers[3]).toEqual(answers[0]);
  });

  it('shows a region nothing of another region (R30)', async () => {
    const [one, other] = [await aRegion(env), await aRegion(env)];
    await anOrganisation(env, other, { name: 'Fremmed' });
    const client = await env.as(
      await aPerson(env, one, { organisationId: await anOrganisation(env, one, { name: 'Egen' }) }),
    );
    const { organisations } = await client.query('{ organisations { name } }');
    expect(organisations).toEqual([{ name: 'Egen' }]);
  });

  it('asks strangers to log in and tells them nothing else', async () => {
    const answer = await env.nobody.ask('{ me { name } }');
    expect(answer.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('names the field of a date that does not exist, and does not echo it', async () => {
    const regionId = await aRegion(env);
    const client = await env.as(await aPerson(env, regionId));
    const byVariable = await client.ask('query ($on: LocalDate) { organisations(on: $on) { name } }', {
      on: '2016-02-30',
    });
    expect(byVariable.status).toBe(400);
    expect(byVariable.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'on' });
    const byLiteral = await client.ask('{ organisations(on: "2016-02-30") { name } }');
    expect(byLiteral.status).toBe(400);
    expect(byLiteral.errors?.[0]?.extensions).toMatchObject({ field: 'on' });
    expect(JSON.stringify([byVariable, byLiteral])).not.toContain('2016-02-30');
  });
});
