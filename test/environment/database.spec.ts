import { Client } from 'pg';
import { testDatabase, type TestDatabase } from './database';

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<never>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('testDatabase', () => {
  let one: TestDatabase;
  let other: TestDatabase;
  beforeAll(async () => {
    [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  });
  afterAll(() => Promise.all([one.drop(), other.drop()]));

  it('gives every caller a migrated database of its own', async () => {
    await ask(one.adminUrl, 'create table only_here (id integer)');
    const there = await ask(other.adminUrl, `select to_regclass('only_here') as found`);
    expect(there).toEqual([{ found: null }]);
    const migrations = await ask<{ count: number }>(one.adminUrl, 'select count(*)::int from migrations');
    expect(migrations[0]!.count).toBeGreaterThan(0);
  });

  it.each([
    ['DATABASE_URL', 'samanker_app'],
    ['MIGRATOR_DATABASE_URL', 'samanker_migrator'],
    ['SWEEPER_DATABASE_URL', 'samanker_sweeper'],
  ] as const)(
    '%s logs in as %s, which is no superuser and cannot bypass row-level security (S3)',
    async (key, role) => {
      const rows = await ask(
        one[key],
        'select current_user as name, rolsuper, rolbypassrls from pg_roles where rolname = current_user',
      );
      expect(rows).toEqual([{ name: role, rolsuper: false, rolbypassrls: false }]);
    },
  );

  it('keeps strangers out of each other’s schema: the app owns nothing and creates nothing', async () => {
    await expect(ask(one.DATABASE_URL, 'create table mine (id integer)')).rejects.toThrow('permission denied');
    const owned = await ask(
      one.DATABASE_URL,
      `select 1 from pg_class where pg_get_userbyid(relowner) = 'samanker_app'`,
    );
    expect(owned).toEqual([]);
  });
});
