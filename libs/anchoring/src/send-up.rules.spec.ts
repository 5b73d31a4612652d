import type { RouteStep } from './route.rules';
import { bodiesAbove, sentUp } from './send-up.rules';

const committee = { id: 'committee', kind: 'COMMITTEE' as const };
const executive = { id: 'executive', kind: 'EXECUTIVE_COMMITTEE' as const };
const council = { id: 'council', kind: 'COUNCIL' as const };
const elderly = { id: 'elderly', kind: 'ELDERLY_COUNCIL' as const };
const regional = { id: 'regional', kind: 'REGIONAL_GROUP' as const };
const all = [elderly, committee, executive, council, regional];

const step = (bodyId: string, position: number, more: Partial<RouteStep> = {}): RouteStep => ({
  id: bodyId,
  position,
  parallelGroup: position,
  kind: 'POLITICAL',
  weight: 'DECIDING',
  bodyId,
  state: 'OPEN',
  outcome: null,
  decidedOn: null,
  submittedMeetingDate: null,
  ...more,
});

describe('a minority takes a step to a higher body (R2)', () => {
  it('knows who stands above whom', () => {
    expect(bodiesAbove(all, committee)).toEqual([council, executive]);
    expect(bodiesAbove(all, elderly)).toEqual([council, executive, committee]);
    expect(bodiesAbove(all, council)).toEqual([]);
    expect(bodiesAbove(all, regional)).toEqual([council, executive, committee]);
    expect(bodiesAbove(all, undefined)).toEqual([]);
  });

  it('adds the body after the step’s own stage, alone', () => {
    const route = [
      step('elderly', 1, { parallelGroup: 1 }),
      step('committee', 2, { parallelGroup: 1 }),
      step('executive', 3, { parallelGroup: 2 }),
    ];
    expect(sentUp(route[0]!, route, 'council')).toEqual({ kind: 'INSERT', position: 3, parallelGroup: 3 });
  });

  it('adds nothing where the body comes later anyway, which then weighs as much', () => {
    const route = [step('executive', 1), step('council', 2, { weight: 'RECOMMENDING', state: 'WAITING' })];
    expect(sentUp(route[0]!, route, 'council')).toEqual({
      kind: 'ALREADY_THERE',
      stepId: 'council',
      weight: 'DECIDING',
    });
    const advisory = [step('elderly', 1, { weight: 'ADVISORY' }), step('council', 2, { state: 'WAITING' })];
    expect(sentUp(advisory[0]!, advisory, 'council')).toMatchObject({ weight: 'DECIDING' });
  });
});
