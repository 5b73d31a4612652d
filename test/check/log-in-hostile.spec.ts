import { createHash } from 'node:crypto';
import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import {
  HostileProvider,
  hmac,
  signed,
  signedByAStranger,
  unsigned,
  type Hostility,
} from '../environment/hostile-provider';
import { CLIENT, listening, providerAt, serviceWithProvider } from '../environment/log-in-ground';
import type { SamankerUnderTest } from '../environment/samanker';
import { Visitor } from '../environment/visitor';

const HOST = '127.0.0.1';

describe('S5: a provider, or somebody between, that lies', () => {
  let env: SamankerUnderTest;
  let url: string;
  let provider: HostileProvider;
  let server: Awaited<ReturnType<typeof listening>>;

  beforeAll(async () => {
    const service = await serviceWithProvider((port) => providerAt(`http://${HOST}:${port}`), { worker: false });
    ({ env, url } = service);
    provider = new HostileProvider(`http://${HOST}:${service.providerPort}`);
    server = await listening(provider.answer, service.providerPort);
    const regionId = await aRegion(env);
    const organisationId = await anOrganisation(env, regionId, { organisationNumber: '910753614' });
    await aPerson(env, regionId, { organisationId, email: 'kari@grimstad.example' });
  });
  afterAll(async () => {
    server?.closeAllConnections();
    server?.close();
    await env?.stop();
  });
  beforeEach(() => {
    provider.hostility = {};
  });

  /** One whole log-in, with the provider as hostile as told; where it ends. */
  async function logIn(hostility: Hostility, more: Record<string, string> = {}) {
    const visitor = new Visitor();
    provider.hostility = hostility;
    const { location } = await visitor.visit(`${url}/log-in?return=/tasks`);
    provider.remember(location!.searchParams);
    const callback = new URL(`${url}/log-in/callback`);
    callback.searchParams.set('code', 'c0de');
    callback.searchParams.set('state', location!.searchParams.get('state') ?? '');
    for (const [name, value] of Object.entries(more)) callback.searchParams.set(name, value);
    const back = await visitor.visit(callback);
    return {
      end: back.location!.pathname + back.location!.search,
      token: visitor.cookie(HOST, '__Host-samanker'),
      back,
    };
  }

  const NOT_TRUSTED = '/log-in-failed?because=NOT_TRUSTED';

  it('the honest one gets in, so that the others fail for the right reason', async () => {
    const { end, token } = await logIn({});
    expect(end).toBe('/tasks');
    expect(token).toMatch(/^[\w-]{43}$/);
  });

  it('PKCE: the verifier that is shown with the code belongs to the challenge that was sent before', async () => {
    let challenge: string | null = null;
    const visitor = new Visitor();
    const { location } = await visitor.visit(`${url}/log-in`);
    challenge = location!.searchParams.get('code_challenge');
    provider.remember(location!.searchParams);
    await visitor.visit(`${url}/log-in/callback?code=c0de&state=${location!.searchParams.get('state')}`);
    const verifier = provider.exchanged!.get('code_verifier')!;
    expect(verifier).toMatch(/^[\w-]{43,}$/);
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(challenge);
    expect(provider.exchanged!.get('redirect_uri')).toBe(`${url}/log-in/callback`);
  });

  const lies: [string, Hostility][] = [
    ['alg none', { sign: unsigned }],
    [
      'alg none, signature of another token',
      { sign: async (claims, keys) => mixed(await unsigned(claims), await signed(claims, keys)) },
    ],
    ['HS256 with the public key as the secret', { sign: hmac(({ published }) => published) }],
    ['HS256 with the client secret', { sign: hmac(() => CLIENT.clientSecret) }],
    ['a key that was never published', { sign: signedByAStranger }],
    [
      'claims changed after signing',
      { sign: async (claims, keys) => forged(await signed({ ...claims, sub: 'x' }, keys), claims) },
    ],
    ['no signature', { sign: async (claims, keys) => (await signed(claims, keys)).replace(/[^.]+$/, '') }],
    ['another audience', { claims: (honest) => ({ ...honest, aud: 'somebody-else' }) }],
    [
      'several audiences and another authorized party',
      { claims: (honest) => ({ ...honest, aud: [CLIENT.clientId, 'x'], azp: 'x' }) },
    ],
    ['no audience', { claims: ({ aud: _aud, ...rest }) => rest }],
    ['another issuer', { claims: (honest) => ({ ...honest, iss: 'https://evil.example' }) }],
    ['no issuer', { claims: ({ iss: _iss, ...rest }) => rest }],
    ['expired', { claims: (honest) => ({ ...honest, exp: Number(honest.iat) - 120 }) }],
    ['no end', { claims: ({ exp: _exp, ...rest }) => rest }],
    ['not valid yet', { claims: (honest) => ({ ...honest, nbf: Number(honest.iat) + 600 }) }],
    ['another nonce', { claims: (honest) => ({ ...honest, nonce: 'of-another-log-in' }) }],
    ['no nonce', { claims: ({ nonce: _nonce, ...rest }) => rest }],
    ['no subject', { claims: ({ sub: _sub, ...rest }) => rest }],
    ['an empty subject', { claims: (honest) => ({ ...honest, sub: '' }) }],
    ['a subject that is too long', { claims: (honest) => ({ ...honest, sub: 'x'.repeat(256) }) }],
    ['a subject with a NUL', { claims: (honest) => ({ ...honest, sub: 'x\u0000y' }) }],
    ['no ID token', { answer: (honest) => ({ body: { ...honest, id_token: undefined } }) }],
    ['a list instead of an answer', { answer: () => ({ body: [] }) }],
    ['no JSON', { answer: () => ({ body: '<html>' }) }],
    [
      'a code that is not good',
      { answer: () => ({ status: 400, body: { error: 'invalid_grant', error_description: '<script>' } }) },
    ],
  ];

  it.each(lies)('%s: refused, no session, nothing quoted', async (_what, hostility) => {
    const before = await sessions();
    const { end, token, back } = await logIn(hostility);
    expect(end).toBe(NOT_TRUSTED);
    expect(token).toBeUndefined();
    expect(back.text).not.toContain('script');
    expect(await sessions()).toBe(before);
  });

  it('a response of another issuer (mix-up) is refused', async () => {
    expect((await logIn({}, { iss: 'https://evil.example' })).end).toBe(NOT_TRUSTED);
  });

  it('a provider in trouble is away, not a liar', async () => {
    expect((await logIn({ answer: () => ({ status: 503, body: 'down' }) })).end).toBe(
      '/log-in-failed?because=PROVIDER_AWAY',
    );
  });

  it.each(['01017012345', 'no:41017012345'])(
    'a subject that looks like a national identity number (%s) is refused and not stored',
    async (sub) => {
      expect((await logIn({ claims: (honest) => ({ ...honest, sub }) })).end).toBe('/log-in-failed?because=UNSUITABLE');
      expect(await env.admin.query('select 1 from identity_link where subject = $1', [sub])).toEqual([]);
    },
  );

  it('a national identity number beside the subject is not looked at and stands nowhere', async () => {
    expect((await logIn({ claims: (honest) => ({ ...honest, pid: '01017012345' }) })).end).toBe('/tasks');
    for (const table of ['session', 'identity_link', 'person', 'log_in_attempt']) {
      const [{ found }] = await env.admin.query(
        `select count(*)::int as found from ${table} t where t::text like '%01017012345%'`,
      );
      expect([table, found]).toEqual([table, 0]);
    }
  });

  it.each([
    ['is not verified', { email_verified: false }],
    ['is verified in a way of speaking', { email_verified: 'true' }],
    ['is somebody else’s', { email: 'nobody@grimstad.example' }],
    ['is two', { email: 'kari@grimstad.example,kari@grimstad.example' }],
  ])('an address that %s links nobody', async (_what, wrong) => {
    const { end } = await logIn({ claims: (honest) => ({ ...honest, sub: 'a-stranger', ...wrong }) });
    expect(end).toBe('/log-in-failed?because=UNKNOWN_PERSON');
    expect(await env.admin.query(`select 1 from identity_link where subject = 'a-stranger'`)).toEqual([]);
  });

  it('an address from the user information counts only for the subject of the token', async () => {
    const bare: Hostility = {
      claims: ({ email: _email, email_verified: _verified, ...honest }) => ({ ...honest, sub: 'of-user-info' }),
    };
    const address = { email: 'kari@grimstad.example', email_verified: true };
    expect((await logIn({ ...bare, userInfo: { ...address, sub: 'somebody-else' } })).end).toBe(NOT_TRUSTED);
    await env.admin.query('delete from identity_link');
    expect((await logIn({ ...bare, userInfo: { ...address, sub: 'of-user-info' } })).end).toBe('/tasks');
  });

  it.each([
    ['none', []],
    [
      'another’s',
      [{ type: 'ansattporten:altinn:resource', authorized_parties: [{ orgno: { ID: '0192:964965404' } }] }],
    ],
    ['of a kind that was not asked for', [{ type: 'ansattporten:orgno', orgno: { ID: '0192:910753614' } }]],
    [
      'of another register',
      [{ type: 'ansattporten:altinn:resource', authorized_parties: [{ orgno: { ID: '0007:910753614' } }] }],
    ],
  ])('a right to act that is %s opens no place', async (_what, authorization_details) => {
    await env.admin.query('delete from identity_link');
    expect((await logIn({ claims: (honest) => ({ ...honest, authorization_details }) })).end).toBe(
      '/log-in-failed?because=NO_ROLE',
    );
  });

  async function sessions(): Promise<number> {
    return (await env.admin.query('select count(*)::int as number from session'))[0].number;
  }
});

describe('S5: metadata of a provider', () => {
  it.each<[string, Hostility['metadata']]>([
    ['of another issuer', (honest) => ({ ...honest, issuer: 'https://evil.example' })],
    ['that offers nothing but HS256', (honest) => ({ ...honest, id_token_signing_alg_values_supported: ['HS256'] })],
    ['that offers nothing but none', (honest) => ({ ...honest, id_token_signing_alg_values_supported: ['none'] })],
  ])('%s: nobody gets in', async (_what, metadata) => {
    const service = await serviceWithProvider((port) => providerAt(`http://${HOST}:${port}`), { worker: false });
    const provider = new HostileProvider(`http://${HOST}:${service.providerPort}`);
    provider.hostility = { metadata, sign: hmac(() => CLIENT.clientSecret) };
    const server = await listening(provider.answer, service.providerPort);
    try {
      const visitor = new Visitor();
      const { location } = await visitor.visit(`${service.url}/log-in`);
      if (location!.pathname === '/log-in-failed') return expect(location!.search).toBe('?because=PROVIDER_AWAY');
      provider.remember(location!.searchParams);
      const state = location!.searchParams.get('state');
      const back = await visitor.visit(`${service.url}/log-in/callback?code=c0de&state=${state}`);
      expect(back.location!.search).toBe('?because=NOT_TRUSTED');
      expect(visitor.cookie(HOST, '__Host-samanker')).toBeUndefined();
    } finally {
      server.closeAllConnections();
      server.close();
      await service.env.stop();
    }
  });

  it('no provider at all, and one that does not answer: said so', async () => {
    const away = await serviceWithProvider((port) => providerAt(`http://${HOST}:${port}`), { worker: false });
    const { location } = await new Visitor().visit(`${away.url}/log-in`);
    expect(location!.href).toBe(`${away.url}/log-in-failed?because=PROVIDER_AWAY`);
    await away.env.stop();
  });
});

/** Header and claims of one token, signature of another. */
function mixed(one: string, other: string): string {
  return `${one.split('.').slice(0, 2).join('.')}.${other.split('.')[2]}`;
}

/** A signed token whose claims were exchanged afterwards. */
function forged(token: string, claims: object): string {
  const [header, , signature] = token.split('.');
  return `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
}
