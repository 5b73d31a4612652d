import { anInvited, decide, INVITE } from '../builders/anchoring';
import { anOrganisation, aPerson } from '../builders/organisation';
import { startRedis, type TestRedis } from '../environment/redis';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { expectInvariants, isQuiet, until } from './invariants';

/** Quick by default; CHAOS_OUTAGE_SECONDS=300 gives the five minutes of the bar. */
const OUTAGE = Number(process.env.CHAOS_OUTAGE_SECONDS ?? '15') * 1_000;
const SENT_WITHIN = 120_000;

describe('Redis loses what it holds (C2)', () => {
  let redis: TestRedis;
  let env: SamankerUnderTest;
  beforeEach(async () => {
    redis = await startRedis();
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', queueUrl: redis.url });
  });
  afterEach(async () => {
    await env?.stop();
    await redis?.stop();
  });

  /** Twelve more municipalities are invited into the case and decide their first step; answers how many decisions were acknowledged. */
  async function work(route: Awaited<ReturnType<typeof anInvited>>): Promise<number> {
    let acknowledged = 0;
    for (let n = 0; n < 12; n++) {
      const one = await anInvited(env, { case: route.case });
      const { __typename } = await decide(one.client, one.steps[0]!, 'RECOMMENDED', '2016-11-16');
      if (__typename === 'AnchoringStep') acknowledged++;
      await new Promise((wake) => setTimeout(wake, 100));
    }
    return acknowledged;
  }

  it('emptied again and again while people decide: nothing is lost, nothing comes twice', async () => {
    const route = await anInvited(env);
    const flushing = setInterval(() => void redis.flush(), 300);
    const acknowledged = await work(route).finally(() => clearInterval(flushing));
    expect(acknowledged).toBe(12);
    await until(() => isQuiet(env), SENT_WITHIN, 'every mail sent');
    await expectInvariants(env, route.case.regionId);
  });

  it('down, and back empty: decisions go on meanwhile, and what is due is sent afterwards', async () => {
    const route = await anInvited(env);
    await until(() => isQuiet(env), SENT_WITHIN, 'the first mails');
    await redis.stop();
    const down = Date.now();
    expect(await work(route)).toBe(12);
    // A person without a queue still gets an answer at once.
    const organisationId = await anOrganisation(env, route.case.regionId);
    await aPerson(env, route.case.regionId, { organisationId });
    const host = await env.as(route.case.coordinator);
    const began = Date.now();
    await host.mutate(INVITE, { input: { caseId: route.case.caseId, organisationIds: [organisationId] } });
    expect(Date.now() - began).toBeLessThan(5_000);
    await new Promise((wake) => setTimeout(wake, Math.max(0, OUTAGE - (Date.now() - down))));
    await redis.startAgain();
    await until(() => isQuiet(env), SENT_WITHIN, 'every mail sent after the outage');
    await expectInvariants(env, route.case.regionId);
  });
});
