import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../environment/database';

/** Everything that the role which sees rows of several regions may read; `*` where a table holds ids and dates only. */
const READS: Readonly<Record<string, string>> = {
  attachment_upload: '*',
  domain_clock: '*',
  expectation: 'escalation_on fulfilled_at next_reminder_on region_id withdrawn_at',
  idempotency_key: 'created_at',
  log_in_attempt: 'created_at',
  log_in_code: 'created_at',
  log_in_to_connect: 'created_at',
  mail: 'attempts id leased_until next_attempt_at region_id sent_at state to_address',
  outbox_delivery: '*',
  outbox_event: '*',
  person: 'id',
  region: 'id name',
  retention_period: '*',
  session: 'expires_at idle_limit seen_at',
};
/** And what it may write. */
const WRITES: Readonly<Record<string, string>> = {
  idempotency_key: 'DELETE',
  log_in_attempt: 'DELETE',
  log_in_code: 'DELETE',
  log_in_to_connect: 'DELETE',
  mail: 'UPDATE(last_response,person_id,subject,to_address)',
  outbox_delivery: 'DELETE INSERT UPDATE',
  outbox_event: 'DELETE UPDATE',
  person: 'DELETE',
  session: 'DELETE',
};

describe('the rights of the roles that serve (S3)', () => {
  let database: TestDatabase;
  let admin: Client;
  const rows = async <Row extends object>(sql: string): Promise<Row[]> => (await admin.query<Row>(sql)).rows;
  beforeAll(async () => {
    database = await testDatabase();
    admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await database.drop();
  });

  it('the sweeper reads across regions what sweeps use, column by column', async () => {
    const found = await rows<{ table: string; columns: string }>(`
      select c.relname as table, case when has_table_privilege('samanker_sweeper', c.oid, 'select') then '*' else
        string_agg(a.attname, ' ' order by a.attname) filter (where has_column_privilege('samanker_sweeper', c.oid, a.attnum, 'select')) end as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') group by c.oid, c.relname`);
    expect(
      Object.fromEntries(found.filter(({ columns }) => columns).map(({ table, columns }) => [table, columns])),
    ).toEqual(READS);
  });

  it('and writes what they tidy', async () => {
    const found = await rows<{ table: string; rights: string | null }>(`
      select c.relname as table, concat_ws(' ',
        case when has_table_privilege('samanker_sweeper', c.oid, 'delete') then 'DELETE' end,
        case when has_table_privilege('samanker_sweeper', c.oid, 'insert') then 'INSERT' end,
        case when has_table_privilege('samanker_sweeper', c.oid, 'update') then 'UPDATE' else 'UPDATE(' || (
          select string_agg(a.attname, ',' order by a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
            and not a.attisdropped and has_column_privilege('samanker_sweeper', c.oid, a.attnum, 'update')) || ')' end,
        case when has_table_privilege('samanker_sweeper', c.oid, 'truncate') then 'TRUNCATE' end) as rights
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
    expect(
      Object.fromEntries(found.filter(({ rights }) => rights).map(({ table, rights }) => [table, rights])),
    ).toEqual(WRITES);
  });

  it.each(['samanker_app', 'samanker_sweeper'])(
    '%s cannot create, truncate, become another or go around a policy',
    async (role) => {
      const [could] = await rows<object>(`
      select has_database_privilege('${role}', current_database(), 'create') as "createSchema",
        has_schema_privilege('${role}', 'public', 'create') as "createTable",
        (select count(*)::int from pg_roles r where r.rolname <> '${role}' and pg_has_role('${role}', r.oid, 'set')) as others,
        (select count(*)::int from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
           and (has_table_privilege('${role}', oid, 'truncate') or has_table_privilege('${role}', oid, 'trigger')
             or has_table_privilege('${role}', oid, 'references') or has_table_privilege('${role}', oid, 'maintain'))) as tables,
        has_parameter_privilege('${role}', 'session_replication_role', 'set') as "skipTriggers",
        (select count(*)::int from pg_foreign_server) + (select count(*)::int from pg_largeobject_metadata) as elsewhere`);
      expect(could).toEqual({
        createSchema: false,
        createTable: false,
        others: 0,
        tables: 0,
        skipTriggers: false,
        elsewhere: 0,
      });
    },
  );

  it('nothing is for everybody: no table, sequence or column is granted to public', async () => {
    expect(
      await rows(`
        select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace
          and (exists (select from aclexplode(c.relacl) where grantee = 0)
            or exists (select from pg_attribute a, aclexplode(a.attacl) where a.attrelid = c.oid and grantee = 0))`),
    ).toEqual([]);
    // The queue's own tables hold names of jobs and ids of deliveries.
    const elsewhere = await rows(`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('public', 'pg_catalog', 'information_schema', 'bullmq') and n.nspname not like 'pg_toast%' and n.nspname not like 'pg_temp%'
        and has_schema_privilege('samanker_app', n.oid, 'usage') and has_table_privilege('samanker_app', c.oid, 'select')`);
    expect(elsewhere).toEqual([]);
  });

  it('no sequence tells how busy others are, no partition has fewer policies than its table, no rule rewrites a query', async () => {
    expect(
      await rows(`select relname from pg_class where relnamespace = 'public'::regnamespace
        and case when relkind = 'S' then has_sequence_privilege('samanker_app', oid, 'select, usage, update') else false end`),
    ).toEqual([]);
    expect(
      await rows(
        `select c.relname from pg_class c where c.relispartition and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`,
      ),
    ).toEqual([]);
    expect(await rows(`select tablename from pg_rules where schemaname = 'public'`)).toEqual([]);
    expect(
      await rows(
        `select inhrelid::regclass::text as child from pg_inherits i join pg_class c on c.oid = inhparent where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
      ),
    ).toEqual([]);
  });

  it('whoever reads on its behalf, a view would be bound too', async () => {
    expect(
      await rows(`select relname from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace
        and not coalesce(reloptions::text ~ 'security_invoker=(true|on|1)', false)
        and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e')`),
    ).toEqual([]);
  });
});
