import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

describe('pages of other sites change nothing (S5)', () => {
  let env: SamankerUnderTest;
  let cookie: string;
  beforeAll(async () => {
    env = await startSamanker({ worker: false });
    const regionId = await aRegion(env);
    const { token } = await env.as(
      await aPerson(env, regionId, { organisationId: await anOrganisation(env, regionId) }),
    );
    cookie = `__Host-samanker=${token}`;
  });
  afterAll(() => env?.stop());

  const post = (path: string, headers: Record<string, string>, body = '{"query":"{me{today}}"}') =>
    fetch(`${env.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, ...headers },
      body,
    });

  it('our own page is served, and so is a program', async () => {
    for (const headers of [
      { origin: env.url, 'sec-fetch-site': 'same-origin' },
      { origin: env.url },
      { origin: 'http://localhost:3000' },
      {},
    ] as Record<string, string>[])
      expect((await post('/graphql', headers)).status).toBe(200);
  });

  it.each([
    ['/graphql'],
    ['/development/log-in'],
    ['/development/log-out'],
    ['/log-in/code'],
    ['/attachments'],
    ['/'],
    ['/nowhere'],
  ])('%s is closed to them, whatever they send', async (path) => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: env.url, 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example', host: 'evil.example' },
      { origin: 'https://evil.example', 'content-type': 'text/plain' },
    ] as Record<string, string>[]) {
      const answer = await post(path, headers);
      const text = await answer.text();
      expect({ status: answer.status, text }).toEqual({ status: 403, text: expect.stringContaining('other sites') });
      expect(text).not.toContain('evil');
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  });

  it('no answer of ours opens a door for them (CORS)', async () => {
    for (const [method, path] of [
      ['OPTIONS', '/graphql'],
      ['POST', '/graphql'],
      ['GET', '/health/live'],
      ['GET', '/'],
    ] as const) {
      const answer = await fetch(`${env.url}${path}`, {
        method,
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      });
      const names = [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'));
      expect(names).toEqual([]);
    }
  });
});
