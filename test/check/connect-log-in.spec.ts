import { SWEEPER_DATA_SOURCE } from '@samanker/database';
import { sweepAttempts, sweepSessions, sweepToConnect } from '@samanker/identity';
import { aPerson, anOrganisation, aRegion, type BuiltPerson } from '../builders/organisation';
import { HostileProvider } from '../environment/hostile-provider';
import { listening, providerAt, serviceWithProvider } from '../environment/log-in-ground';
import type { SamankerUnderTest } from '../environment/samanker';
import { Visitor } from '../environment/visitor';

const HOST = '127.0.0.1';
const SESSION = '__Host-samanker';

describe('the first log-in with a provider that tells no verified address: connected by a code to the work address', () => {
  let env: SamankerUnderTest;
  let url: string;
  let provider: HostileProvider;
  let server: Awaited<ReturnType<typeof listening>>;
  let regionId: string;
  let organisationId: string;
  let person: BuiltPerson;
  let subjects = 0;

  beforeAll(async () => {
    const service = await serviceWithProvider((port) => providerAt(`http://${HOST}:${port}`));
    ({ env, url } = service);
    provider = new HostileProvider(`http://${HOST}:${service.providerPort}`);
    server = await listening(provider.answer, service.providerPort);
    regionId = await aRegion(env);
    organisationId = await anOrganisation(env, regionId, { organisationNumber: '910753614' });
  });
  afterAll(async () => {
    server?.closeAllConnections();
    server?.close();
    await env?.stop();
  });
  beforeEach(async () => {
    person = await aPerson(env, regionId, { organisationId });
  });

  /** Logs in at the provider as somebody whom the service does not know; where that ends. */
  async function atTheDoor(visitor: Visitor, sub = `subject-${++subjects}`) {
    provider.hostility = { claims: ({ email: _email, email_verified: _verified, ...rest }) => ({ ...rest, sub }) };
    const { location } = await visitor.visit(`${url}/log-in`);
    provider.remember(location!.searchParams);
    const state = location!.searchParams.get('state');
    const back = await visitor.visit(`${url}/log-in/callback?code=c0de&state=${state}`);
    return back.location!.pathname + back.location!.search;
  }
  const ask = (visitor: Visitor, email = person.email) => visitor.post(`${url}/log-in/connect`, { email });
  const verify = (visitor: Visitor, code: string, email = person.email) =>
    visitor.post(`${url}/log-in/connect/verify`, { email, code });
  async function mailedCode(email = person.email): Promise<string | undefined> {
    await env.drain();
    const { messages } = await env.mailbox.list({ to: email });
    const mail = messages[0] && (await env.mailbox.read(messages[0].id));
    return /\b(\d{4} \d{4})\b/.exec(mail?.text ?? '')?.[1];
  }
  const links = () =>
    env.admin.query('select subject from identity_link where person_id = $1', [person.personId]) as Promise<object[]>;

  it('the code connects, opens a session of the provider’s, and from then on the provider’s word is enough', async () => {
    const visitor = new Visitor();
    expect(await atTheDoor(visitor, 'kari')).toBe('/log-in-failed?because=UNKNOWN_PERSON');
    expect((await ask(visitor)).status).toBe(202);
    expect((await verify(visitor, (await mailedCode())!)).status).toBe(204);
    const [session] = await env.admin.query(
      'select log_in, provider_organisation_ids as ids from session where person_id = $1',
      [person.personId],
    );
    expect(session).toEqual({ log_in: 'OIDC', ids: [organisationId] });
    expect(await links()).toEqual([{ subject: 'kari' }]);
    expect(await atTheDoor(new Visitor(), 'kari')).toBe('/');
  });

  it('needs a log-in with the provider in this very browser, not long ago', async () => {
    const visitor = new Visitor();
    expect((await ask(visitor)).status).toBe(401);
    await visitor.visit(`${url}/log-in`);
    expect((await ask(visitor)).status).toBe(401);
    await atTheDoor(visitor);
    await ask(visitor);
    const code = (await mailedCode())!;
    const thief = new Visitor();
    await thief.visit(`${url}/log-in`);
    expect((await verify(thief, code)).status).toBe(401);
    await env.admin.query(`update log_in_to_connect set created_at = now() - interval '21 minutes'`);
    expect((await verify(visitor, code)).status).toBe(401);
    expect(await links()).toEqual([]);
    expect(visitor.cookie(HOST, SESSION)).toBeUndefined();
  });

  it('a code that connects logs nobody in by itself, and a code that logs in connects nobody', async () => {
    const visitor = new Visitor();
    await atTheDoor(visitor);
    await ask(visitor);
    const code = (await mailedCode())!;
    await env.admin.query('insert into code_log_in_region (region_id) values ($1)', [regionId]);
    const byCode = (typed: string) => visitor.post(`${url}/log-in/code/verify`, { email: person.email, code: typed });
    expect((await byCode(code)).status).toBe(401);
    await env.mailbox.clear();
    await visitor.post(`${url}/log-in/code`, { email: person.email });
    expect((await verify(visitor, (await mailedCode())!)).status).toBe(401);
    await env.admin.query('delete from code_log_in_region');
    expect(await links()).toEqual([]);
  });

  it('the code counts once, and five wrong guesses are the last', async () => {
    const visitor = new Visitor();
    await atTheDoor(visitor);
    await ask(visitor);
    const code = (await mailedCode())!;
    const wrong = (code.startsWith('0') ? '1' : '0') + code.slice(1);
    for (let guess = 0; guess < 5; guess++) expect((await verify(visitor, wrong)).status).toBe(401);
    expect((await verify(visitor, code)).status).toBe(401);
    expect(await links()).toEqual([]);
  });

  it('who is known to the provider as somebody else already is not connected again', async () => {
    await env.admin.query(`insert into identity_link (issuer, subject, person_id) values ($1, 'the-first', $2)`, [
      provider.issuer,
      person.personId,
    ]);
    const visitor = new Visitor();
    await atTheDoor(visitor, 'the-second');
    await ask(visitor);
    expect((await verify(visitor, (await mailedCode())!)).status).toBe(401);
    expect(await links()).toEqual([{ subject: 'the-first' }]);
  });

  it('whether an address is registered shows in no answer, and pages of other sites ask for nothing', async () => {
    const visitor = new Visitor();
    await atTheDoor(visitor);
    const [known, unknown] = [await ask(visitor), await ask(visitor, 'nobody@kommune.example')];
    expect([known.status, unknown.status, unknown.text]).toEqual([202, 202, known.text]);
    expect(
      (await visitor.post(`${url}/log-in/connect`, { email: person.email }, { origin: 'https://evil.example' })).status,
    ).toBe(403);
    expect((await ask(visitor, 'a@b.example,c@d.example')).status).toBe(400);
  });

  it('what nobody went on with is swept', async () => {
    await atTheDoor(new Visitor());
    await env.admin.query(`update log_in_to_connect set created_at = now() - interval '21 minutes'`);
    await env.admin.query(`update log_in_attempt set created_at = now() - interval '11 minutes'`);
    await env.admin.query(
      `insert into session (token_hash, person_id, region_id, expires_at) values ('\\x01', $1, $2, now() - interval '1 second')`,
      [person.personId, regionId],
    );
    const sweeper = env.api.get(SWEEPER_DATA_SOURCE, { strict: false });
    for (const sweep of [sweepAttempts, sweepSessions, sweepToConnect]) expect(await sweep(sweeper)).toBeGreaterThan(0);
  });
});
