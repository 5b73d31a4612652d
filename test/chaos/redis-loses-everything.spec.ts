import { manyOpenSteps, type OpenStep } from '../builders/many-steps';
import { startRedis, type TestRedis } from '../environment/redis';
import { aBusyMorning } from './busy-morning';
import { ChaosGround, whole } from './chaos-ground';
import { brokenInvariants } from './invariants';

const SECOND = 1_000;
/** How long Redis is emptied every three seconds, and for how long it is away. */
const EMPTIED_FOR = (whole ? 60 : 12) * SECOND;
const AWAY_FOR = (whole ? 300 : 20) * SECOND;
/** No reminder may be later than this. */
const LATEST_SECONDS = 120;

describe('Redis loses everything: decisions go on, every mail goes out once (C2)', () => {
  let redis: TestRedis;
  let ground: ChaosGround;
  let url: string;
  let steps: OpenStep[];
  beforeEach(async () => {
    redis = await startRedis();
    ground = await ChaosGround.open();
    ({ steps } = await manyOpenSteps(ground, 400));
    ({ url } = await ground.api());
    await ground.worker({ QUEUE_URL: redis.url }).ready();
  });
  afterEach(async () => {
    await ground?.close();
    await redis?.stop();
  });

  /** People decide, one step after the other, and municipalities are invited and reminded, for so long. */
  async function workFor(milliseconds: number): Promise<{ decided: number; slowest: number }> {
    const until = performance.now() + milliseconds;
    let decided = 0;
    let slowest = 0;
    for (let turn = 0; performance.now() < until; turn++) {
      if (turn % 40 === 0) await aBusyMorning(ground, url);
      const step = steps.pop();
      if (!step) break;
      const began = performance.now();
      const input = { stepId: step.stepId, outcome: 'APPROVED', decidedOn: '2016-11-16' };
      const answer = await ground.decide(url, step.tokens[0], input);
      expect(answer?.__typename).toBe('AnchoringStep');
      slowest = Math.max(slowest, performance.now() - began);
      decided++;
      await new Promise((wake) => setTimeout(wake, milliseconds / 120));
    }
    return { decided, slowest };
  }

  /** Seconds from the moment at which something was due until the mail server had taken the mail; the longest of all. */
  async function latestReminder(): Promise<number> {
    const [{ seconds, count }] = await ground.admin.query(
      `select max(extract(epoch from m.sent_at - e.opened_at))::float8 as seconds, count(*)::int as count
       from reminder r join expectation e on e.id = r.expectation_id join mail m on m.id = r.mail_id where m.state = 'SENT'`,
    );
    expect(count).toBeGreaterThan(7);
    return seconds;
  }

  it(`emptied every 3 s for ${EMPTIED_FOR / SECOND} s`, async () => {
    const flushing = setInterval(() => void redis.flush(), 3 * SECOND);
    const { decided } = await workFor(EMPTIED_FOR).finally(() => clearInterval(flushing));
    expect(decided).toBeGreaterThan(50);
    await ground.settled(60);
    expect(await brokenInvariants(ground)).toEqual([]);
    expect(await latestReminder()).toBeLessThan(LATEST_SECONDS);
  });

  it(
    `away for ${AWAY_FOR / SECOND} s, and back empty`,
    async () => {
      await aBusyMorning(ground, url);
      await redis.stop();
      const { decided, slowest } = await workFor(AWAY_FOR);
      expect(decided).toBeGreaterThan(50);
      // The person who decides does not notice.
      expect(slowest).toBeLessThan(5 * SECOND);
      await redis.startAgain();
      await ground.settled(60);
      expect(await brokenInvariants(ground)).toEqual([]);
      expect(await latestReminder()).toBeLessThan(LATEST_SECONDS);
    },
    AWAY_FOR + 180 * SECOND,
  );
});
