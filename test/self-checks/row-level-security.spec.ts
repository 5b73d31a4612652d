import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../environment/database';

/** Tables without a region, each with its reason. A new one is a decision, and is made here. */
const GLOBAL: Readonly<Record<string, string>> = {
  migrations: 'the record of schema changes; nobody but the owner sees it',
  domain_clock: 'one row: how far domain time is from real time',
  organisation: 'a public register; membership of a region is region_membership',
  organisation_succession: 'a public register: who took over from whom in a reform',
  person: 'a person may act in several regions; what they may see is decided by their roles, which are tenant rows',
  session: 'found by its token before the region is known; its region_id says where the person acts',
  identity_link: 'who a provider says somebody is: the same person in every region; read before the region is known',
  log_in_attempt: 'a log-in under way: nobody is known yet, so neither is a region; lives for minutes',
  log_in_to_connect: 'somebody known to a provider and not yet here: neither a person nor a region; lives for minutes',
  log_in_code: 'a one-time code of a person, taken before a region is known; only its hash',
  person_region: 'in which regions somebody has had a role: asked before a region is known; ids only',
  code_log_in_region: 'which regions let people in by a one-time code: asked before a region is known',
  cpv_code: 'reference data of the European Union',
  unit: 'reference data',
  procurement_threshold: 'dated law',
  retention_period: 'dated data: how long things are kept, the same for everybody',
};

interface Table {
  name: string;
  kind: string;
  enabled: boolean;
  forced: boolean;
  regional: boolean;
  policies: {
    name: string;
    roles: string[];
    command: string;
    permissive: string;
    using: string | null;
    check: string | null;
  }[];
}

const TABLES = `
  select c.relname as name, c.relkind as kind, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    c.relname = 'region' or exists (
      select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'region_id' and not a.attisdropped
    ) as regional,
    coalesce((
      select json_agg(json_build_object('name', policyname, 'roles', roles, 'command', cmd, 'permissive', permissive,
        'using', qual, 'check', with_check))
      from pg_policies where schemaname = 'public' and tablename = c.relname
    ), '[]') as policies
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1`;

const OF_REGION =
  /\((?:region_id|id) = \( SELECT \(NULLIF\(current_setting\('samanker\.region'::text, true\), ''::text\)\)::uuid/;

function faultsOf(table: Table): string[] {
  if (table.kind === 'm') return ['is a materialized view: it holds rows of all regions and has no policy'];
  if (table.kind !== 'r' && table.kind !== 'p')
    return [`is of kind ${table.kind}: views and foreign tables are not used`];
  if (table.name in GLOBAL) return [];
  if (!table.regional) return ['has no region_id and is not on the list of global tables'];
  const faults: string[] = [];
  if (!table.enabled) faults.push('row-level security is not enabled');
  if (!table.forced) faults.push('row-level security is not forced upon the owner');
  const open = table.policies.filter(
    ({ using, check }) => !OF_REGION.test(using ?? '') || !OF_REGION.test(check ?? ''),
  );
  if (open.length === table.policies.length) faults.push('has no policy by region');
  for (const { name, roles } of open) {
    if (roles.join() !== 'samanker_sweeper')
      faults.push(`policy ${name} does not narrow to the region (roles ${roles.join()})`);
  }
  return faults;
}

describe('row-level security (R30, S3)', () => {
  let database: TestDatabase;
  let admin: Client;
  let app: Client;
  const told = async (): Promise<string[]> =>
    (await admin.query<Table>(TABLES)).rows.flatMap((table) =>
      faultsOf(table).map((fault) => `${table.name}: ${fault}`),
    );

  beforeAll(async () => {
    database = await testDatabase();
    admin = new Client({ connectionString: database.adminUrl });
    app = new Client({ connectionString: database.DATABASE_URL });
    await Promise.all([admin.connect(), app.connect()]);
  });
  afterAll(async () => {
    await Promise.all([admin.end(), app.end()]);
    await database.drop();
  });

  it('every table has a region and a forced policy, or stands on the list of global tables', async () => {
    expect(await told()).toEqual([]);
    const { rows } = await admin.query<Table>(TABLES);
    expect(rows.filter((table) => table.regional).length).toBeGreaterThan(15);
    expect(Object.keys(GLOBAL).filter((name) => !rows.some((table) => table.name === name))).toEqual([]);
  });

  it('the roles that serve own nothing, are nobody’s superuser, cannot bypass, and cannot become another', async () => {
    const { rows } = await admin.query(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
         (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships,
         (select count(*)::int from pg_class where relowner = r.oid) as owned
       from pg_roles r where rolname in ('samanker_app', 'samanker_sweeper') order by 1`,
    );
    const harmless = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      memberships: 0,
      owned: 0,
    };
    expect(rows).toEqual([
      { rolname: 'samanker_app', ...harmless },
      { rolname: 'samanker_sweeper', ...harmless },
    ]);
  });

  it('one function runs with its owner’s rights: it takes no region, looks nothing up by a path, and is not for everybody', async () => {
    const { rows } = await admin.query(
      `select p.proname as name, proowner::regrole::text as owner, proconfig as settings, proargnames::text ~ 'region' as "takesRegion",
         (select string_agg(right_::text, ' ' order by right_::text) from unnest(proacl) as right_) as rights
       from pg_proc p where prosecdef and pronamespace = 'public'::regnamespace`,
    );
    expect(rows).toEqual([
      {
        name: 'append_decision_log',
        owner: 'samanker_owner',
        settings: ['search_path=pg_catalog, pg_temp'],
        takesRegion: false,
        rights: 'samanker_app=X/samanker_owner samanker_owner=X/samanker_owner',
      },
    ]);
  });

  it('without a region the app sees no row of any tenant table, and no error', async () => {
    const region = await admin.query<{ id: string }>(
      `insert into region (name, slug) values ('Planted', 'planted') returning id`,
    );
    const { rows } = await admin.query<Table>(TABLES);
    const readable = await admin.query<{ name: string }>(
      `select table_name as name from information_schema.role_table_grants
       where grantee = 'samanker_app' and privilege_type = 'SELECT' and table_schema = 'public'`,
    );
    const names = rows
      .filter((table) => table.regional && !(table.name in GLOBAL))
      .map((table) => table.name)
      .filter((name) => readable.rows.some((row) => row.name === name));
    expect(names.length).toBeGreaterThan(15);
    const read = async (): Promise<number> => {
      let seen = 0;
      for (const name of names)
        seen += (await app.query(`select 1 from ${app.escapeIdentifier(name)} limit 5`)).rowCount ?? 0;
      return seen;
    };
    expect(await read()).toBe(0);
    // After a transaction the setting is '' rather than unset: it must mean the same.
    await app.query('begin');
    await app.query(`select set_config('samanker.region', $1, true)`, [region.rows[0]!.id]);
    expect((await app.query('select slug from region')).rows).toEqual([{ slug: 'planted' }]);
    await app.query('commit');
    expect(await read()).toBe(0);
  });

  it('the app cannot write a row of another region than its own', async () => {
    const regions = await admin.query<{ id: string }>(
      `insert into region (name, slug) values ('A', 'planted-a'), ('B', 'planted-b') returning id`,
    );
    const [own, other] = regions.rows.map((row) => row.id);
    await app.query('begin');
    await app.query(`select set_config('samanker.region', $1, true)`, [own]);
    await expect(
      app.query(`insert into outbox_event (region_id, name, payload) values ($1, 'Planted', '{}')`, [other]),
    ).rejects.toThrow('row-level security');
    await app.query('rollback');
  });

  it('canary: a table without region, without policy, unforced, with an open policy; a materialized view', async () => {
    await admin.query(`
      create table planted_global (id uuid);
      create table planted_bare (id uuid, region_id uuid);
      create table planted_unforced (id uuid, region_id uuid);
      alter table planted_unforced enable row level security;
      create table planted_open (id uuid, region_id uuid);
      alter table planted_open enable row level security;
      alter table planted_open force row level security;
      create policy planted_open_all on planted_open to samanker_app using (true) with check (true);
      create materialized view planted_view as select id from region;`);
    const faults = await told();
    expect(faults).toContain('planted_global: has no region_id and is not on the list of global tables');
    expect(faults).toContain('planted_bare: row-level security is not enabled');
    expect(faults).toContain('planted_bare: has no policy by region');
    expect(faults).toContain('planted_unforced: row-level security is not forced upon the owner');
    expect(faults).toContainEqual(expect.stringContaining('planted_open: policy planted_open_all does not narrow'));
    expect(faults).toContainEqual(expect.stringContaining('planted_view: is a materialized view'));
  });
});
