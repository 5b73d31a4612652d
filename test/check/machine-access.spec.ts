import { Transactions } from '@samanker/database';
import { askedKey, responsibleFor } from '@samanker/expectation';
import { anOrganisation, aPerson, aRegion, type BuiltPerson } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const CREATE = `mutation ($input: CreateMachineClientInput!) { result: createMachineClient(input: $input) {
  __typename ... on IssuedMachineClient { clientSecret client { id clientId name scopes expiresAt revokedAt } }
  ... on UserError { code path message } } }`;
const ROTATE = `mutation ($input: RotateMachineClientSecretInput!) { result: rotateMachineClientSecret(input: $input) {
  __typename ... on IssuedMachineClient { clientSecret client { id previousValidUntil } } ... on UserError { code path } } }`;
const REVOKE = `mutation ($input: RevokeMachineClientInput!) { result: revokeMachineClient(input: $input) {
  __typename ... on MachineClient { id revokedAt } ... on UserError { code path } } }`;
const LIST = `query ($organisationId: UUID!) { machineClients(organisationId: $organisationId) { id name clientId scopes revokedAt } }`;
const REGISTER_NEED = `mutation ($input: RegisterNeedInput!) { result: registerNeed(input: $input) {
  __typename ... on Need { id } ... on UserError { code message } } }`;
const ADD_BODY = `mutation ($input: SaveDecisionBodyInput!) { result: saveDecisionBody(input: $input) {
  __typename ... on DecisionBody { id } ... on UserError { code message } } }`;
const ME = '{ me { name logIn roles { kind } organisationId } }';

const NEED = {
  fields: {
    title: 'Trygghetsalarmer',
    problem: 'De analoge alarmene slutter å virke.',
    cpvCodes: ['33195000'],
    quantity: '100',
    unitCode: 'STK',
    wantedFrom: '2027-01-01',
    wantedTo: '2030-12-31',
  },
};

interface Issued {
  readonly id: string;
  readonly clientId: string;
  readonly secret: string;
}

describe('programs: client credentials', () => {
  let env: SamankerUnderTest;
  let regionId: string;
  let organisationId: string;
  let neighbourId: string;
  let chief: BuiltPerson;
  let coordinator: Client;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2026-03-02T10:00+01:00', worker: false });
    regionId = await aRegion(env);
    organisationId = await anOrganisation(env, regionId);
    neighbourId = await anOrganisation(env, regionId);
    chief = await aPerson(env, regionId, { organisationId, roles: ['CHIEF_EXECUTIVE'] });
    coordinator = await env.as(await aPerson(env, regionId, { organisationId, language: 'EN' }));
  });
  afterAll(() => env?.stop());

  const input = (more: object = {}) => ({
    organisationId,
    name: 'Sak og arkiv',
    scopes: ['READ', 'NEEDS'],
    expiresOn: '2026-12-31',
    ...more,
  });
  async function issue(more: object = {}): Promise<Issued> {
    const { result } = await coordinator.mutate(CREATE, { input: input(more) });
    return { id: result.client.id, clientId: result.client.clientId, secret: result.clientSecret };
  }
  function post(form: Record<string, string> | string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${env.url}/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: typeof form === 'string' ? form : new URLSearchParams(form),
    });
  }
  const grant = ({ clientId, secret }: Issued, more: Record<string, string> = {}): Promise<Response> =>
    post({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret, ...more });
  async function tokenOf(client: Issued, scope?: string): Promise<string> {
    const response = await grant(client, scope ? { scope } : {});
    expect(response.status).toBe(200);
    return ((await response.json()) as { access_token: string }).access_token;
  }
  async function ask(token: string, query: string, variables: object = {}): Promise<any> {
    const response = await fetch(`${env.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  }
  const lastEntry = async (verb: string) => {
    const [row] = await env.admin.query(
      `select entry from decision_log where region_id = $1 and entry like '%"verb":"' || $2 || '"%' order by seq desc limit 1`,
      [regionId, verb],
    );
    return JSON.parse(row.entry);
  };

  describe('giving access', () => {
    it('is for the organisation’s coordinator and chief executive, and for the secretariat', async () => {
      const secretariat = await aPerson(env, regionId, { roles: ['SECRETARIAT'] });
      for (const client of [coordinator, await env.as(chief), await env.as(secretariat)])
        expect((await client.mutate(CREATE, { input: input() })).result).toMatchObject({
          __typename: 'IssuedMachineClient',
          clientSecret: expect.stringMatching(/^samanker_secret_[\w-]{43}$/),
          client: { scopes: ['READ', 'NEEDS'], revokedAt: null, expiresAt: '2026-12-31T23:00:00.000Z' },
        });
    });

    it('is nobody else’s: a contributor, a reader, another municipality, another region', async () => {
      const contributor = await aPerson(env, regionId, {
        organisationId,
        roles: ['CONTRIBUTOR', 'RECORDER', 'READER'],
      });
      const neighbour = await aPerson(env, regionId, { organisationId: neighbourId });
      const elsewhere = await aRegion(env);
      const foreigner = await aPerson(env, elsewhere, { organisationId: await anOrganisation(env, elsewhere) });
      for (const [person, code] of [
        [contributor, 'NOT_PERMITTED'],
        [neighbour, 'NOT_PERMITTED'],
        [foreigner, 'NOT_FOUND'],
      ] as const) {
        expect((await (await env.as(person)).mutate(CREATE, { input: input() })).result.code).toBe(code);
        expect(await (await env.as(person)).query(LIST, { organisationId })).toEqual({ machineClients: [] });
      }
    });

    it('ends within a year and names at least one scope', async () => {
      for (const [more, field] of [
        [{ expiresOn: '2027-03-03' }, 'expiresOn'],
        [{ expiresOn: '2026-03-01' }, 'expiresOn'],
        [{ scopes: [] }, 'scopes'],
        [{ scopes: ['READ', 'READ'] }, 'scopes'],
        [{ name: '  ' }, 'name'],
      ] as const)
        expect((await coordinator.mutate(CREATE, { input: input(more) })).result).toMatchObject({
          code: 'INVALID_INPUT',
          path: ['input', field],
        });
    });

    it('tells the secret once: a repeated request gets the same access without it, and the database has only hashes', async () => {
      const twice = { input: input({ idempotencyKey: 'once' }) };
      const first = (await coordinator.mutate(CREATE, twice)).result;
      const second = (await coordinator.mutate(CREATE, twice)).result;
      expect(second.client).toEqual(first.client);
      expect([typeof first.clientSecret, second.clientSecret]).toEqual(['string', null]);
      const [{ count }] = await env.admin.query(
        `select count(*)::int as count from (select m::text as row from machine_client m union all select entry from decision_log
           union all select p::text from person p) t where position($1 in row) > 0`,
        [first.clientSecret],
      );
      expect(count).toBe(0);
    });

    it('is in the log, with what it opens and not with its name', async () => {
      await issue({ name: 'Kari Nordmanns skript', scopes: ['CALENDARS'] });
      const entry = await lastEntry('createMachineClient');
      expect(entry).toMatchObject({ via: 'DEVELOPMENT', after: { scopes: ['calendars'], roles: ['RECORDER'] } });
      expect(JSON.stringify(entry)).not.toContain('Kari');
    });
  });

  describe('the token endpoint', () => {
    it('answers as RFC 6749 says, and nothing of it may be kept', async () => {
      const client = await issue();
      const response = await grant(client);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('pragma')).toBe('no-cache');
      expect(await response.json()).toEqual({
        access_token: expect.stringMatching(/^[\w-]{43}$/),
        token_type: 'Bearer',
        expires_in: 3600,
        scope: 'read needs',
      });
    });

    it('takes the secret in the header as well', async () => {
      const { clientId, secret } = await issue();
      const authorization = `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`;
      const response = await post({ grant_type: 'client_credentials', scope: 'needs' }, { authorization });
      expect(await response.json()).toMatchObject({ scope: 'needs', expires_in: 3600 });
    });

    it('refuses by the errors of the RFC: wrong secret, unknown client, other grants, scopes beyond, parameters twice', async () => {
      const client = await issue();
      const wrong = await grant({ ...client, secret: 'guess' });
      const unknown = await grant({ ...client, clientId: client.clientId.replace(/.$/, 'f').replace(/..$/, '00') });
      const garbage = await grant({ ...client, clientId: 'samanker' });
      expect([wrong.status, unknown.status, garbage.status]).toEqual([401, 401, 401]);
      const said = await wrong.json();
      expect(said).toMatchObject({ error: 'invalid_client' });
      expect([await unknown.json(), await garbage.json()]).toEqual([said, said]);

      const basic = await post(
        { grant_type: 'client_credentials' },
        { authorization: `Basic ${Buffer.from(`${client.clientId}:no`).toString('base64')}` },
      );
      expect(basic.status).toBe(401);
      expect(basic.headers.get('www-authenticate')).toMatch(/^Basic /);

      for (const [form, error] of [
        [{ grant_type: 'authorization_code' }, 'unsupported_grant_type'],
        [{ grant_type: '' }, 'invalid_request'],
        [{ scope: 'read everything' }, 'invalid_scope'],
        [{ scope: 'volumes' }, 'invalid_scope'],
      ] as const) {
        const response = await grant(client, form as Record<string, string>);
        expect([response.status, (await response.json()) as object]).toEqual([400, expect.objectContaining({ error })]);
      }
      const twice = await post(
        `grant_type=client_credentials&client_id=${client.clientId}&client_secret=${client.secret}&scope=read&scope=needs`,
      );
      expect(await twice.json()).toMatchObject({ error: 'invalid_request' });
    });

    it('reads forms only, and forms are read nowhere else', async () => {
      const client = await issue();
      const json = await fetch(`${env.url}/oauth/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          grant_type: 'client_credentials',
          client_id: client.clientId,
          client_secret: client.secret,
        }),
      });
      expect([json.status, ((await json.json()) as { error: string }).error]).toEqual([400, 'invalid_request']);
      for (const route of ['/graphql', '/development/log-in', '/log-in/code']) {
        const form = await fetch(env.url + route, {
          method: 'POST',
          body: new URLSearchParams({ query: '{ me { name } }' }),
        });
        expect([route, form.status]).toEqual([route, 415]);
      }
    });

    it('a program that asks without end waits; another one does not (rate limit)', async () => {
      const busy = await issue();
      const statuses = await Promise.all(Array.from({ length: 24 }, async () => (await grant(busy)).status));
      expect(statuses.filter((status) => status === 200)).toHaveLength(20);
      const refused = await grant(busy);
      expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
      expect(((await refused.json()) as { error: string }).error).toBe('temporarily_unavailable');
      expect((await grant(await issue())).status).toBe(200);
    });
  });

  describe('what a token opens', () => {
    it('what its scopes name, as a person of its own, and the log says so', async () => {
      const token = await tokenOf(await issue({ name: 'Behovsregister' }));
      expect((await ask(token, ME)).data.me).toEqual({
        name: 'Behovsregister',
        logIn: 'MACHINE',
        organisationId,
        roles: [{ kind: 'CONTRIBUTOR' }],
      });
      expect((await ask(token, REGISTER_NEED, { input: NEED })).data.result.__typename).toBe('Need');
      expect(await lastEntry('registerNeed')).toMatchObject({ via: 'MACHINE' });
    });

    it('not what lies beyond them, with words that say why', async () => {
      const token = await tokenOf(await issue());
      const { data } = await ask(token, ADD_BODY, { input: { organisationId, name: 'Utvalget', kind: 'COMMITTEE' } });
      expect(data.result).toEqual({
        __typename: 'LogInTooWeak',
        code: 'LOG_IN_TOO_WEAK',
        message: expect.stringContaining('scope'),
      });
      const keeper = await tokenOf(await issue({ scopes: ['CALENDARS'] }));
      const kept = await ask(keeper, ADD_BODY, { input: { organisationId, name: 'Utvalget', kind: 'COMMITTEE' } });
      expect(kept.data.result.__typename).toBe('DecisionBody');
    });

    it('never decisions, freezing, awarding, merging, roles or other programs, whatever scopes it has', async () => {
      const everything = await issue({ scopes: ['READ', 'NEEDS', 'VOLUMES', 'CALENDARS'] });
      const token = await tokenOf(everything);
      const no = '01900000-0000-7000-8000-00000000dead';
      const tried = {
        decideAnchoringStep: {
          type: 'DecideAnchoringStepInput',
          input: { stepId: no, outcome: 'RECOMMENDED', decidedOn: '2026-03-02' },
        },
        freezeMergedDemandReport: { type: 'FreezeMergedDemandReportInput', input: { caseId: no } },
        proposeParticipants: { type: 'ProposeParticipantsInput', input: { caseId: no } },
        revokeMachineClient: { type: 'RevokeMachineClientInput', input: { machineClientId: everything.id } },
      };
      for (const [verb, { type, input: given }] of Object.entries(tried)) {
        const { data, errors } = await ask(
          token,
          `mutation ($input: ${type}!) { result: ${verb}(input: $input) { ... on UserError { code } } }`,
          { input: given },
        );
        expect([verb, errors, data?.result?.code]).toEqual([verb, undefined, 'LOG_IN_TOO_WEAK']);
      }
    });

    it('questions only with the scope for them; a narrowed token has what was asked for', async () => {
      const client = await issue();
      const sender = await tokenOf(client, 'needs');
      const refused = await ask(sender, '{ me { name } }');
      expect(refused.errors[0]).toMatchObject({ extensions: { code: 'LOG_IN_TOO_WEAK' } });
      expect((await ask(sender, REGISTER_NEED, { input: NEED })).data.result.__typename).toBe('Need');
      const file = await fetch(`${env.url}/attachments/01900000-0000-7000-8000-00000000dead`, {
        headers: { authorization: `Bearer ${sender}` },
      });
      expect([file.status, ((await file.json()) as { code: string }).code]).toEqual([403, 'LOG_IN_TOO_WEAK']);
      const reader = await tokenOf(client, 'read');
      expect((await ask(reader, '{ me { name } }')).errors).toBeUndefined();
      expect((await ask(reader, REGISTER_NEED, { input: NEED })).data.result.code).toBe('LOG_IN_TOO_WEAK');
    });

    it('nothing after an hour', async () => {
      const token = await tokenOf(await issue());
      const [{ seconds }] = await env.admin.query(
        `select extract(epoch from expires_at - now())::int as seconds from session where log_in = 'MACHINE' order by created_at desc limit 1`,
      );
      expect(seconds).toBeGreaterThan(3_590);
      expect(seconds).toBeLessThanOrEqual(3_600);
      await env.admin.query(`update session set expires_at = now() where log_in = 'MACHINE'`);
      expect((await ask(token, ME)).errors[0].extensions.code).toBe('UNAUTHENTICATED');
    });
  });

  describe('taking it away', () => {
    it('a new secret opens at once, the old one for a day longer', async () => {
      const client = await issue();
      const { result } = await coordinator.mutate(ROTATE, { input: { machineClientId: client.id } });
      expect(Date.parse(result.client.previousValidUntil) - Date.parse('2026-03-03T09:00:00Z')).toBeLessThan(600_000);
      expect((await grant({ ...client, secret: result.clientSecret })).status).toBe(200);
      expect((await grant(client)).status).toBe(200);
      await env.setClock('2026-03-03T10:10+01:00');
      expect((await grant(client)).status).toBe(401);
      expect((await grant({ ...client, secret: result.clientSecret })).status).toBe(200);
      await env.setClock('2026-03-02T10:00+01:00');
      const again = { input: { machineClientId: client.id, idempotencyKey: 'rotated' } };
      expect((await coordinator.mutate(ROTATE, again)).result.clientSecret).toMatch(/^samanker_secret_/);
      expect((await coordinator.mutate(ROTATE, again)).result.clientSecret).toBeNull();
    });

    it('a revoked program is out at the next request, gets no token, and cannot be woken', async () => {
      const client = await issue();
      const token = await tokenOf(client);
      expect((await ask(token, ME)).errors).toBeUndefined();
      expect((await coordinator.mutate(REVOKE, { input: { machineClientId: client.id } })).result).toMatchObject({
        __typename: 'MachineClient',
        revokedAt: expect.any(String),
      });
      expect((await ask(token, ME)).errors[0].extensions.code).toBe('UNAUTHENTICATED');
      expect((await grant(client)).status).toBe(401);
      for (const document of [REVOKE, ROTATE])
        expect((await coordinator.mutate(document, { input: { machineClientId: client.id } })).result.code).toBe(
          'MACHINE_CLIENT_ENDED',
        );
      const { machineClients } = await coordinator.query(LIST, { organisationId });
      expect(machineClients.find(({ id }: { id: string }) => id === client.id).revokedAt).not.toBeNull();
    });

    it('its access ends by itself on the last day, with the tokens that it has', async () => {
      const client = await issue({ expiresOn: '2026-03-02' });
      const token = await tokenOf(client);
      await env.setClock('2026-03-03T00:00:01+01:00');
      expect((await ask(token, ME)).errors[0].extensions.code).toBe('UNAUTHENTICATED');
      expect((await grant(client)).status).toBe(401);
      await env.setClock('2026-03-02T10:00+01:00');
    });

    it('a neighbour cannot touch it, and does not learn that it is there', async () => {
      const client = await issue();
      const neighbour = await env.as(await aPerson(env, regionId, { organisationId: neighbourId }));
      for (const document of [REVOKE, ROTATE])
        expect((await neighbour.mutate(document, { input: { machineClientId: client.id } })).result.code).toBe(
          'NOT_FOUND',
        );
    });
  });

  it('a program is never written to, though it holds the role that is asked (R12)', async () => {
    const quiet = await anOrganisation(env, regionId, { officialAddress: 'postmottak@stille.example' });
    const { result } = await (
      await env.as(await aPerson(env, regionId, { organisationId: quiet, roles: ['CHIEF_EXECUTIVE'] }))
    ).mutate(CREATE, { input: input({ organisationId: quiet, scopes: ['CALENDARS'] }) });
    expect(result.__typename).toBe('IssuedMachineClient');
    const asked = { organisationId: quiet, role: 'RECORDER' } as const;
    const found = await env.api
      .get(Transactions, { strict: false })
      .asService(regionId, 'test', (work) => responsibleFor(work, [asked]));
    expect(found.get(askedKey(asked))).toMatchObject({ personId: null, address: 'postmottak@stille.example' });
  });

  it('a program cannot be given a role that decides, not even in the database', async () => {
    const client = await issue();
    await expect(
      env.admin.query(
        `insert into role (region_id, person_id, organisation_id, kind)
         select region_id, person_id, organisation_id, 'COORDINATOR' from machine_client where id = $1`,
        [client.id],
      ),
    ).rejects.toThrow('a program cannot hold the role COORDINATOR');
  });
});
