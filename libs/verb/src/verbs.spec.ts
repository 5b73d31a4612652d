import { DecisionLog, verifyLog } from '@samanker/decision-log';
import { dataSourceOf, DomainEvent, NotLoggedIn, Transactions } from '@samanker/database';
import { hashOfToken, openSession } from '@samanker/identity';
import { Outbox } from '@samanker/outbox';
import { InvalidInput, NotFound, NotPermitted, type Actor, type Asker } from '@samanker/request';
import type { DataSource } from 'typeorm';
import { anOrganisation, aPerson, aRegion } from '../../../test/builders/organisation';
import { testDatabase, type TestDatabase } from '../../../test/environment/database';
import { Verbs } from './verbs';

class ThingDone extends DomainEvent<{ thingId: string }> {}

const THING = '01900000-0000-7000-8000-000000000001';

describe('the frame of a verb', () => {
  let db: TestDatabase;
  let app: DataSource;
  let admin: DataSource;
  let transactions: Transactions;
  let verbs: Verbs;
  let asker: Asker;
  let regionId: string;
  let carriedOut = 0;

  beforeAll(async () => {
    db = await testDatabase();
    app = await dataSourceOf({ url: db.DATABASE_URL, applicationName: 'test', poolSize: 8 }).initialize();
    admin = await dataSourceOf({ url: db.adminUrl, applicationName: 'test', poolSize: 2 }).initialize();
    transactions = new Transactions(app);
    new Outbox(transactions);
    new DecisionLog(transactions);
    verbs = new Verbs(transactions);
    regionId = await aRegion({ admin });
    asker = await someone('NN');
  });
  afterAll(async () => {
    await app?.destroy();
    await admin?.destroy();
    await db?.drop();
  });
  beforeEach(() => {
    carriedOut = 0;
  });

  async function someone(language = 'NB'): Promise<Asker> {
    const organisationId = await anOrganisation({ admin }, regionId);
    const person = await aPerson({ admin }, regionId, { organisationId, language });
    return { sessionHash: hashOfToken(await openSession(admin, person)), requestId: 'test' };
  }

  const doIt = (
    input: { idempotencyKey?: string; text?: string },
    { may = () => true as boolean, refuse = false, who = asker } = {},
  ) =>
    verbs.run<object, { id: string }>(who, input, {
      verb: 'doThing',
      load: async () => ({}),
      may: may as (actor: Actor) => boolean,
      carryOut: async (work) => {
        carriedOut++;
        work.log({ verb: 'doThing', subjectType: 'Thing', subjectId: THING, after: { text: input.text ?? null } });
        work.publish(new ThingDone({ thingId: THING }));
        return refuse ? new NotPermitted(['input', 'text']) : { id: THING };
      },
      answer: async (_, id) => ({ id }),
    });

  const counts = async (): Promise<{ log: number; events: number }> =>
    (
      await admin.query(
        'select (select count(*) from decision_log)::int as log, (select count(*) from outbox_event)::int as events',
      )
    )[0];

  it('logs and publishes in the same commit', async () => {
    const before = await counts();
    expect(await doIt({ text: 'a' })).toEqual({ id: THING });
    expect(await counts()).toEqual({ log: before.log + 1, events: before.events + 1 });
  });

  it('a refusal leaves nothing behind and speaks the language of the asker', async () => {
    const before = await counts();
    const refusal = await doIt({ text: 'b', idempotencyKey: 'refused' }, { refuse: true });
    expect(refusal).toBeInstanceOf(NotPermitted);
    expect((refusal as NotPermitted).message).toContain('rolla di');
    expect(await counts()).toEqual(before);
    // The key was not spent: the same request may succeed later.
    expect(await doIt({ text: 'b', idempotencyKey: 'refused' })).toEqual({ id: THING });
  });

  it('what is not yours looks like not found, and nothing is carried out', async () => {
    expect(await doIt({}, { may: () => false })).toBeInstanceOf(NotFound);
    expect(carriedOut).toBe(0);
  });

  it('the same key gives the same answer once, also fifty times at once', async () => {
    const before = await counts();
    const answers = await Promise.all(Array.from({ length: 50 }, () => doIt({ text: 'c', idempotencyKey: 'fifty' })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify({ id: THING })]));
    expect(carriedOut).toBe(1);
    expect((await counts()).log).toBe(before.log + 1);
  });

  it('the same key with other input is refused', async () => {
    await doIt({ text: 'd', idempotencyKey: 'other' });
    expect(await doIt({ text: 'e', idempotencyKey: 'other' })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
      path: ['input', 'idempotencyKey'],
    });
  });

  it('a key that is too long is refused by name, not cut to the key of somebody’s other request', async () => {
    expect(await doIt({ idempotencyKey: 'k'.repeat(201) })).toMatchObject({
      fault: 'TOO_LONG',
      path: ['input', 'idempotencyKey'],
    });
  });

  it('a key belongs to one person', async () => {
    await doIt({ text: 'f', idempotencyKey: 'mine' });
    expect(await doIt({ text: 'g', idempotencyKey: 'mine' }, { who: await someone() })).toEqual({ id: THING });
  });

  it.each([
    ['NUL', 'a\u0000b', 'ILLEGAL_CHARACTER'],
    ['a lone surrogate', 'a\ud800', 'ILLEGAL_CHARACTER'],
    ['one megabyte', 'a'.repeat(1_000_000), 'TOO_LONG'],
  ])('refuses text with %s by name of the field', async (_, text, fault) => {
    const refusal = await doIt({ text });
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect(refusal).toMatchObject({ fault, path: ['input', 'text'] });
    expect(carriedOut).toBe(0);
  });

  it('refuses who has no session', async () => {
    await expect(doIt({}, { who: { sessionHash: null, requestId: 'x' } })).rejects.toBeInstanceOf(NotLoggedIn);
    await expect(doIt({}, { who: { sessionHash: 'ab'.repeat(32), requestId: 'x' } })).rejects.toBeInstanceOf(
      NotLoggedIn,
    );
  });

  it('who has lost every role is nobody at once; who has lost those in an organisation acts for it no longer (R28)', async () => {
    const who = await someone();
    const actor = async () => {
      let seen: Actor | null = null;
      await doIt({}, { who, may: ((one: Actor) => Boolean((seen = one))) as never });
      return seen as Actor | null;
    };
    expect((await actor())?.organisationId).not.toBeNull();
    await admin.query(
      `with gone as (update role set active = false where organisation_id = $2 returning person_id)
       insert into role (region_id, person_id, kind) select $1, person_id, 'READER' from gone`,
      [regionId, (await actor())!.organisationId],
    );
    expect(await actor()).toMatchObject({ organisationId: null, roles: [{ kind: 'READER' }] });
    await admin.query('update role set active = false where person_id = $1', [(await actor())!.personId]);
    await expect(actor()).rejects.toBeInstanceOf(NotLoggedIn);
  });

  it('many entries of one commit stand in the order in which they were made', async () => {
    const elsewhere = await aRegion({ admin });
    const after = Array.from({ length: 50 }, (_, place) => ({ place }));
    await transactions.asService(elsewhere, 'many', async (work) => {
      for (const one of after) work.log({ verb: 'doMany', subjectType: 'Thing', subjectId: THING, after: one });
    });
    const rows = await admin.query(`select entry from decision_log where region_id = $1 order by seq`, [elsewhere]);
    const entries = rows.map((row: { entry: string }) => JSON.parse(row.entry));
    expect(
      entries.filter(({ verb }: { verb: string }) => verb === 'doMany').map((one: { after: object }) => one.after),
    ).toEqual(after);
  });

  it('the chain verifies, and a superuser who changes an entry is found at that entry (R31)', async () => {
    const verified = await transactions.asService(regionId, 'test', (work) => verifyLog(work));
    expect(verified.fault).toBeNull();
    expect(verified.entries).toBeGreaterThan(3);
    await admin.query(
      `update decision_log set entry = replace(entry, 'doThing', 'undoThing') where seq = 2 and region_id = $1`,
      [regionId],
    );
    expect((await transactions.asService(regionId, 'test', (work) => verifyLog(work))).fault).toEqual({
      seq: 2,
      fault: 'CHANGED',
    });
  });

  it('the app role cannot change or delete what the log says', async () => {
    for (const statement of ['update decision_log set entry = entry', 'delete from decision_log']) {
      await expect(app.query(statement)).rejects.toThrow(/permission denied/);
    }
  });

  it('the log names a person only by a commitment that the salt opens (R32)', async () => {
    const [{ entry }] = await admin.query(
      `select entry from decision_log where region_id = $1 order by seq desc limit 1`,
      [regionId],
    );
    const { by } = JSON.parse(entry);
    const [row] = await admin.query('select person_id, salt from decision_log_commitment where commitment = $1', [by]);
    expect(hashOfToken(`${row.salt}:${row.person_id}`)).toBe(by);
    expect(entry).not.toContain(row.person_id);
  });
});
