import { Transactions } from '@samanker/database';
import { verifyLog } from '@samanker/decision-log';
import { PersonEraser } from '@samanker/privacy';
import { aNeed } from '../builders/need';
import { aPerson, anOrganisation, aRegion, type BuiltPerson } from '../builders/organisation';
import { findEverywhere } from '../environment/find-everywhere';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const REGISTER = `mutation ($input: RegisterNeedInput!) { result: registerNeed(input: $input) { __typename } }`;

describe('a person is erased while the service runs (S12)', () => {
  let env: SamankerUnderTest;
  let regionId: string;
  let organisationId: string;
  let person: BuiltPerson;
  let made = 0;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00' });
    regionId = await aRegion(env);
    organisationId = await anOrganisation(env, regionId);
    await aPerson(env, regionId, { organisationId, roles: ['COORDINATOR'] });
  });
  afterAll(() => env?.stop());
  beforeEach(async () => {
    person = await aPerson(env, regionId, {
      organisationId,
      roles: ['COORDINATOR'],
      name: 'Per Midt I Arbeidet',
      email: `per.${++made}@midt.kommune.example`,
    });
  });

  const erase = () =>
    new PersonEraser(env.api.get(Transactions, { strict: false }), env.worker.context.sweeper).erase({
      who: person.email,
      dryRun: false,
      replaceBy: null,
    });
  const aMail = (state: string, lease: string | null) =>
    env.admin.query(
      `insert into mail (region_id, kind, person_id, to_address, language, mail_on, occasion, state, leased_until, attempts)
       values ($1, 'NOTICE', $2, $3, 'NB', samanker_today(), gen_random_uuid()::text, $4, now() + $5::interval, 1)`,
      [regionId, person.personId, person.email, state, lease],
    );

  it('in the middle of the own requests: what got through is nobody’s, what came after was refused, nothing is left', async () => {
    const client: Client = await env.as(person);
    let erasing = true;
    const codes = new Map<string, number>();
    const lane = async (name: number): Promise<void> => {
      for (let n = 0; erasing; n++) {
        const { data, errors } = await client.ask(REGISTER, {
          input: {
            fields: {
              title: `Behov ${name}-${n}`,
              problem: 'Alarmene slutter å virke.',
              cpvCodes: ['33195000'],
              quantity: '1',
              unitCode: 'STK',
              wantedFrom: '2017-01-01',
              wantedTo: '2018-01-01',
            },
            idempotencyKey: `${name}-${n}`,
          },
        });
        const code = String(errors?.[0]?.extensions?.code ?? data?.result.__typename);
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
    };
    const lanes = Array.from({ length: 5 }, (_, at) => lane(at));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await erase()).kind).toBe('ERASED');
    erasing = false;
    await Promise.all(lanes);
    expect([...codes.keys()].sort()).toEqual(['Need', 'UNAUTHENTICATED']);
    expect(codes.get('Need')).toBeGreaterThan(5);
    for (const needle of [person.personId, person.email, 'Per Midt I Arbeidet'])
      expect(await findEverywhere(env.admin, needle)).toEqual({});
    const log = await env.api
      .get(Transactions, { strict: false })
      .asService(regionId, 'test', (work) => verifyLog(work));
    expect(log.fault).toBeNull();
  }, 60_000);

  it('a letter that is just being sent is waited for; one that waits is taken back', async () => {
    await aMail('QUEUED', '1500 milliseconds');
    await aMail('QUEUED', null);
    const began = Date.now();
    expect((await erase()).kind).toBe('ERASED');
    expect(Date.now() - began).toBeGreaterThan(1_000);
    const states = await env.admin.query(`select state from mail where to_address like '%@slettet.invalid'`);
    expect(states.map(({ state }: { state: string }) => state)).not.toContain('QUEUED');
    expect(await findEverywhere(env.admin, person.email)).toEqual({});
  });

  it('somebody else’s letters, needs and name stay as they are', async () => {
    const other = await aPerson(env, regionId, {
      organisationId,
      roles: ['READER'],
      name: 'Per Midt',
      email: 'per.midt@kommune.example',
    });
    const needId = await aNeed(env, regionId, organisationId, { problem: 'Per Midt og Per Midt I Arbeidet vet mer.' });
    await env.admin.query(
      `insert into mail (region_id, kind, person_id, to_address, language, mail_on, occasion, state)
       values ($1, 'NOTICE', $2, $3, 'NB', samanker_today(), 'other', 'SENT')`,
      [regionId, other.personId, other.email],
    );
    expect((await erase()).kind).toBe('ERASED');
    expect(await env.admin.query('select problem from need where id = $1', [needId])).toEqual([
      { problem: 'Per Midt og Slettet person vet mer.' },
    ]);
    expect(await env.admin.query(`select to_address as to from mail where occasion = 'other'`)).toEqual([
      { to: other.email },
    ]);
    expect(await findEverywhere(env.admin, other.personId)).toMatchObject({ 'public.person.id': 1 });
  });

  it('a program is not a person, and two with one address are told apart by id', async () => {
    await env.admin.query('update person set machine = true where id = $1', [person.personId]);
    expect((await erase()).kind).toBe('PROGRAM');
    const twin = await aPerson(env, regionId, { organisationId, roles: ['READER'], email: person.email });
    expect(await erase()).toEqual({ kind: 'SEVERAL', ids: [person.personId, twin.personId].sort() });
  });
});
