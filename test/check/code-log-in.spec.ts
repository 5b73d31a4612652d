import { anOrganisation, aPerson, aRegion, type BuiltPerson } from '../builders/organisation';
import { aParticipation } from '../builders/participation';
import { aCase } from '../builders/procurement-case';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const ALLOW = `mutation ($allowed: Boolean!) { result: allowCodeLogIn(input: { allowed: $allowed }) {
  __typename ... on Region { codeLogInAllowed } ... on UserError { code } } }`;
const ME = '{ me { personId organisationId logIn } }';
const NO = '01900000-0000-7000-8000-00000000dead';

describe('log-in by a one-time code to the work address', () => {
  let env: SamankerUnderTest;
  let regionId: string;
  let organisationId: string;
  let secretariat: Client;
  let person: BuiltPerson;

  beforeAll(async () => {
    // A Sunday night: nobody's working hours.
    env = await startSamanker({ clock: '2026-03-01T23:30+01:00' });
    regionId = await aRegion(env);
    organisationId = await anOrganisation(env, regionId);
    secretariat = await env.as(await aPerson(env, regionId, { roles: ['SECRETARIAT'] }));
    await secretariat.mutate(ALLOW, { allowed: true });
  });
  afterAll(() => env?.stop());
  beforeEach(async () => {
    person = await aPerson(env, regionId, { organisationId, roles: ['RECORDER', 'COORDINATOR'] });
  });

  function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(env.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }
  const askFor = (email: string): Promise<Response> => post('/log-in/code', { email });
  const verify = (email: string, code: string): Promise<Response> => post('/log-in/code/verify', { email, code });
  async function codesOf(email: string): Promise<string[]> {
    await env.drain();
    const { messages } = await env.mailbox.list({ to: email });
    const mails = await Promise.all(messages.map(({ id }) => env.mailbox.read(id)));
    return mails.map((mail) => /\b(\d{4} \d{4})\b/.exec(mail!.text)![1]!);
  }
  async function codeOf(email: string): Promise<string> {
    expect((await askFor(email)).status).toBe(202);
    return (await codesOf(email))[0]!;
  }
  async function logIn(email: string): Promise<string> {
    const response = await verify(email, await codeOf(email));
    expect(response.status).toBe(204);
    return response.headers.get('set-cookie')!.split(';')[0]!;
  }
  async function ask(cookie: string, query: string, variables: object = {}): Promise<any> {
    return (await post('/graphql', { query, variables }, { cookie })).json();
  }
  const count = async (table: string): Promise<number> =>
    (await env.admin.query(`select count(*)::int as count from ${table}`))[0].count;
  const wrongFor = (code: string): string => (code.startsWith('0') ? '1' : '0') + code.slice(1);

  it('the region’s secretariat allows it, nobody else, and the log says so', async () => {
    const coordinator = await env.as(person);
    expect((await coordinator.mutate(ALLOW, { allowed: false })).result.code).toBe('NOT_PERMITTED');
    expect((await coordinator.query('{ region { codeLogInAllowed } }')).region.codeLogInAllowed).toBe(true);
    const [{ entry }] = await env.admin.query(
      `select entry from decision_log where region_id = $1 and entry like '%allowCodeLogIn%'`,
      [regionId],
    );
    expect(JSON.parse(entry)).toMatchObject({
      verb: 'allowCodeLogIn',
      before: { codeLogInAllowed: false },
      after: { codeLogInAllowed: true },
    });
  });

  it('the page learns that the way is open', async () => {
    expect(await (await fetch(`${env.url}/log-in/ways`)).json()).toMatchObject({ code: true });
  });

  it('a code comes at once, at any hour, and opens a session that ends after half an hour without use, or two hours', async () => {
    const cookie = await logIn(person.email);
    expect(cookie).toMatch(/^__Host-samanker=[\w-]{43}$/);
    expect((await ask(cookie, ME)).data.me).toEqual({ personId: person.personId, organisationId, logIn: 'CODE' });
    const [session] = await env.admin.query(
      `select extract(epoch from idle_limit)::int as idle, extract(epoch from expires_at - created_at)::int as most
       from session where person_id = $1`,
      [person.personId],
    );
    expect(session).toEqual({ idle: 1_800, most: 7_200 });
    await env.admin.query(`update session set seen_at = now() - interval '31 minutes' where person_id = $1`, [
      person.personId,
    ]);
    expect((await ask(cookie, ME)).errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });

  it('the cookie is out of reach of pages and of plain http', async () => {
    const response = await verify(person.email, await codeOf(person.email));
    expect(response.headers.get('set-cookie')).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Lax/);
    expect(await response.text()).toBe('');
  });

  it('in the person’s language, with the code in no subject', async () => {
    for (const [language, words] of [
      ['NB', 'Engangskode til Samanker'],
      ['NN', 'Eingongskode til Samanker'],
      ['EN', 'One-time code for Samanker'],
    ] as const) {
      const { email } = await aPerson(env, regionId, { organisationId, language });
      await codeOf(email);
      const { messages } = await env.mailbox.list({ to: email });
      expect(messages[0]!.subject).toBe(words);
    }
  });

  it('the code stands nowhere in the database, neither before it is sent nor after', async () => {
    const code = await codeOf(person.email);
    const tables: { name: string }[] = await env.admin.query(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const [{ seen }] = await env.admin.query(
        `select exists (select from "${name}" t where t::text like '%' || $1 || '%' or t::text like '%' || $2 || '%') as seen`,
        [code, code.replace(' ', '')],
      );
      if (seen) found.push(name);
    }
    expect(found).toEqual([]);
    expect(tables.length).toBeGreaterThan(40);
    expect((await verify(person.email, code)).status).toBe(204);
  });

  it('is single use, also for fifty at once', async () => {
    const code = await codeOf(person.email);
    const statuses = await Promise.all(
      Array.from({ length: 50 }, async () => (await verify(person.email, code)).status),
    );
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    expect(statuses.filter((status) => status === 401)).toHaveLength(49);
    expect((await verify(person.email, code)).status).toBe(401);
  });

  it('stands four wrong guesses and not five, also at once', async () => {
    const code = await codeOf(person.email);
    for (let guess = 0; guess < 4; guess++) expect((await verify(person.email, wrongFor(code))).status).toBe(401);
    expect((await verify(person.email, code)).status).toBe(204);

    const second = await codeOf(person.email);
    const guesses = await Promise.all(Array.from({ length: 20 }, () => verify(person.email, wrongFor(second))));
    expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([401]));
    expect((await verify(person.email, second)).status).toBe(401);
    const [{ attempts }] = await env.admin.query(
      'select attempts from log_in_code where person_id = $1 order by created_at desc limit 1',
      [person.personId],
    );
    expect(attempts).toBe(5);
  });

  it('ends after ten minutes', async () => {
    const code = await codeOf(person.email);
    const [{ seconds }] = await env.admin.query(
      'select extract(epoch from expires_at - created_at)::int as seconds from log_in_code where person_id = $1',
      [person.personId],
    );
    expect(seconds).toBe(600);
    await env.admin.query('update log_in_code set expires_at = now() where person_id = $1', [person.personId]);
    expect((await verify(person.email, code)).status).toBe(401);
  });

  it('only the newest counts; somebody else’s does not open', async () => {
    const first = await codeOf(person.email);
    const newest = await codeOf(person.email);
    const colleague = await aPerson(env, regionId, { organisationId });
    const theirs = await codeOf(colleague.email);
    expect((await verify(person.email, first)).status).toBe(401);
    expect((await verify(person.email, theirs)).status).toBe(401);
    expect((await verify(person.email, newest)).status).toBe(204);
  });

  it('three in a quarter of an hour are sent, of ten asked for at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => askFor(person.email)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(await codesOf(person.email)).toHaveLength(3);
    await askFor(person.email);
    expect(await codesOf(person.email)).toHaveLength(3);
    await env.admin.query(
      `update log_in_code set created_at = created_at - interval '16 minutes' where person_id = $1`,
      [person.personId],
    );
    await askFor(person.email);
    expect(await codesOf(person.email)).toHaveLength(4);
  });

  describe('who asks learns nothing of an address', () => {
    const strangers = async (): Promise<Record<string, string>> => {
      const elsewhere = await aRegion(env);
      const inactive = await aPerson(env, regionId, { organisationId });
      await env.admin.query('update role set active = false where person_id = $1', [inactive.personId]);
      const shared = `felles${Math.random()}@kommune.example`;
      await aPerson(env, regionId, { organisationId, email: shared });
      await aPerson(env, regionId, { organisationId, email: shared.toUpperCase() });
      return {
        'nobody has it': 'nobody@kommune.example',
        'a region that does not allow it': (
          await aPerson(env, elsewhere, { organisationId: await anOrganisation(env, elsewhere) })
        ).email,
        'no role any more': inactive.email,
        'two have it': shared,
        'a program': 'samanker-0@machine.invalid',
      };
    };

    it('from the answer, its headers or its time; and no row is made', async () => {
      const headersOf = ({ headers }: Response) =>
        [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
      const timed = async (email: string) => {
        const began = performance.now();
        const response = await askFor(email);
        const body = await response.text();
        return { status: response.status, headers: headersOf(response), body, took: performance.now() - began };
      };
      const { took: known, ...said } = await timed(person.email);
      await env.drain();
      for (const [why, email] of Object.entries(await strangers())) {
        const before = [await count('log_in_code'), await count('mail'), await count('outbox_event')];
        const { took, ...answer } = await timed(email);
        await env.drain();
        expect({ why, answer }).toEqual({ why, answer: said });
        expect({ why, near: Math.abs(took - known) < 60 }).toEqual({ why, near: true });
        expect({ why, rows: [await count('log_in_code'), await count('mail'), await count('outbox_event')] }).toEqual({
          why,
          rows: before,
        });
      }
    });

    it('from trying codes: unknown, wrong and never asked for are answered alike', async () => {
      const code = wrongFor(await codeOf(person.email));
      const never = await aPerson(env, regionId, { organisationId });
      const answers = await Promise.all(
        [person.email, never.email, ...Object.values(await strangers())].map(async (email) => {
          const began = performance.now();
          const response = await verify(email, code);
          const { requestId: _, ...body } = (await response.json()) as { requestId: string };
          return {
            status: response.status,
            body,
            cookie: response.headers.get('set-cookie'),
            near: performance.now() - began < 900,
          };
        }),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]).toMatchObject({ status: 401, cookie: null });
    });

    it('what is no address or no code is said to be none, whoever has it', async () => {
      for (const email of [undefined, 1, '', 'kari', `${person.email},${person.email}`, { $ne: null }, 'a'.repeat(400)])
        expect((await post('/log-in/code', { email })).status).toBe(400);
      for (const code of [undefined, '1234', 12345678, ['12345678'], '1234567890'])
        expect((await post('/log-in/code/verify', { email: person.email, code })).status).toBe(400);
      expect((await post('/log-in/code', null)).status).toBe(400);
    });
  });

  it('pages of other sites cannot ask or log in (S5)', async () => {
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await post('/log-in/code', { email: person.email }, headers)).status).toBe(403);
    const code = await codeOf(person.email);
    expect((await post('/log-in/code/verify', { email: person.email, code }, headers)).status).toBe(403);
  });

  describe('what it is enough for', () => {
    const result = 'result: {verb}(input: $input) { __typename ... on UserError { code message } }';
    const send = async (cookie: string, verb: string, type: string, input: object) => {
      const { data, errors } = await ask(cookie, `mutation ($input: ${type}!) { ${result.replace('{verb}', verb)} }`, {
        input,
      });
      return errors ?? data.result;
    };

    it('recording decisions and volumes: they are looked at as from anybody', async () => {
      const cookie = await logIn(person.email);
      const step = { stepId: NO, outcome: 'RECOMMENDED', decidedOn: '2026-03-01' };
      expect(await send(cookie, 'decideAnchoringStep', 'DecideAnchoringStepInput', step)).toMatchObject({
        code: 'NOT_FOUND',
      });
      const cells = { participationId: NO, cells: [{ itemId: NO, year: 2027, expected: '1' }] };
      expect(await send(cookie, 'declareVolumes', 'DeclareVolumesInput', cells)).toMatchObject({ code: 'NOT_FOUND' });
    });

    it('not freezing, merging, powers of attorney, templates, programs or the setting itself, and the refusal says what to do', async () => {
      const cookie = await logIn(person.email);
      const strong = {
        freezeMergedDemandReport: ['FreezeMergedDemandReportInput', { caseId: NO }],
        acceptMergeProposal: ['AcceptMergeProposalInput', { proposalId: NO, version: 1 }],
        rejectMergeProposal: ['RejectMergeProposalInput', { proposalId: NO, version: 1, reason: 'x' }],
        withdrawPowerOfAttorney: ['WithdrawPowerOfAttorneyInput', { participationId: NO, because: 'x' }],
        saveRouteTemplate: ['SaveRouteTemplateInput', { organisationId, name: 'Rute', steps: [] }],
        allowCodeLogIn: ['AllowCodeLogInInput', { allowed: true }],
        createMachineClient: [
          'CreateMachineClientInput',
          { organisationId, name: 'x', scopes: ['READ'], expiresOn: '2026-12-31' },
        ],
      } as const;
      for (const [verb, [type, input]] of Object.entries(strong))
        expect([verb, await send(cookie, verb, type, input)]).toEqual([
          verb,
          {
            __typename: 'LogInTooWeak',
            code: 'LOG_IN_TOO_WEAK',
            message: expect.stringContaining('Logg inn på nytt'),
          },
        ]);
    });

    it('and what is done with it stands in the log as done with a code', async () => {
      const cookie = await logIn(person.email);
      const opened = await aCase(env, { regionId, firstYear: 2027, decisionDeadline: '2026-12-15' });
      const { participationId } = await aParticipation(env, { case: opened, organisationId });
      const declared = await send(cookie, 'declareVolumes', 'DeclareVolumesInput', {
        participationId,
        cells: [{ itemId: opened.parts[0]!.itemIds[0], year: 2027, expected: '1' }],
      });
      expect(declared.__typename).toBe('VolumeSheet');
      const [{ entry }] = await env.admin.query(
        `select entry from decision_log where region_id = $1 and entry like '%"verb":"declareVolumes"%' order by seq desc limit 1`,
        [regionId],
      );
      expect(JSON.parse(entry)).toMatchObject({ via: 'CODE', verb: 'declareVolumes' });
    });
  });

  describe('is over at the next request', () => {
    it('when the role is taken away', async () => {
      const cookie = await logIn(person.email);
      await env.admin.query('update role set active = false where person_id = $1', [person.personId]);
      expect((await ask(cookie, ME)).errors[0].extensions.code).toBe('UNAUTHENTICATED');
    });

    it('when the region ends it, also for codes that are on their way; other log-ins go on', async () => {
      const cookie = await logIn(person.email);
      const code = await codeOf(person.email);
      const developer = await env.as(person);
      expect((await secretariat.mutate(ALLOW, { allowed: false })).result.codeLogInAllowed).toBe(false);
      expect((await ask(cookie, ME)).errors[0].extensions.code).toBe('UNAUTHENTICATED');
      expect((await verify(person.email, code)).status).toBe(401);
      expect((await developer.query(ME)).me.logIn).toBe('DEVELOPMENT');
      expect(await (await fetch(`${env.url}/log-in/ways`)).json()).toMatchObject({ code: false });
      await secretariat.mutate(ALLOW, { allowed: true });
    });

    it('and a role that was taken away between asking and typing opens nothing', async () => {
      const code = await codeOf(person.email);
      await env.admin.query('update role set active = false where person_id = $1', [person.personId]);
      expect((await verify(person.email, code)).status).toBe(401);
    });
  });
});
