// S2, S3, S4: another municipality, another region, and the database role that serves people.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { changingNothing, noInsides } from './verdict.mjs';

const NOBODYS = '01900000-0000-7000-8000-00000000dead';

/** A second region with one municipality and one person who holds every role there; made once per service. */
async function stranger(target) {
  target.stranger ??= (async () => {
    const [{ id: regionId }] = await target.sql(
      `insert into region (name, slug) values ('Fjern', 'fjern-${randomUUID().slice(0, 8)}') returning id`,
    );
    const [{ id: organisationId }] = await target.sql(
      `insert into organisation (number, name, kind, language, valid_from)
       values ($1, 'Fjern kommune', 'MUNICIPALITY', 'NB', '2000-01-01') returning id`,
      [String(Math.floor(1_000 + Math.random() * 8_999))],
    );
    await target.sql(
      `insert into region_membership (region_id, organisation_id, valid_from) values ($1, $2, '2000-01-01')`,
      [regionId, organisationId],
    );
    const [{ id: personId }] = await target.sql(
      `insert into person (name, email) values ('Fremmed Fjern', 'fremmed@fjern.example') returning id`,
    );
    for (const kind of ['COORDINATOR', 'RECORDER', 'CHIEF_EXECUTIVE', 'PROCUREMENT_OFFICER'])
      await target.sql('insert into role (region_id, person_id, organisation_id, kind) values ($1, $2, $3, $4)', [
        regionId,
        personId,
        organisationId,
        kind,
      ]);
    for (const kind of ['SECRETARIAT', 'REGIONAL_GROUP', 'AUDITOR'])
      await target.sql('insert into role (region_id, person_id, kind) values ($1, $2, $3)', [regionId, personId, kind]);
    return { regionId, organisationId, personId, token: await target.freshToken({ personId, organisationId }) };
  })();
  return target.stranger;
}

/** One real id of the demo per table, and for whom it is. */
const idOf = async (target, table) => (await target.sql(`select id from ${table} order by id limit 1`))[0].id;

const questions = {
  procurementCase: ['procurement_case', 'query ($id: UUID!) { it: procurementCase(id: $id) { id } }'],
  caseBoard: ['procurement_case', 'query ($id: UUID!) { it: caseBoard(caseId: $id) { __typename } }'],
  mergedDemandReport: ['procurement_case', 'query ($id: UUID!) { it: mergedDemandReport(caseId: $id) { __typename } }'],
  participation: ['participation', 'query ($id: UUID!) { it: participation(id: $id) { id } }'],
  anchoringStep: ['anchoring_step', 'query ($id: UUID!) { it: anchoringStep(id: $id) { id } }'],
  need: ['need', 'query ($id: UUID!) { it: need(id: $id) { id } }'],
  mergeProposal: ['merge_proposal', 'query ($id: UUID!) { it: mergeProposal(id: $id) { id } }'],
};

const asApp = async (target, deed) => {
  const client = new pg.Client({ connectionString: target.environment.DATABASE_URL });
  await client.connect();
  try {
    return await deed(client);
  } finally {
    await client.end();
  }
};

const tenantTables = (target) =>
  target.sql(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity order by 1`,
  );

export const cases = [
  ...Object.entries(questions).map(([name, [table, document]], place) => ({
    name: `another region asks for ${name} by its real id`,
    expects: 'the same bytes as for an id that never was',
    quick: place % 2 === 0,
    needs: ['database'],
    attack: async (target) => {
      const { token } = await stranger(target);
      const real = await target.graphql(document, { token, variables: { id: await idOf(target, table) } });
      const never = await target.graphql(document, { token, variables: { id: NOBODYS } });
      assert.equal(real.text, never.text);
      assert.equal(real.json.data.it, null);
    },
  })),
  {
    name: 'another region lists everything there is',
    expects: 'nothing of Agder',
    quick: true,
    needs: ['database'],
    attack: async (target) => {
      const { token } = await stranger(target);
      const { text, status } = await target.graphql(
        '{ procurementCases { id title } needs { nodes { id } } mergeProposals { id } organisations { name } myTasks { __typename } }'.replace(
          'needs { nodes { id } }',
          'needs { id }',
        ),
        { token },
      );
      assert.equal(status, 200, text.slice(0, 300));
      assert.doesNotMatch(text, /Kristiansand|Arendal|trygghet|respons/i);
    },
  },
  {
    name: 'another region decides a step, withdraws a need and cancels a case by their real ids',
    expects: 'NotFound each time; no row changed',
    quick: true,
    needs: ['database'],
    attack: async (target) => {
      const { token } = await stranger(target);
      const verbs = [
        [
          'anchoring_step',
          'mutation ($id: UUID!) { it: decideAnchoringStep(input: {stepId: $id, outcome: APPROVED, decidedOn: "2016-11-16"}) { __typename } }',
        ],
        ['need', 'mutation ($id: UUID!) { it: withdrawNeed(input: {needId: $id, version: 1}) { __typename } }'],
        [
          'procurement_case',
          'mutation ($id: UUID!) { it: cancelProcurementCase(input: {caseId: $id, reason: "x"}) { __typename } }',
        ],
      ];
      await changingNothing(target, async () => {
        for (const [table, document] of verbs) {
          const answer = await target.graphql(document, { token, variables: { id: await idOf(target, table) } });
          if (answer.status === 400) throw new Error(answer.text);
          assert.equal(answer.json.data.it.__typename, 'NotFound', document);
        }
      });
    },
  },
  {
    name: 'a reader of another municipality decides a step',
    expects: 'a typed refusal; no row changed',
    quick: true,
    needs: ['database'],
    attack: async (target) => {
      const [step] = await target.sql(
        `select s.id, o.name from anchoring_step s join participation p on p.id = s.participation_id
         join organisation o on o.id = p.organisation_id where s.state not in ('DECIDED', 'NOT_REQUIRED') order by s.id limit 1`,
      );
      const token = await target.token({ role: 'RECORDER', notOrganisation: step.name });
      await changingNothing(target, async () => {
        const { json, text } = await target.graphql(
          'mutation ($id: UUID!) { it: decideAnchoringStep(input: {stepId: $id, outcome: APPROVED, decidedOn: "2016-11-16"}) { __typename } }',
          { token, variables: { id: step.id } },
        );
        assert.match(json?.data?.it?.__typename ?? text, /^(NotFound|NotPermitted)$/);
      });
    },
  },
  {
    name: 'a role is taken away in the middle of a session',
    expects: 'UNAUTHENTICATED at the next request',
    quick: true,
    needs: ['database'],
    attack: async (target) => {
      const { regionId, organisationId } = await stranger(target);
      const [{ id: personId }] = await target.sql(
        `insert into person (name, email) values ('Sluttet', 'sluttet-${randomUUID()}@fjern.example') returning id`,
      );
      await target.sql(
        `insert into role (region_id, person_id, organisation_id, kind) values ($1, $2, $3, 'COORDINATOR')`,
        [regionId, personId, organisationId],
      );
      const token = await target.freshToken({ personId, organisationId });
      assert.equal((await target.graphql('{ me { name } }', { token })).status, 200);
      await target.sql('update role set active = false where person_id = $1', [personId]);
      const { json } = await target.graphql('{ me { name } }', { token });
      assert.equal(json.errors[0].extensions.code, 'UNAUTHENTICATED');
    },
  },
  {
    name: 'SQL in every text that is searched for',
    expects: 'an ordinary answer; no row changed, no time lost',
    quick: true,
    needs: ['database'],
    attack: async (target) => {
      const token = await target.token({ role: 'COORDINATOR' });
      await changingNothing(target, async () => {
        for (const search of [
          "'; drop table need; --",
          "' or 1=1 --",
          "%' union select email from person --",
          "\\'; select pg_sleep(5) --",
          '$$;commit;$$',
        ]) {
          const { status, text, milliseconds } = await target.graphql(
            'query ($search: String!) { cpvCodes(search: $search) { code } }',
            { token, variables: { search } },
          );
          assert.ok(status < 500, text.slice(0, 200));
          noInsides(text);
          assert.ok(milliseconds < 2_000);
        }
      });
    },
  },
  {
    name: 'the role that serves people, without a region',
    expects: '0 rows of every tenant table, no error',
    quick: true,
    needs: ['database', 'environment'],
    attack: async (target) => {
      const tables = await tenantTables(target);
      assert.ok(tables.length > 25);
      await asApp(target, async (client) => {
        for (const { name } of tables) {
          const { rows } = await client
            .query(`select count(*)::int as n from "${name}"`)
            .catch((fault) => (fault.code === '42501' ? { rows: [{ n: 0 }] } : Promise.reject(fault)));
          assert.equal(rows[0].n, 0, name);
        }
      });
    },
  },
  {
    name: 'the role that serves people, in a region that is not there',
    expects: '0 rows of every tenant table',
    quick: false,
    needs: ['database', 'environment'],
    attack: async (target) => {
      const tables = await tenantTables(target);
      await asApp(target, async (client) => {
        await client.query(`select set_config('samanker.region', $1, false)`, [NOBODYS]);
        for (const { name } of tables) {
          const { rows } = await client
            .query(`select count(*)::int as n from "${name}"`)
            .catch((fault) => (fault.code === '42501' ? { rows: [{ n: 0 }] } : Promise.reject(fault)));
          assert.equal(rows[0].n, 0, name);
        }
      });
    },
  },
  ...[
    ['becomes the owner', 'set role samanker_owner'],
    ['becomes the sweeper', 'set role samanker_sweeper'],
    ['switches row-level security off', 'alter table need disable row level security'],
    ['drops a policy', 'drop policy need_of_region on need'],
    ['makes a table', 'create table public.mine (a int)'],
    ['makes a function', `create function public.mine() returns int language sql as 'select 1'`],
    ['changes the decision log', `update decision_log set entry = 'x'`],
    ['empties the decision log', 'truncate decision_log'],
    ['removes from the decision log', 'delete from decision_log'],
    ['reads a file', `select pg_read_file('/etc/passwd')`],
    ['runs a program', `copy (select 1) to program 'id'`],
    ['reads the passwords of roles', 'select rolpassword from pg_authid'],
    ['moves the clock', `update domain_clock set clock_offset = '1 year'`],
    ['gives a session to somebody else', 'update session set person_id = (select id from person limit 1)'],
    ['moves a session to another region', 'update session set region_id = (select id from region limit 1)'],
    ['connects the log-in of one person with another', 'update identity_link set person_id = person_id'],
    ['makes a program a person', 'update person set machine = false'],
    [
      'removes somebody to whom nothing refers',
      `with somebody as (insert into person (name, email) values ('Ingen', 'ingen@amli.example') returning id)
       delete from person where id in (select id from somebody)`,
    ],
  ].map(([name, statement], place) => ({
    name: `the role that serves people ${name}`,
    expects: 'refused by the database',
    quick: place % 2 === 0,
    needs: ['environment'],
    attack: (target) =>
      asApp(target, (client) =>
        assert.rejects(client.query(statement), (fault) => ['42501', '0LP01'].includes(fault.code), statement),
      ),
  })),
  {
    name: '400 mixed requests of two regions at once, one in ten cut off',
    expects: '0 foreign rows (S4)',
    quick: true,
    needs: ['database'],
    attack: async (target) => {
      const { token: far, organisationId } = await stranger(target);
      const near = await target.token({ role: 'COORDINATOR' });
      const ask = async (n) => {
        const mine = n % 2 === 0;
        const abort = n % 10 === 9 ? AbortSignal.timeout(1 + (n % 7)) : undefined;
        const answer = await fetch(`${target.url}/graphql`, {
          method: 'POST',
          signal: abort,
          headers: { 'content-type': 'application/json', authorization: `Bearer ${mine ? near : far}` },
          body: JSON.stringify({
            query: '{ me { organisationId } procurementCases { id title } organisations { name } }',
          }),
        })
          .then((response) => response.json())
          .catch(() => null);
        if (!answer) return;
        const text = JSON.stringify(answer);
        if (mine) assert.ok(!text.includes('Fjern'), 'Agder sees Fjern');
        else assert.ok(!/Kristiansand|trygghet/i.test(text), 'Fjern sees Agder');
        if (!mine) assert.equal(answer.data?.me?.organisationId, organisationId, text.slice(0, 200));
      };
      for (let round = 0; round < 20; round++)
        await Promise.all(Array.from({ length: 20 }, (_, n) => ask(round * 20 + n)));
    },
  },
];
