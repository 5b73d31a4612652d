import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const ask = (url: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{"query":"{me{today}}"}',
  });

const times = async (count: number, send: () => Promise<Response>): Promise<number[]> => {
  const answers: number[] = [];
  for (let time = 0; time < count; time++) answers.push((await send()).status);
  return answers;
};

describe('whoever asks too often is told to wait (S1)', () => {
  let env: SamankerUnderTest;
  let proxied: SamankerUnderTest;
  let clients: Client[];
  beforeAll(async () => {
    env = await startSamanker({ worker: false, outside: { rates: { requestsPerMinute: 20 } } });
    proxied = await startSamanker({
      worker: false,
      outside: { rates: { requestsPerMinute: 3 }, trustedProxies: ['127.0.0.1'] },
    });
    const regionId = await aRegion(env);
    const person = await aPerson(env, regionId, { organisationId: await anOrganisation(env, regionId) });
    clients = await Promise.all([1, 2].map(() => env.as(person)));
  });
  afterAll(async () => {
    await env?.stop();
    await proxied?.stop();
  });
  const bearer = (at: number) => ({ authorization: `Bearer ${clients[at]!.token}` });

  it('per session: 429 in JSON with Retry-After, the headers of every answer, and nobody else is kept waiting', async () => {
    expect(await times(20, () => ask(env.url, bearer(0)))).toEqual(Array(20).fill(200));
    const answer = await ask(env.url, bearer(0));
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(await answer.json()).toEqual({ error: expect.stringContaining('Wait'), requestId: expect.any(String) });
    expect((await ask(env.url, bearer(1))).status).toBe(200);
    expect((await fetch(`${env.url}/health/live`)).status).toBe(200);
  });

  it('who names another address in X-Forwarded-For is still the same (no proxy is trusted)', async () => {
    const forged = (at: number) => ({ 'x-forwarded-for': `10.0.0.${at}`, forwarded: `for=10.0.0.${at}` });
    let at = 0;
    const answers = await times(25, () => ask(env.url, forged(at++)));
    expect(answers.filter((status) => status === 429)).toHaveLength(5);
  });

  it('who invents sessions meets the limit of the address', async () => {
    let at = 0;
    const answers = await times(210, () => ask(env.url, { authorization: `Bearer ${String(at++).padStart(43, 'x')}` }));
    expect(answers).toContain(429);
  });

  it('a trusted proxy says who asks', async () => {
    const from = (address: string) => () => ask(proxied.url, { 'x-forwarded-for': address });
    expect(await times(4, from('198.51.100.7'))).toEqual([200, 200, 200, 429]);
    expect(await times(1, from('198.51.100.8'))).toEqual([200]);
    // What the asker itself put there stands before what the proxy adds.
    expect(await times(1, from('203.0.113.9, 198.51.100.7'))).toEqual([429]);
  });
});
