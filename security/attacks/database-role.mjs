// S3, S4: what whoever steals the service's own way into the database can do there, and what not.
import assert from 'node:assert/strict';
import pg from 'pg';

const DENIED = ['42501', '0LP01'];

/** A connection as a role, in a transaction that is always rolled back. */
async function as(target, address, deed) {
  const client = new pg.Client({ connectionString: target.environment[address] });
  await client.connect();
  try {
    await client.query('begin');
    return await deed(client);
  } finally {
    await client.query('rollback').catch(() => undefined);
    await client.end();
  }
}

const asApp = (target, deed) => as(target, 'DATABASE_URL', deed);
const inRegion = (client, id) => client.query(`select set_config('samanker.region', $1, true)`, [id]);
const agder = async (target) => (await target.sql(`select id from region where slug = 'agder'`))[0].id;

async function otherRegion(target) {
  const [{ id }] = await target.sql(
    `insert into region (name, slug) values ('Annen', 'annen-' || substr(md5(random()::text), 1, 8)) returning id`,
  );
  return id;
}

const append = (client, region) =>
  client.query(
    'select append_decision_log(array[$1], now(), array[$2], array[null]::uuid[], array[null]::uuid[], array[null]::uuid[])',
    [JSON.stringify({ forged: true, region }), 'forged'],
  );

export const cases = [
  {
    name: 'functions that run with the rights of their owner',
    expects: 'few, each with a fixed search path, none for everybody to call, none owned by a superuser',
    quick: true,
    needs: ['database'],
    attack: async (target) => {
      const rows = await target.sql(
        `select p.proname as name, p.proconfig as config, r.rolsuper as super, r.rolbypassrls as bypass,
           has_function_privilege('public', p.oid, 'execute') as anybody
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
         where p.prosecdef and n.nspname !~ '^pg_'`,
      );
      assert.ok(rows.length <= 5, rows.map(({ name }) => name).join());
      for (const { name, config, super: superuser, bypass, anybody } of rows) {
        assert.ok(
          (config ?? []).some((setting) => setting.startsWith('search_path=')),
          name,
        );
        assert.deepEqual([superuser, bypass, anybody], [false, false, false], name);
      }
    },
  },
  {
    name: 'the roles of the service',
    expects: 'none is a superuser, goes round row-level security, makes roles, or is a member of the owner',
    quick: true,
    needs: ['database', 'environment'],
    attack: async (target) => {
      for (const address of ['DATABASE_URL', 'SWEEPER_DATABASE_URL']) {
        const [role] = await target.sql(
          `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as mighty,
             (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where c.relowner = r.oid and n.nspname = 'public') as owns,
             (select count(*)::int from pg_auth_members m where m.member = r.oid) as member
           from pg_roles r where rolname = $1`,
          [new URL(target.environment[address]).username],
        );
        assert.deepEqual(role, { mighty: false, owns: 0, member: 0 }, address);
      }
    },
  },
  {
    name: 'tenant tables without row-level security, and views over them',
    expects: 'none: enabled and forced on every table with a region; no view goes round it',
    quick: true,
    needs: ['database'],
    attack: async (target) => {
      const open = await target.sql(
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'public' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)
           and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'region_id' and not a.attisdropped)
         order by 1`,
      );
      // Known before a region is: who is logged in, who may be, and what waits to be sent.
      const known = [
        'code_log_in_region',
        'log_in_code',
        'outbox_event',
        'outbox_delivery',
        'person_region',
        'session',
      ];
      assert.deepEqual(
        open.map(({ name }) => name).filter((name) => !known.includes(name)),
        [],
      );
      const views = await target.sql(
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'public' and (c.relkind = 'm' or (c.relkind = 'v'
           and not coalesce(c.reloptions, '{}') @> array['security_invoker=true']))`,
      );
      assert.deepEqual(views, []);
    },
  },
  {
    name: 'the role that serves people writes a row for another region',
    expects: 'refused by the policy, by insert and by update',
    quick: true,
    needs: ['database', 'environment'],
    attack: async (target) => {
      const [own, other] = [await agder(target), await otherRegion(target)];
      await asApp(target, async (client) => {
        await inRegion(client, own);
        const { rows } = await client.query('select person_id from role limit 1');
        await client.query('savepoint one');
        await assert.rejects(
          client.query(`insert into role (region_id, person_id, kind) values ($1, $2, 'SECRETARIAT')`, [
            other,
            rows[0].person_id,
          ]),
          { code: '42501' },
        );
        await client.query('rollback to one');
        await assert.rejects(client.query('update role set region_id = $1', [other]), { code: '42501' });
      });
    },
  },
  {
    name: 'the role that serves people appends to the log without a region',
    expects: 'refused',
    quick: false,
    needs: ['environment'],
    attack: (target) => asApp(target, (client) => assert.rejects(append(client, null), /no region is set/)),
  },
  {
    name: 'the role that serves people appends a forged entry out of its region',
    expects: 'it lands in the region of the transaction; the head and the entries of the others stand',
    quick: true,
    needs: ['database', 'environment'],
    attack: async (target) => {
      const [own, other] = [await agder(target), await otherRegion(target)];
      const lengthOf = (client, region) =>
        inRegion(client, region)
          .then(() => client.query('select count(*)::int as n from decision_log'))
          .then(({ rows }) => rows[0].n);
      await asApp(target, async (client) => {
        const before = await lengthOf(client, own);
        await inRegion(client, other);
        await append(client, own);
        assert.equal(await lengthOf(client, other), 1);
        assert.equal(await lengthOf(client, own), before);
      });
    },
  },
  {
    name: 'a table of the same name is slipped under the function that writes the log',
    expects: 'it writes to the real one',
    quick: true,
    needs: ['database', 'environment'],
    attack: async (target) => {
      const other = await otherRegion(target);
      await asApp(target, async (client) => {
        const temporary = await client
          .query(
            'create temp table decision_log (like public.decision_log); create temp table decision_log_head (like public.decision_log_head)',
          )
          .then(() => true)
          .catch((fault) => (DENIED.includes(fault.code) ? false : Promise.reject(fault)));
        if (!temporary) return;
        await client.query('set local search_path = pg_temp, public');
        await inRegion(client, other);
        await append(client, other);
        const { rows } = await client.query(
          'select (select count(*)::int from pg_temp.decision_log) as slipped, (select count(*)::int from public.decision_log) as real',
        );
        assert.deepEqual(rows[0], { slipped: 0, real: 1 });
      });
    },
  },
  ...[
    ['moves the head of the log', `update decision_log_head set seq = seq - 10`],
    [
      'makes a head of the log',
      `insert into decision_log_head select region_id, 99, hash from decision_log_head limit 1`,
    ],
    ['inserts an entry beside the function', `insert into decision_log select * from decision_log limit 1`],
    ['changes a checkpoint', `update decision_log_checkpoint set seq = 1`],
    ['removes a checkpoint', `delete from decision_log_checkpoint`],
    ['removes a signing key', `delete from decision_log_key`],
    ['changes a recorded decision', `update decision set outcome = 'APPROVED'`],
    ['removes a recorded decision', `delete from decision`],
    ['changes why somebody acted for another', `update act_on_behalf set because = 'x'`],
    ['changes the content of a frozen report', `update merged_demand_report set content = '{}'`],
    ['writes the words that mark a threshold', `update procurement_threshold set amount = 1`],
    ['sees the settings of the server', `select sourcefile from pg_file_settings`],
    ['loads a library', `load 'plpgsql_evil'`],
    ['connects elsewhere', `create extension dblink`],
    [
      'ends the connections of others',
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'postgres'`,
    ],
  ].map(([name, statement], place) => ({
    name: `the role that serves people ${name}`,
    expects: 'refused by the database',
    quick: place % 2 === 0,
    needs: ['database', 'environment'],
    attack: async (target) => {
      const region = await agder(target);
      await asApp(target, async (client) => {
        await inRegion(client, region);
        await assert.rejects(client.query(statement), (fault) => [...DENIED, '58P01'].includes(fault.code), statement);
      });
    },
  })),
  ...[
    ['reads names', 'select name from person'],
    ['reads tokens', 'select token_hash from session'],
    ['reads decisions', 'select * from decision'],
    ['reads needs', 'select * from need'],
    ['writes to the log', `update decision_log set entry = 'x'`],
    [
      'appends to the log',
      `select append_decision_log(array['{}'], now(), array['x'], array[null]::uuid[], array[null]::uuid[], array[null]::uuid[])`,
    ],
    [
      'gives a role',
      `insert into role (region_id, person_id, kind) select region_id, person_id, 'SECRETARIAT' from role limit 1`,
    ],
  ].map(([name, statement], place) => ({
    name: `the role of sweeps, which sees open work of all regions, ${name}`,
    expects: 'refused, or no row',
    quick: place % 2 === 0,
    needs: ['environment'],
    attack: (target) =>
      as(target, 'SWEEPER_DATABASE_URL', async (client) => {
        const rows = await client.query(statement).then(
          ({ rowCount }) => rowCount,
          (fault) => (DENIED.includes(fault.code) ? 0 : Promise.reject(fault)),
        );
        assert.equal(rows, 0);
      }),
  })),
];
