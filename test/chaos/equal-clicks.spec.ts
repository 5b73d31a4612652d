import { manyOpenSteps, type OpenStep } from '../builders/many-steps';
import type { Program } from '../environment/programs';
import { ChaosGround } from './chaos-ground';
import { brokenInvariants } from './invariants';

const RACES = 200;

describe('two who decide at once, through two processes (C6)', () => {
  let ground: ChaosGround;
  let apis: (Program & { url: string })[];
  let steps: OpenStep[];
  beforeAll(async () => {
    ground = await ChaosGround.open();
    ({ steps } = await manyOpenSteps(ground, RACES + 2));
    apis = await Promise.all([ground.api(), ground.api()]);
    ground.worker();
  });
  afterAll(() => ground?.close());

  const approve = (step: OpenStep, more: object = {}) => ({
    stepId: step.stepId,
    outcome: 'APPROVED',
    decidedOn: '2016-11-16',
    ...more,
  });

  it.each([
    ['with one idempotency key', { idempotencyKey: 'one-click' }],
    ['without a key', {}],
  ])('50 equal clicks %s are one decision', async (_, more) => {
    const step = steps.pop()!;
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_click, n) => ground.decide(apis[n % 2]!.url, step.tokens[0], approve(step, more))),
    );
    expect(answers.map((answer) => answer?.__typename)).toEqual(Array(50).fill('AnchoringStep'));
    expect(new Set(answers.map((answer) => answer?.decisions.at(-1).id)).size).toBe(1);
    const [{ decisions, entries }] = await ground.admin.query(
      `select (select count(*)::int from decision where step_id = $1) as decisions,
         (select count(*)::int from decision_log where subject_id = $1 and entry::jsonb ->> 'verb' = 'decideAnchoringStep') as entries`,
      [step.stepId],
    );
    expect({ decisions, entries }).toEqual({ decisions: 1, entries: 1 });
  });

  it(`approve against reject × ${RACES}: one wins, the other is told what was decided`, async () => {
    const won: Record<string, number> = {};
    for (let at = 0; at < RACES; at += 10) {
      await Promise.all(
        steps.slice(at, at + 10).map(async (step, n) => {
          const order = n % 2 ? apis : [...apis].reverse();
          const answers = await Promise.all([
            ground.decide(order[0]!.url, step.tokens[0], approve(step)),
            ground.decide(order[1]!.url, step.tokens[1], approve(step, { outcome: 'REJECTED' })),
          ]);
          expect(answers.map((answer) => answer?.__typename).sort()).toEqual(['AnchoringStep', 'StepAlreadyDecided']);
          const winner = answers.find((answer) => answer?.__typename === 'AnchoringStep')!;
          won[winner.decisions[0].outcome] = (won[winner.decisions[0].outcome] ?? 0) + 1;
        }),
      );
    }
    expect(won.APPROVED! + won.REJECTED!).toBe(RACES);
  });

  it('leaves one decision and one log row each, and no mail twice', async () => {
    await ground.settled(60);
    expect(await brokenInvariants(ground)).toEqual([]);
    expect(ground.acknowledged.length).toBe(RACES + 100);
    const [{ decisions }] = await ground.admin.query('select count(*)::int as decisions from decision');
    expect(decisions).toBe(RACES + 2);
  });
});
