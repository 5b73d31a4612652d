import { Client } from 'pg';
import { completeRegion, type CompleteRegion } from '../builders/complete-region';
import { fingerprint } from '../environment/fingerprint';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

interface TenantTable {
  readonly name: string;
  /** The column that says the region. */
  readonly region: string;
  /** A column that the app may write, if there is one. */
  readonly writable: string | null;
  readonly readable: boolean;
  /** Rows of each region. */
  readonly rows: Readonly<Record<string, number>>;
}

/** What a statement came to: rows, or the code of its refusal. */
type Outcome = number | string;
/** 42501: no privilege, or a row that its policy forbids. */
const FORBIDDEN = '42501';
const NOT_AN_ID = '22P02';

/** SQL as the role of the app, whatever the code above it would do (R30, S3): with full tables, two regions. */
describe('every tenant table, asked in SQL by the role of the app', () => {
  let env: SamankerUnderTest;
  let app: Client;
  let ours: CompleteRegion;
  let theirs: CompleteRegion;
  let tables: TenantTable[];

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', worker: false });
    [ours, theirs] = [await completeRegion(env), await completeRegion(env)];
    app = new Client({ connectionString: env.db.DATABASE_URL });
    await app.connect();
    const found: Omit<TenantTable, 'rows'>[] = await env.admin.query(
      `select c.relname as name, case when c.relname = 'region' then 'id' else 'region_id' end as region,
         has_table_privilege('samanker_app', c.oid, 'select') as readable,
         (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            and has_column_privilege('samanker_app', c.oid, a.attnum, 'update') order by a.attnum limit 1) as writable
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity order by 1`,
    );
    tables = [];
    for (const table of found) {
      const rows: { region: string; count: number }[] = await env.admin.query(
        `select ${table.region} as region, count(*)::int as count from "${table.name}" group by 1`,
      );
      tables.push({ ...table, rows: Object.fromEntries(rows.map(({ region, count }) => [region, count])) });
    }
  }, 60_000);
  afterAll(async () => {
    await app?.end();
    await env?.stop();
  });

  /** Runs one statement in a transaction that is rolled back, with the setting as given; null leaves it unset. */
  async function outcome(setting: string | null, sql: string, values: unknown[] = []): Promise<Outcome> {
    await app.query('begin');
    try {
      if (setting !== null) await app.query(`select set_config('samanker.region', $1, true)`, [setting]);
      return (await app.query(sql, values)).rowCount ?? 0;
    } catch (fault) {
      return (fault as { code: string }).code;
    } finally {
      await app.query('rollback');
    }
  }

  async function faults(
    expected: (table: TenantTable) => Promise<readonly (readonly [string, Outcome, readonly Outcome[]])[]>,
  ): Promise<string[]> {
    const told: string[] = [];
    for (const table of tables)
      for (const [what, came, right] of await expected(table))
        if (!right.includes(came)) told.push(`${table.name}: ${what} came to ${came}`);
    return told;
  }
  const read = ({ name }: TenantTable): string => `select 1 from "${name}"`;
  const zero = ({ readable }: TenantTable): readonly Outcome[] => (readable ? [0] : [FORBIDDEN]);

  const isEmpty = ({ rows }: TenantTable): boolean => Object.keys(rows).length === 0;

  it('there is something in nearly all of them, of both regions', () => {
    expect(tables.length).toBeGreaterThan(40);
    const full = tables.filter(({ rows }) => rows[ours.regionId] && rows[theirs.regionId]);
    expect(full.length).toBeGreaterThan(25);
  });

  it('no setting, an emptied one, a region that is not: no row and no error; nothing can be written', async () => {
    for (const setting of [null, '', '01900000-0000-7000-8000-00000000dead'])
      expect(
        await faults(async (table) => [
          ['reading', await outcome(setting, read(table)), zero(table)],
          ['deleting', await outcome(setting, `delete from "${table.name}"`), [0, FORBIDDEN]],
          [
            'changing',
            table.writable
              ? await outcome(setting, `update "${table.name}" set "${table.writable}" = default`)
              : FORBIDDEN,
            [0, FORBIDDEN],
          ],
          [
            'adding',
            await outcome(setting, `insert into "${table.name}" (${table.region}) values ($1)`, [ours.regionId]),
            [FORBIDDEN],
          ],
        ]),
      ).toEqual([]);
  });

  it('a setting that is no id is an error, never a row', async () => {
    for (const setting of ['x', `' or true --`, `${ours.regionId},${theirs.regionId}`, '*', 'null'])
      expect(
        await faults(async (table) => [
          [
            'reading',
            await outcome(setting, read(table)),
            isEmpty(table) ? [0, NOT_AN_ID] : table.readable ? [NOT_AN_ID] : [FORBIDDEN],
          ],
        ]),
      ).toEqual([]);
  });

  it('with a region: exactly its own rows; those of another are not seen, changed, deleted, added or taken over', async () => {
    const own = ours.regionId;
    const before = await fingerprint(env.admin);
    expect(
      await faults(async (table) => {
        const { name, region, writable } = table;
        const foreign = [theirs.regionId];
        return [
          ['reading', await outcome(own, read(table)), table.readable ? [table.rows[own] ?? 0] : [FORBIDDEN]],
          ['reading theirs', await outcome(own, `${read(table)} where ${region} = $1`, foreign), zero(table)],
          [
            'deleting theirs',
            await outcome(own, `delete from "${name}" where ${region} = $1`, foreign),
            [0, FORBIDDEN],
          ],
          [
            'changing theirs',
            writable
              ? await outcome(own, `update "${name}" set "${writable}" = default where ${region} = $1`, foreign)
              : FORBIDDEN,
            [0, FORBIDDEN],
          ],
          ['adding theirs', await outcome(own, `insert into "${name}" (${region}) values ($1)`, foreign), [FORBIDDEN]],
          [
            'giving away ours',
            await outcome(own, `update "${name}" set ${region} = $1`, foreign),
            table.rows[own] ? [FORBIDDEN] : [0, FORBIDDEN],
          ],
        ];
      }),
    ).toEqual([]);
    expect(await fingerprint(env.admin)).toEqual(before);
  });

  it('after a transaction the setting is gone, committed or not, and savepoints do not keep it', async () => {
    for (const end of ['commit', 'rollback'])
      for (const within of ['', 'savepoint s;', 'savepoint s; release s;']) {
        await app.query(`begin; ${within} select set_config('samanker.region', '${ours.regionId}', true)`);
        expect((await app.query('select 1 from participation')).rowCount).toBeGreaterThan(0);
        await app.query(end);
        const { rows } = await app.query(`select coalesce(current_setting('samanker.region', true), '') as region`);
        expect(rows).toEqual([{ region: '' }]);
        expect((await app.query('select 1 from participation')).rowCount).toBe(0);
      }
  });
});
