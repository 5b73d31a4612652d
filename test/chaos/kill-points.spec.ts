import { manyOpenSteps } from '../builders/many-steps';
import { sourceTree } from '../self-checks/source-tree';
import { aBusyMorning } from './busy-morning';
import { ChaosGround, whole } from './chaos-ground';
import { brokenInvariants } from './invariants';

/** Seconds within which the next attempt begins and everything is done: a lease of 20, a bell of 20, and some work. */
const HEALED_WITHIN = 45;

/** Where a worker is killed, and whether a mail may then arrive twice (with the same Message-ID). */
const WORKER_POINTS: Readonly<Record<string, { readonly twice: boolean; readonly quick?: boolean }>> = {
  'relay:before-commit': { twice: false },
  'relay:after-commit': { twice: false, quick: true },
  'relay:after-ring': { twice: false },
  'sweep:after-claim': { twice: false },
  'sweep:after-commit': { twice: false, quick: true },
  'escalations:after-commit': { twice: false },
  'send:after-claim': { twice: false },
  'send:after-accept': { twice: true, quick: true },
  'verb:before-commit': { twice: true },
  'verb:after-commit': { twice: true },
};
const API_POINTS = ['verb:before-commit', 'verb:after-commit'];

describe('kill -9 at each named point: nothing lost, nothing twice (C1)', () => {
  let ground: ChaosGround;
  beforeEach(async () => {
    ground = await ChaosGround.open();
  });
  afterEach(() => ground?.close());

  it('every named point of the code is killed here', async () => {
    const named = [...sourceTree().values()].flatMap((text) =>
      [...text.matchAll(/killPoint\('([^']+)'\)/g)].map(([, name]) => name!),
    );
    expect(named.length).toBeGreaterThan(5);
    expect([...new Set(named)].sort()).toEqual([...new Set([...Object.keys(WORKER_POINTS), ...API_POINTS])].sort());
  });

  it.each(API_POINTS)('the API at %s of a decision: repeated, it is one decision', async (point) => {
    const { steps } = await manyOpenSteps(ground, 3);
    const [good, doomed] = await Promise.all([ground.api(), ground.api({ SAMANKER_KILL_AT: point })]);
    const step = steps[0]!;
    const input = { stepId: step.stepId, outcome: 'APPROVED', decidedOn: '2016-11-16', idempotencyKey: 'once' };
    expect(await ground.decide(doomed.url, step.tokens[0], input)).toBeNull();
    expect(await doomed.ended).toBe('SIGKILL');
    const [{ kept }] = await ground.admin.query('select count(*)::int as kept from decision');
    expect(kept).toBe(point === 'verb:after-commit' ? 1 : 0);

    const began = performance.now();
    const answers = [
      await ground.decide(good.url, step.tokens[0], input),
      await ground.decide(good.url, step.tokens[0], input),
    ];
    expect(answers.map((answer) => [answer?.__typename, answer?.state, answer?.decisions.length])).toEqual(
      Array(2).fill(['AnchoringStep', 'DECIDED', 1]),
    );
    expect(performance.now() - began).toBeLessThan(30_000);
    ground.worker();
    await ground.settled(HEALED_WITHIN);
    expect(await brokenInvariants(ground)).toEqual([]);
  });

  const points = Object.entries(WORKER_POINTS).filter(([, { quick }]) => whole || quick);
  it.each(points)('a worker at %s', async (point, { twice }) => {
    const api = await ground.api();
    const morning = await aBusyMorning(ground, api.url);
    const doomed = ground.worker({ SAMANKER_KILL_AT: point });
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      void doomed.kill();
    }, 60_000);
    expect(await doomed.ended).toBe('SIGKILL');
    clearTimeout(limit);
    expect(late).toBe(false);

    await ground.worker().ready();
    await ground.settled(HEALED_WITHIN);
    expect(await brokenInvariants(ground, { twiceWithTheSameId: twice })).toEqual([]);
    const reminders: { address: string; kinds: string[] }[] = await ground.admin.query(
      `select to_address as address, array_agg(kind order by kind) as kinds from mail where to_address = any($1) and state = 'SENT' group by 1`,
      [morning.people],
    );
    expect(reminders.map(({ kinds }) => kinds)).toEqual(Array(morning.people.length).fill(['DIGEST', 'INVITATION']));
    const [{ offers }] = await ground.admin.query('select count(*)::int as offers from escalation_offer');
    expect(offers).toBe(morning.people.length);
  });
});
