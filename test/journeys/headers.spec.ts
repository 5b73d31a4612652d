import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aPerson, aRegion } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

interface Route {
  readonly method: string;
  readonly path: string;
}

/** The routes as the server itself lists them: a tree, four characters a level. */
function routesOf(tree: string): Route[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const match = /^([│ ]*)[├└]── (\S+)(?: \(([^)]*)\))?/.exec(line);
    if (!match) return [];
    const [, indent = '', part = '', methods = ''] = match;
    const level = indent.length / 4;
    above.splice(level, above.length, part);
    const path = above.join('').replaceAll(/:\w+/g, '01900000-0000-7000-8000-000000000000');
    return methods
      .split(', ')
      .filter(Boolean)
      .map((method) => ({ method, path: path === '*' ? '/cases' : path }));
  });
}

/** A mail is shown as it was sent, with its styles, in a sandbox that can run and load nothing; development only. */
const MAIL_SHOWN = /^\/development\/mailbox\/.+\/html$/;

function faultsOf(headers: Headers, path: string): string[] {
  const policy = headers.get('content-security-policy') ?? '';
  const demands: [string, boolean][] = [
    ['a policy', policy.includes("default-src 'self'") || policy.includes("default-src 'none'")],
    ['no unsafe-inline or unsafe-eval', MAIL_SHOWN.test(path) || !policy.includes('unsafe')],
    ['frame-ancestors none', policy.includes("frame-ancestors 'none'") || policy.includes('sandbox')],
    ['HSTS', /max-age=\d{8,}/.test(headers.get('strict-transport-security') ?? '')],
    ['nosniff', headers.get('x-content-type-options') === 'nosniff'],
    ['a referrer policy', /^(same-origin|no-referrer)$/.test(headers.get('referrer-policy') ?? '')],
    ['a permissions policy', (headers.get('permissions-policy') ?? '').includes('camera=()')],
    ['no name of the server', !headers.has('x-powered-by') && !headers.has('server')],
    ['nothing for other origins', !headers.has('access-control-allow-origin')],
    [
      'not kept, unless a hashed asset',
      path.startsWith('/assets/') || /no-store/.test(headers.get('cache-control') ?? ''),
    ],
    ['a request id', /^[0-9a-f-]{36}$/.test(headers.get('x-request-id') ?? '')],
  ];
  return demands.filter(([, kept]) => !kept).map(([what]) => what);
}

describe('headers on every route (S10)', () => {
  const webFolder = mkdtempSync(join(tmpdir(), 'samanker-web-'));
  let env: SamankerUnderTest;
  let client: Client;
  let routes: Route[];
  beforeAll(async () => {
    mkdirSync(join(webFolder, 'assets'));
    const files = ['index.html', 'graphiql.html', 'icon.svg', 'assets/a-1.js', 'assets/a-1.js.map'];
    for (const name of files) writeFileSync(join(webFolder, name), name);
    env = await startSamanker({ worker: false, webFolder });
    client = await env.as(await aPerson(env, await aRegion(env), { roles: ['SECRETARIAT'] }));
    const fastify = env.api.getHttpAdapter().getInstance() as unknown as {
      printRoutes(options: object): string;
    };
    routes = routesOf(fastify.printRoutes({ commonPrefix: false }));
  });
  afterAll(async () => {
    await env?.stop();
    rmSync(webFolder, { recursive: true });
  });

  const headersOf = async (
    { method, path }: Route,
    more: RequestInit = {},
  ): Promise<{ status: number; headers: Headers }> => {
    const answer = await fetch(env.url + path, { method, redirect: 'manual', ...more });
    await answer.arrayBuffer();
    return answer;
  };

  it('each route that the server lists, for strangers and for those who are logged in', async () => {
    expect(routes.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        '/graphql',
        '/graphiql',
        '/metrics',
        '/health/ready',
        '/log-in',
        '/log-in/callback',
        '/attachments',
        '/assets/a-1.js',
        '/cases',
      ]),
    );
    const found: string[] = [];
    for (const route of routes) {
      for (const headers of [{}, { authorization: `Bearer ${client.token}` }] as Record<string, string>[]) {
        const { status, headers: sent } = await headersOf(route, { headers });
        const faults = faultsOf(sent, route.path);
        if (faults.length > 0) found.push(`${route.method} ${route.path} (${status}): ${faults.join(', ')}`);
        if (status >= 500) found.push(`${route.method} ${route.path}: ${status}`);
      }
    }
    expect(found).toEqual([]);
    expect(routes.length).toBeGreaterThan(25);
  }, 60_000);

  it.each<[string, number, Route, RequestInit?]>([
    ['what is not there', 404, { method: 'POST', path: '/nowhere' }],
    ['a missing asset', 404, { method: 'GET', path: '/assets/none.js' }],
    ['an address that cannot be read', 400, { method: 'GET', path: '/%' }],
    ['a method that nobody serves', 404, { method: 'DELETE', path: '/graphql' }],
    [
      'JSON that is none',
      400,
      { method: 'POST', path: '/graphql' },
      { body: '{', headers: { 'content-type': 'application/json' } },
    ],
    [
      'a body that is too large',
      413,
      { method: 'POST', path: '/graphql' },
      { body: 'x'.repeat(3_000_000), headers: { 'content-type': 'application/json' } },
    ],
    [
      'a type that nobody reads',
      415,
      { method: 'POST', path: '/graphql' },
      { body: 'x', headers: { 'content-type': 'application/x-what' } },
    ],
    ['another site', 403, { method: 'POST', path: '/graphql' }, { headers: { origin: 'https://evil.example' } }],
    ['a word too many', 431, { method: 'GET', path: '/' }, { headers: { 'x-long': 'x'.repeat(20_000) } }],
  ])('%s: %d', async (_, status, route, init = {}) => {
    const answer = await headersOf(route, init);
    expect({ status: answer.status, faults: faultsOf(answer.headers, route.path) }).toEqual({ status, faults: [] });
  });

  it('what is no HTTP is answered with them too', async () => {
    const { hostname, port } = new URL(env.url);
    const said = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), hostname, () => socket.write('nonsense\r\n\r\n'));
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
    });
    const [head = ''] = said.split('\r\n\r\n');
    const headers = new Headers(
      head
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
    );
    expect(faultsOf(headers, '/')).toEqual([]);
  });

  it('hashed assets are kept for a year, source maps are not there, HEAD says what GET says', async () => {
    const asset = await headersOf({ method: 'GET', path: '/assets/a-1.js' });
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await headersOf({ method: 'GET', path: '/assets/a-1.js.map' })).status).toBe(404);
  });

  it('the canary: what is missing is found', () => {
    expect(
      faultsOf(new Headers({ 'x-powered-by': 'x', 'content-security-policy': "script-src 'unsafe-inline'" }), '/'),
    ).toHaveLength(10);
    expect(routesOf('├── /a (GET, HEAD)\n│   └── /:id (POST)\n└── * (GET)')).toEqual([
      { method: 'GET', path: '/a' },
      { method: 'HEAD', path: '/a' },
      { method: 'POST', path: '/a/01900000-0000-7000-8000-000000000000' },
      { method: 'GET', path: '/cases' },
    ]);
  });
});
