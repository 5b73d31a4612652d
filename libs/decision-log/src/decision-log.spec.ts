import { createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataSourceOf, Transactions } from '@samanker/database';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { aRegion } from '../../../test/builders/organisation';
import { testDatabase, type TestDatabase } from '../../../test/environment/database';
import {
  checkpointsIn,
  DecisionLog,
  keyIdOf,
  LogKeys,
  statementHash,
  takeCheckpoint,
  verifyLog,
  type ChainEnd,
  type Taken,
  type Verified,
} from '.';

const THING = '01900000-0000-7000-8000-000000000001';
const SECRET = 'b7c1f0d2a94e4e3f8a61b7c1f0d2a94e';

describe('the decision log in the database (R31)', () => {
  let db: TestDatabase;
  let app: DataSource;
  let admin: DataSource;
  let transactions: Transactions;
  const keys = new LogKeys({ LOG_SIGNING_KEY: SECRET, NODE_ENV: 'production' });

  beforeAll(async () => {
    db = await testDatabase();
    app = await dataSourceOf({ url: db.DATABASE_URL, applicationName: 'test', poolSize: 8 }).initialize();
    admin = await dataSourceOf({ url: db.adminUrl, applicationName: 'test', poolSize: 2 }).initialize();
    transactions = new Transactions(app);
    new DecisionLog(transactions);
  });
  afterAll(async () => {
    await app?.destroy();
    await admin?.destroy();
    await db?.drop();
  });

  const write = (region: string, count: number, verb = 'doThing'): Promise<void> =>
    transactions.asService(region, 'test', async (work) => {
      for (let n = 0; n < count; n++) work.log({ verb, subjectType: 'Thing', subjectId: THING, after: { n } });
    });
  const verified = (region: string, believed = keys): Promise<Verified> =>
    transactions.asService(region, 'test', (work) => verifyLog(work, believed));
  const taken = (region: string, signing = keys): Promise<Taken> =>
    transactions.asService(region, 'test', (work) => takeCheckpoint(work, signing, false));
  const logOf = async (entries: number): Promise<string> => {
    const region = await aRegion({ admin });
    await write(region, entries);
    return region;
  };

  it('eight writers at once make one unbroken chain', async () => {
    const region = await aRegion({ admin });
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let n = 0; n < 10; n++) await write(region, 1 + (n % 3));
      }),
    );
    expect(await verified(region)).toMatchObject({ entries: 8 * (4 + 6 + 9), fault: null, checkpointFault: null });
  });

  it('a chain longer than a page holds, and a fault deep inside is named', async () => {
    const region = await logOf(6_000);
    expect(await verified(region)).toMatchObject({ entries: 6_000, fault: null });
    await admin.query(`update decision_log set entry = replace(entry, '"n":5500', '"n":5501') where region_id = $1`, [
      region,
    ]);
    expect((await verified(region)).fault).toEqual({ seq: 5_501, fault: 'CHANGED' });
  });

  it.each<[string, (region: string) => [string, unknown[]][], object]>([
    [
      'a changed link',
      (r) => [[`update decision_log set previous_hash = hash where region_id = $1 and seq = 4`, [r]]],
      { seq: 4, fault: 'BROKEN_LINK' },
    ],
    [
      'a removed entry',
      (r) => [[`delete from decision_log where region_id = $1 and seq = 4`, [r]]],
      { seq: 4, fault: 'MISSING_OR_MOVED' },
    ],
    [
      'two that were swapped',
      (r) => [
        [
          `update decision_log set seq = case seq when 4 then -5 else -4 end where region_id = $1 and seq in (4, 5)`,
          [r],
        ],
        [`update decision_log set seq = -seq where region_id = $1 and seq < 0`, [r]],
      ],
      { seq: 4, fault: 'BROKEN_LINK' },
    ],
    [
      'the last ones dropped',
      (r) => [[`delete from decision_log where region_id = $1 and seq > 7`, [r]]],
      { seq: 8, fault: 'MISSING_OR_MOVED' },
    ],
    [
      'one more behind the head',
      (r) => [
        [
          `insert into decision_log select region_id, 11, entry, previous_hash, hash, now(), subject_id, case_id, verb, organisation_id, at from decision_log where region_id = $1 and seq = 10`,
          [r],
        ],
      ],
      { seq: 11, fault: 'MISSING_OR_MOVED' },
    ],
    [
      'a line end in an entry',
      (r) => [[`update decision_log set entry = entry || chr(10) where region_id = $1 and seq = 3`, [r]]],
      { seq: 3, fault: 'CHANGED' },
    ],
    [
      'an entry hidden under another verb',
      (r) => [[`update decision_log set verb = 'other' where region_id = $1 and seq = 6`, [r]]],
      { seq: 6, fault: 'MISFILED' },
    ],
    [
      'an entry hidden under another time',
      (r) => [[`update decision_log set at = at + interval '1 ms' where region_id = $1 and seq = 6`, [r]]],
      { seq: 6, fault: 'MISFILED' },
    ],
  ])('finds %s', async (_what, deeds, fault) => {
    const region = await logOf(10);
    for (const [sql, values] of deeds(region)) await admin.query(sql, values);
    expect((await verified(region)).fault).toEqual(fault);
  });

  it('followed in parts it says the same as followed at once, whatever is wrong with it', async () => {
    const inParts = async (region: string, atMost: number): Promise<Verified & { parts: number }> => {
      let found: Verified | null = null;
      for (let parts = 1; ; parts++) {
        const from: ChainEnd | undefined = found ? { seq: found.entries, hash: found.head } : undefined;
        found = await transactions.asService(region, 'test', (work) => verifyLog(work, keys, { from, atMost }));
        if (found.whole) return { ...found, parts };
      }
    };
    const region = await logOf(10);
    await taken(region);
    await write(region, 13);
    await taken(region);
    await write(region, 2);
    expect(await inParts(region, 7)).toEqual({ ...(await verified(region)), parts: 4 });
    expect(await verified(region)).toMatchObject({ entries: 25, of: 25, checkpoints: 2, whole: true, fault: null });
    await rewrite(region, 14);
    // The part that meets the checkpoint began long after the one before: since when is still told right.
    for (const atMost of [3, 7, 25])
      expect((await inParts(region, atMost)).fault).toEqual({ seq: 23, fault: 'REWRITTEN', since: 11 });
    await admin.query(`delete from decision_log where region_id = $1 and seq > 12`, [region]);
    await admin.query(
      'update decision_log_head h set seq = 12, hash = l.hash from decision_log l where h.region_id = $1 and l.region_id = $1 and l.seq = 12',
      [region],
    );
    expect((await inParts(region, 12)).fault).toEqual({ seq: 13, fault: 'TRUNCATED' });
    // It was longer when the part before was followed.
    const from = { seq: 20, hash: 'f'.repeat(64) };
    expect((await transactions.asService(region, 'test', (work) => verifyLog(work, keys, { from }))).fault).toEqual({
      seq: 13,
      fault: 'TRUNCATED',
    });
    const otherwise = { seq: 12, hash: 'f'.repeat(64) };
    expect(
      (await transactions.asService(region, 'test', (work) => verifyLog(work, keys, { from: otherwise }))).fault,
    ).toEqual({ seq: 12, fault: 'CHANGED' });
  });

  describe('the role that serves people', () => {
    it.each([
      `insert into decision_log (region_id, seq, entry, previous_hash, hash, verb, at) values ('${THING}', 1, '{}', '', '', '', now())`,
      'update decision_log set entry = entry',
      'delete from decision_log',
      'truncate decision_log',
      `insert into decision_log_head values ('${THING}', 1, '')`,
      'update decision_log_head set seq = seq - 1',
      'delete from decision_log_head',
      'update decision_log_checkpoint set seq = 1',
      'delete from decision_log_checkpoint',
      'truncate decision_log_checkpoint',
      'update decision_log_key set public_key = public_key',
    ])('may not: %s', async (statement) => {
      await expect(app.query(statement)).rejects.toThrow(/permission denied/);
    });

    it('appends in the region of the setting alone, and without a region not at all', async () => {
      const client = new Client({ connectionString: db.DATABASE_URL });
      await client.connect();
      const append = `select append_decision_log(array['{}'], now(), array['v'], array[null]::uuid[], array[null]::uuid[], array[null]::uuid[])`;
      try {
        await expect(client.query(append)).rejects.toThrow('no region is set');
        const region = await logOf(1);
        const other = await logOf(1);
        await client.query('begin');
        await client.query(`select set_config('samanker.region', $1, true)`, [region]);
        await client.query(append);
        await client.query('commit');
        expect((await verified(region)).entries).toBe(1);
        expect(await verified(other)).toMatchObject({ entries: 1, fault: null });
      } finally {
        await client.end();
      }
    });
  });

  describe('checkpoints', () => {
    it('state how long the log is; nothing new is no checkpoint; of several at once one is taken', async () => {
      const region = await logOf(5);
      expect(await taken(region)).toMatchObject({ kind: 'TAKEN', number: 1, seq: 5 });
      expect(await taken(region)).toEqual({ kind: 'NOTHING_NEW' });
      await write(region, 5);
      const kinds = (await Promise.all([taken(region), taken(region), taken(region)])).map(({ kind }) => kind);
      expect(kinds.sort()).toEqual(['NOTHING_NEW', 'NOTHING_NEW', 'TAKEN']);
      expect(await verified(region)).toMatchObject({ entries: 10, checkpoints: 2, fault: null, checkpointFault: null });
      const [first, second] = await transactions.asService(region, 'test', checkpointsIn);
      expect(JSON.parse(second!.text)).toMatchObject({ seq: 10, number: 2, previous: statementHash(first!.text) });
    });

    it('find that the last ten were dropped, with the head moved back', async () => {
      const region = await logOf(30);
      await taken(region);
      await admin.query('delete from decision_log where region_id = $1 and seq > 20', [region]);
      await admin.query(
        'update decision_log_head h set seq = 20, hash = l.hash from decision_log l where h.region_id = $1 and l.region_id = $1 and l.seq = 20',
        [region],
      );
      expect((await verified(region)).fault).toEqual({ seq: 21, fault: 'TRUNCATED' });
      expect(await taken(region)).toMatchObject({ kind: 'BROKEN', fault: { seq: 21, fault: 'TRUNCATED' } });
    });

    it('find a chain that was rewritten with right hashes, between which entries', async () => {
      const region = await logOf(10);
      await taken(region);
      await write(region, 10);
      await taken(region);
      await write(region, 3);
      await rewrite(region, 14);
      expect((await verified(region)).fault).toEqual({ seq: 20, fault: 'REWRITTEN', since: 11 });
      expect(await taken(region)).toMatchObject({ kind: 'BROKEN', fault: { seq: 21, fault: 'BROKEN_LINK' } });
    });

    it('made with another key are not believed; a former key is, when the settings say so', async () => {
      const region = await logOf(3);
      const former = new LogKeys({ LOG_SIGNING_KEY: 'q8Zx4nVt2LrPw6Kdq8Zx4nVt2LrPw6Kd' });
      await taken(region, former);
      expect((await verified(region)).checkpointFault).toEqual({ number: 1, fault: 'UNKNOWN_KEY' });
      expect(await taken(region)).toMatchObject({
        kind: 'BROKEN',
        checkpointFault: { number: 1, fault: 'UNKNOWN_KEY' },
      });
      const rotated = new LogKeys({
        LOG_SIGNING_KEY: SECRET,
        LOG_FORMER_KEYS: keyIdOf(createPublicKey(former.signing())),
      });
      await write(region, 1);
      expect(await taken(region, rotated)).toMatchObject({ kind: 'TAKEN', number: 2 });
      expect(await verified(region, rotated)).toMatchObject({ checkpoints: 2, checkpointFault: null });
    });
  });

  it('where no key is set one is made, once and for its owner alone; never in production', () => {
    const folder = mkdtempSync(join(tmpdir(), 'samanker-keys-'));
    try {
      const [first, second] = [0, 1].map(() => new LogKeys({ SAMANKER_DATA_DIR: folder }).believed());
      expect([...first!]).toEqual([...second!]);
      expect(statSync(join(folder, 'log-signing-key.pem')).mode & 0o777).toBe(0o600);
      expect(() => new LogKeys({ NODE_ENV: 'production', SAMANKER_DATA_DIR: folder }).signing()).toThrow(
        /LOG_SIGNING_KEY/,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  /** What a superuser who knows how the chain is made would do: other words from one entry on, all hashes right. */
  async function rewrite(region: string, from: number): Promise<void> {
    await admin.query(`
      do $$ declare r record; h bytea; begin
        select hash into h from decision_log where region_id = '${region}' and seq = ${from - 1};
        for r in select seq, replace(entry, '"n":3', '"n":4') as entry from decision_log where region_id = '${region}' and seq >= ${from} order by seq loop
          update decision_log set entry = r.entry, previous_hash = h, hash = sha256(h || int8send(r.seq) || convert_to(r.entry, 'UTF8'))
            where region_id = '${region}' and seq = r.seq returning hash into h;
        end loop;
        update decision_log_head set hash = h where region_id = '${region}';
      end $$`);
  }
});
