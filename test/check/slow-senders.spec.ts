import { connect } from 'node:net';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

describe('slow senders are let go (S1)', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    const patience = { headersWithin: 500, requestWithin: 1_000, silentAtMost: 3_000 };
    env = await startSamanker({ worker: false, outside: { patience } });
  });
  afterAll(() => env?.stop());

  /** Sends pieces with pauses between them until the other side has had enough. */
  function drip(pieces: Iterable<string>, everyMs: number): Promise<{ said: string; took: number }> {
    const { hostname, port } = new URL(env.url);
    const began = Date.now();
    return new Promise((resolve) => {
      let said = '';
      const rest = pieces[Symbol.iterator]();
      const socket = connect(Number(port), hostname);
      const timer = setInterval(() => {
        const piece = rest.next();
        if (!piece.done && socket.writable) socket.write(piece.value);
      }, everyMs);
      socket.on('data', (chunk) => (said += chunk.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(timer);
        resolve({ said, took: Date.now() - began });
      });
    });
  }

  function* headers(): Generator<string> {
    yield 'POST /graphql HTTP/1.1\r\nhost: x\r\n';
    for (let at = 0; ; at++) yield `x-${at}: 1\r\n`;
  }

  function* body(): Generator<string> {
    yield 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{"query":"';
    for (;;) yield 'x';
  }

  it.each([
    ['headers', headers],
    ['a body', body],
  ])('who drips %s gets 408 with the headers of every answer', async (_, pieces) => {
    const { said, took } = await drip(pieces(), 100);
    expect(said).toMatch(/^HTTP\/1\.1 408 /);
    expect(said).toMatch(/^content-security-policy: .*frame-ancestors 'none'/m);
    expect(JSON.parse(said.split('\r\n\r\n')[1]!)).toMatchObject({ error: 'Request Timeout' });
    expect(took).toBeLessThan(3_000);
  });

  it('who says nothing is let go, and the others are served meanwhile', async () => {
    const silent = Array.from({ length: 50 }, () => drip([], 1_000));
    expect((await fetch(`${env.url}/health/live`)).status).toBe(200);
    for (const { took } of await Promise.all(silent)) expect(took).toBeLessThan(6_000);
  });
});
