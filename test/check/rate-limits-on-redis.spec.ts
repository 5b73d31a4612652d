import { startRedis, type TestRedis } from '../environment/redis';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

describe('several processes count together on Redis (S1)', () => {
  let redis: TestRedis;
  let both: SamankerUnderTest[];
  beforeAll(async () => {
    redis = await startRedis();
    const outside = { rates: { requestsPerMinute: 10, redisUrl: redis.url } };
    both = await Promise.all([1, 2].map(() => startSamanker({ worker: false, outside })));
    // Connected before it counts: a Redis that is away keeps nobody out.
    await new Promise((wake) => setTimeout(wake, 300));
  });
  afterAll(async () => {
    for (const env of both ?? []) await env.stop();
    await redis?.stop();
  });

  const ask = async (at: number): Promise<number> =>
    (
      await fetch(`${both[at]!.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ __typename }"}',
      })
    ).status;

  it('whoever has used up the limit at one waits at the other too', async () => {
    const answers: number[] = [];
    for (let time = 0; time < 6; time++) answers.push(await ask(0), await ask(1));
    expect(answers).toEqual([...Array<number>(10).fill(200), 429, 429]);
  });

  it('while Redis is away nobody is kept out, and when it is back it counts again', async () => {
    await redis.stop();
    expect([await ask(0), await ask(1)]).toEqual([200, 200]);
    await redis.startAgain();
    const until = Date.now() + 20_000;
    while (Date.now() < until && (await ask(0)) !== 429) await new Promise((wake) => setTimeout(wake, 100));
    expect(await ask(0)).toBe(429);
  }, 60_000);
});
