// S5: one-time codes cannot be found out, programs get no more than they were given, and neither decides for anybody.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Browser } from './browser.mjs';
import { isOpen } from './log-in.mjs';
import { changingNothing } from './verdict.mjs';

const NOBODYS = '01900000-0000-7000-8000-00000000dead';
const json = (target, path, body) =>
  target.fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** Lets the demo's region log in by code, and gives somebody there that no other case uses. */
async function recipient(target) {
  const [{ id: regionId }] = await target.sql(`select id from region where slug = 'agder'`);
  await target.sql('insert into code_log_in_region (region_id) values ($1) on conflict do nothing', [regionId]);
  const { organisationId } = target.person({ role: 'COORDINATOR', region: target.people[0].regionName });
  const email = `kode-${randomBytes(5).toString('hex')}@amli.example`;
  const [{ id: personId }] = await target.sql(
    `insert into person (name, email) values ('Kode Mottaker', $1) returning id`,
    [email],
  );
  for (const kind of ['COORDINATOR', 'RECORDER', 'PROCUREMENT_OFFICER'])
    await target.sql('insert into role (region_id, person_id, organisation_id, kind) values ($1, $2, $3, $4)', [
      regionId,
      personId,
      organisationId,
      kind,
    ]);
  return { regionId, organisationId, personId, email };
}

async function codeFor(target, email) {
  assert.equal((await json(target, '/log-in/code', { email })).status, 202);
  for (let tries = 0; tries < 100; tries++) {
    const sent = (await target.mails()).find(({ recipients }) => recipients[0]?.toLowerCase() === email);
    if (sent) return /\b(\d{4} \d{4})\b/.exec((await target.mail(sent.id)).text)[1];
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error('no code came');
}

const wrongFor = (code, by = 1) => String((Number(code[0]) + by) % 10) + code.slice(1);
const verify = (target, email, code) => json(target, '/log-in/code/verify', { email, code });

async function codeToken(target) {
  const one = await recipient(target);
  const answer = await verify(target, one.email, await codeFor(target, one.email));
  assert.equal(answer.status, 204);
  return { ...one, token: /^__Host-samanker=([\w-]+)/.exec(answer.headers.getSetCookie()[0])[1] };
}

/** What only a strong log-in does, on real things of the demo. */
const STRONG = [
  ['procurement_case', 'freezeMergedDemandReport(input: {caseId: $id})'],
  ['procurement_case', 'confirmParticipants(input: {caseId: $id})'],
  ['procurement_case', 'proposeParticipants(input: {caseId: $id})'],
  ['procurement_case', 'cancelProcurementCase(input: {caseId: $id, reason: "x"})'],
  ['merge_proposal', 'acceptMergeProposal(input: {proposalId: $id, version: 1})'],
  ['merge_proposal', 'rejectMergeProposal(input: {proposalId: $id, version: 1, reason: "x"})'],
];

async function tooWeak(target, token) {
  await changingNothing(target, async () => {
    for (const [table, verb] of STRONG) {
      const [{ id }] = await target.sql(`select id from ${table} order by id limit 1`);
      const { json: answer, text } = await target.graphql(
        `mutation ($id: UUID!) { it: ${verb} { __typename ... on UserError { code } } }`,
        { token, variables: { id } },
      );
      assert.equal(answer?.data?.it?.__typename, 'LogInTooWeak', `${verb}: ${text.slice(0, 300)}`);
    }
  });
}

/** A program with these scopes, made by those who may. */
async function program(target, scopes) {
  const { organisationId } = target.person({ role: 'COORDINATOR' });
  const { it } = await target.data(
    `mutation ($input: CreateMachineClientInput!) { it: createMachineClient(input: $input) {
       __typename ... on IssuedMachineClient { clientSecret client { id clientId } } ... on UserError { message } } }`,
    {
      token: await target.token({ role: 'COORDINATOR' }),
      variables: { input: { organisationId, name: 'Arkiv', scopes, expiresOn: await inMonths(target) } },
    },
  );
  assert.equal(it.__typename, 'IssuedMachineClient', it.message);
  return { id: it.client.id, client_id: it.client.clientId, client_secret: it.clientSecret };
}

const inMonths = async (target) =>
  (await target.sql(`select (samanker_today() + interval '3 months')::date::text as day`))[0].day;

const tokenRequest = (target, fields) =>
  target.fetch('/oauth/token', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...fields }),
  });

async function refusedToken(target, fields, error = 'invalid_client') {
  const { status, json: answer, text } = await tokenRequest(target, fields);
  assert.ok(status >= 400 && status < 500, `${status}: ${text}`);
  assert.equal(answer.error, error);
  assert.equal(answer.access_token, undefined);
}

export const cases = [
  {
    name: 'who is registered here? asked of the one-time codes',
    expects: 'the same bytes for a registered address, an unregistered one and a hostile one, and the same time',
    quick: true,
    needs: ['database'],
    attack: async (target) => {
      const { email } = await recipient(target);
      const answers = [];
      for (const address of [email, 'nobody@amli.example', `'or'1'='1@amli.example`])
        answers.push(await json(target, '/log-in/code', { email: address }));
      assert.deepEqual(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size, 1);
      // The quickest of three each: somebody else's work on the machine is not what is measured.
      const quickest = [];
      for (const address of [email, 'nobody@amli.example']) {
        const times = [];
        for (let time = 0; time < 3; time++)
          times.push((await json(target, '/log-in/code', { email: address })).milliseconds);
        quickest.push(Math.min(...times));
      }
      assert.ok(Math.abs(quickest[0] - quickest[1]) < 50, quickest.join());
      for (const { text } of [
        await verify(target, email, '0000 0000'),
        await verify(target, 'nobody@a.example', '0000 0000'),
      ])
        answers.push(text.replace(/"requestId":"[^"]*"/, ''));
      assert.equal(answers.at(-1), answers.at(-2));
    },
  },
  {
    name: 'a one-time code is guessed',
    expects: 'after five wrong ones the right one opens nothing either',
    quick: true,
    needs: ['database'],
    attack: async (target) => {
      const { email } = await recipient(target);
      const code = await codeFor(target, email);
      const wrong = await Promise.all([1, 2, 3, 4, 5].map((by) => verify(target, email, wrongFor(code, by))));
      assert.deepEqual(new Set(wrong.map(({ status }) => status)), new Set([401]));
      assert.equal((await verify(target, email, code)).status, 401);
    },
  },
  {
    name: 'a one-time code is used twice, twenty times at once, and by somebody else',
    expects: 'one session',
    quick: false,
    needs: ['database'],
    attack: async (target) => {
      const [one, other] = [await recipient(target), await recipient(target)];
      const code = await codeFor(target, one.email);
      assert.equal((await verify(target, other.email, code)).status, 401);
      const all = await Promise.all(Array.from({ length: 20 }, () => verify(target, one.email, code)));
      assert.equal(all.filter(({ status }) => status === 204).length, 1);
      assert.equal((await verify(target, one.email, code)).status, 401);
    },
  },
  {
    name: 'a one-time code that is eleven minutes old',
    expects: 'opens nothing',
    quick: false,
    needs: ['database'],
    attack: async (target) => {
      const { email, personId } = await recipient(target);
      const code = await codeFor(target, email);
      await target.sql(`update log_in_code set expires_at = now() where person_id = $1`, [personId]);
      assert.equal((await verify(target, email, code)).status, 401);
    },
  },
  {
    name: 'a log-in by one-time code freezes, confirms, cancels and merges',
    expects: 'LogInTooWeak each time; no row changed',
    quick: true,
    needs: ['database'],
    attack: async (target) => tooWeak(target, (await codeToken(target)).token),
  },
  {
    name: 'a log-in by one-time code makes a program with more rights than it has',
    expects: 'LogInTooWeak; no row changed',
    quick: false,
    needs: ['database'],
    attack: async (target) => {
      const { token, organisationId } = await codeToken(target);
      const expiresOn = await inMonths(target);
      await changingNothing(target, async () => {
        const { it } = await target.data(
          'mutation ($input: CreateMachineClientInput!) { it: createMachineClient(input: $input) { __typename } }',
          { token, variables: { input: { organisationId, name: 'x', scopes: ['READ'], expiresOn } } },
        );
        assert.equal(it.__typename, 'LogInTooWeak');
      });
    },
  },
  {
    name: 'a program with a wrong secret, none, that of another program, the id of none, and the hash from the database',
    expects: 'invalid_client each time',
    quick: true,
    needs: ['database'],
    attack: async (target) => {
      const [one, other] = [await program(target, ['READ']), await program(target, ['READ'])];
      const [{ hash }] = await target.sql(
        `select encode(secret_hash, 'hex') as hash from machine_client where id = $1`,
        [one.id],
      );
      const { client_id } = one;
      for (const client_secret of [`${one.client_secret.slice(0, -1)}x`, other.client_secret, hash, 'x'.repeat(60)])
        await refusedToken(target, { client_id, client_secret });
      await refusedToken(target, { client_id: other.client_id, client_secret: one.client_secret });
      await refusedToken(target, { client_id: `${client_id}x`, client_secret: one.client_secret });
    },
  },
  {
    name: 'a program asks for more than it has',
    expects: 'invalid_scope; with its own scope what lies outside is LogInTooWeak',
    quick: true,
    needs: ['database'],
    attack: async (target) => {
      const { id: _id, ...client } = await program(target, ['READ']);
      for (const scope of ['read needs', 'needs', 'admin', 'read volumes calendars', '*'])
        await refusedToken(target, { ...client, scope }, 'invalid_scope');
      const token = (await tokenRequest(target, client)).json.access_token;
      const { it } = await target.data(
        `mutation ($id: UUID!) { it: withdrawNeed(input: {needId: $id, version: 1}) { __typename } }`,
        { token, variables: { id: (await target.sql('select id from need order by id limit 1'))[0].id } },
      );
      assert.equal(it.__typename, 'LogInTooWeak');
    },
  },
  {
    name: 'a program with every scope freezes, confirms, cancels and merges',
    expects: 'LogInTooWeak each time; no row changed',
    quick: false,
    needs: ['database'],
    attack: async (target) => {
      const { id: _id, ...client } = await program(target, ['READ', 'NEEDS', 'VOLUMES', 'CALENDARS']);
      await tooWeak(target, (await tokenRequest(target, client)).json.access_token);
    },
  },
  {
    name: 'a program whose access was revoked',
    expects: 'its tokens open nothing from then on, and it gets no new one',
    quick: true,
    needs: ['database'],
    attack: async (target) => {
      const { id, ...client } = await program(target, ['READ']);
      const token = (await tokenRequest(target, client)).json.access_token;
      assert.equal(await isOpen(target, token), true);
      await target.data(`mutation ($id: UUID!) { revokeMachineClient(input: {machineClientId: $id}) { __typename } }`, {
        token: await target.token({ role: 'COORDINATOR' }),
        variables: { id },
      });
      assert.equal(await isOpen(target, token), false);
      await refusedToken(target, client);
    },
  },
  {
    name: 'a program’s token as the cookie of a person',
    expects: 'it acts for no other organisation and ends nobody else’s sessions',
    quick: false,
    needs: ['database'],
    attack: async (target) => {
      const { id: _id, ...client } = await program(target, ['READ']);
      const browser = new Browser(target);
      browser.plant('__Host-samanker', (await tokenRequest(target, client)).json.access_token);
      assert.equal((await browser.post('/act-for', { organisationId: null })).status, 401);
      const standing = await target.freshToken(target.person({ role: 'COORDINATOR' }));
      await browser.post('/log-out-everywhere');
      assert.equal(await isOpen(target, standing), true);
    },
  },
  {
    name: 'other ways to ask for a token (password, refresh, authorization code, JSON)',
    expects: 'refused',
    quick: false,
    needs: ['database'],
    attack: async (target) => {
      const { id: _id, ...client } = await program(target, ['READ']);
      for (const grant_type of ['password', 'refresh_token', 'authorization_code', ''])
        assert.equal((await tokenRequest(target, { ...client, grant_type, username: 'a', password: 'b' })).status, 400);
      assert.ok((await json(target, '/oauth/token', { grant_type: 'client_credentials', ...client })).status >= 400);
    },
  },
  {
    name: 'the development log-in as somebody who is not there',
    expects: '404, no cookie',
    quick: false,
    attack: async (target) => {
      for (const personId of [NOBODYS, null, { $ne: null }, ['x']]) {
        const { status, headers } = await json(target, '/development/log-in', { personId });
        assert.equal(status, 404);
        assert.deepEqual(headers.getSetCookie(), []);
      }
    },
  },
  {
    name: 'haste: two hundred codes asked for from one address',
    expects: '429 long before the end, and it says when to come back',
    quick: false,
    attack: async (target) => {
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, n) => json(target, '/log-in/code', { email: `a${n}@nobody.example` })),
      );
      const told = answers.filter(({ status }) => status === 429);
      assert.ok(told.length >= 80, `${told.length} of 200 were told to wait`);
      assert.ok(Number(told[0].headers.get('retry-after')) > 0);
    },
  },
];
