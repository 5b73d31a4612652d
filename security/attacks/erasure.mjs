// S12: a person who worked here and asks to be erased is found nowhere afterwards, and the log still verifies.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NEEDS = ['database', 'console', 'folder'];

/** Where a text stands in the database: every column of every table, bytes as bytes, letters large or small. */
async function everywhere(target, needle) {
  const columns = await target.sql(
    `select format('%I.%I', n.nspname, c.relname) as "table", a.attname as column, format_type(a.atttypid, null) as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and a.attnum > 0 and not a.attisdropped and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'`,
  );
  const found = [];
  for (const table of new Set(columns.map((column) => column.table))) {
    const own = columns.filter((column) => column.table === table);
    const holds = own.map(({ column, type }) =>
      type === 'bytea'
        ? `coalesce(bool_or(position(convert_to($1, 'UTF8') in "${column}") > 0), false)`
        : `coalesce(bool_or(position(lower($1::text) in lower("${column}"::text)) > 0), false)`,
    );
    const [row] = await target.sql(`select array[${holds.join(', ')}] as holds from ${table}`, [needle]);
    found.push(...own.filter((_column, at) => row.holds[at]).map(({ column }) => `${table}.${column}`));
  }
  return found;
}

/** Every line of every file of these folders that holds one of the texts. */
function linesWith(folders, needles) {
  const found = [];
  for (const folder of folders.filter(existsSync))
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath ?? entry.path, entry.name);
      const text = readFileSync(path, 'utf8').toLowerCase();
      if (needles.some((needle) => text.includes(needle.toLowerCase()))) found.push(path);
    }
  return found;
}

/** Registers somebody by the verbs, lets them work and write their own name everywhere, and erases them; once. */
async function erased(target) {
  target.erased ??= (async () => {
    const mark = randomBytes(4).toString('hex');
    const name = `Kari Uforglemmelig${mark}`;
    const email = `kari.${mark}@uforglemmelig.example`;
    const secretariat = await target.token({ role: 'COORDINATOR' });
    const { organisationId } = target.person({ role: 'COORDINATOR' });
    const { it: person } = await target.data(
      `mutation ($input: RegisterPersonInput!) { it: registerPerson(input: $input) { __typename ... on OrganisationPerson { id } ... on UserError { message } } }`,
      { token: secretariat, variables: { input: { name, email, phone: '98765432', organisationId } } },
    );
    assert.ok(person.id, JSON.stringify(person));
    const { it: role } = await target.data(
      `mutation ($input: GrantRoleInput!) { it: grantRole(input: $input) { __typename ... on UserError { message } } }`,
      { token: secretariat, variables: { input: { personId: person.id, organisationId, kind: 'CONTRIBUTOR' } } },
    );
    assert.equal(role.message, undefined, role.message);
    const token = await target.freshToken({ personId: person.id, organisationId });
    const { it: need } = await target.data(
      `mutation ($input: RegisterNeedInput!) { it: registerNeed(input: $input) { __typename ... on UserError { message } } }`,
      {
        token,
        variables: {
          input: {
            draft: true,
            fields: {
              title: 'Alarmer',
              problem: `Ring ${name}, 98765432, eller skriv til ${email}.`,
              localLeader: name,
              cpvCodes: ['33195000'],
              quantity: '1',
              unitCode: 'STK',
              wantedFrom: '2017-01-01',
              wantedTo: '2018-01-01',
            },
          },
        },
      },
    );
    assert.equal(need.__typename, 'Need', need.message);
    await target.fetch('/log-in/code', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email }),
    });
    const needles = [name, email, person.id];
    const before = await everywhere(target, name);
    const { code, said } = await target.console('gdpr', 'erase', '--person', email);
    assert.equal(code, 0, said);
    return { needles, before, token, said, email };
  })();
  return target.erased;
}

export const cases = [
  {
    name: 'an erased person is looked for in every column of every table',
    expects: 'in none; before, in several',
    quick: true,
    needs: NEEDS,
    attack: async (target) => {
      const { needles, before } = await erased(target);
      assert.ok(before.length >= 3, `the name stood in ${before.length} places before`);
      for (const needle of needles) assert.deepEqual(await everywhere(target, needle), [], needle);
    },
  },
  {
    name: 'an erased person is looked for in what the programs wrote',
    expects: 'in no line of any log, in no checkpoint, in no word of the command itself',
    quick: true,
    needs: NEEDS,
    attack: async (target) => {
      const { needles, said } = await erased(target);
      assert.deepEqual(linesWith([join(target.folder, 'log'), join(target.folder, 'checkpoints')], needles), []);
      assert.ok(!said.includes(needles[0]));
    },
  },
  {
    name: 'an erased person goes on with a session from before',
    expects: 'UNAUTHENTICATED',
    quick: true,
    needs: NEEDS,
    attack: async (target) => {
      const { token } = await erased(target);
      const { json } = await target.graphql('{ me { name } }', { token });
      assert.equal(json.errors[0].extensions.code, 'UNAUTHENTICATED');
    },
  },
  {
    name: 'an erased person is looked for in an export of the log, with everybody’s names asked for',
    expects: 'not there',
    quick: false,
    needs: NEEDS,
    attack: async (target) => {
      const { needles } = await erased(target);
      const to = join(target.folder, 'erased.zip');
      const { code, said } = await target.console('export-log', '--region', 'agder', '--to', to, '--with-people');
      assert.equal(code, 0, said);
      const { fromBuffer } = await import('yauzl');
      const texts = await new Promise((done, failed) =>
        fromBuffer(readFileSync(to), { lazyEntries: true }, (fault, zip) => {
          if (fault) return failed(fault);
          const all = [];
          zip.on('end', () => done(all.join('\n'))).on('error', failed);
          zip.on('entry', (entry) =>
            zip.openReadStream(entry, (problem, stream) => {
              if (problem) return failed(problem);
              const parts = [];
              stream
                .on('data', (part) => parts.push(part))
                .on('end', () => {
                  all.push(Buffer.concat(parts).toString());
                  zip.readEntry();
                });
            }),
          );
          zip.readEntry();
        }),
      );
      assert.ok(texts.includes('verify'));
      for (const needle of needles) assert.ok(!texts.includes(needle), needle);
    },
  },
  {
    name: 'the log after somebody was erased',
    expects: 'verifies',
    quick: true,
    needs: NEEDS,
    attack: async (target) => {
      await erased(target);
      const { code, said } = await target.console('verify-log');
      assert.equal(code, 0, said);
    },
  },
  {
    name: 'what was held about an erased person is asked for',
    expects: 'nobody has this address; no file is written',
    quick: false,
    needs: NEEDS,
    attack: async (target) => {
      const { email } = await erased(target);
      const to = join(target.folder, 'nobody.json');
      const { code } = await target.console('gdpr', 'export', '--person', email, '--to', to);
      assert.equal(code, 1);
      assert.equal(existsSync(to), false);
    },
  },
];
