import { AnchoringRefusal, mayDecide, maySubmit, maySupersede, routeState, settledStates } from './anchoring.rules';
import { chainBefore, predecessorsOf, RouteStep, routeStages, successorsOf } from './route.rules';
import { StepOutcome } from './step-outcome.rules';

const step = (id: string, position: number, over: Partial<RouteStep> = {}): RouteStep => ({
  id,
  position,
  parallelGroup: null,
  kind: 'POLITICAL',
  weight: 'RECOMMENDING',
  bodyId: id,
  state: 'WAITING',
  outcome: null,
  decidedOn: null,
  submittedMeetingDate: null,
  ...over,
});
const decided = (outcome: StepOutcome, decidedOn: string): Partial<RouteStep> => ({
  state: 'DECIDED',
  outcome,
  decidedOn,
});

/** Chief executive, then elderly council ∥ committee, executive committee, council. */
const route = (over: Record<string, Partial<RouteStep>> = {}): RouteStep[] => [
  step('chief', 1, { kind: 'ADMINISTRATIVE', bodyId: null, ...over.chief }),
  step('elderly', 2, { parallelGroup: 7, weight: 'ADVISORY', ...over.elderly }),
  step('committee', 3, { parallelGroup: 7, ...over.committee }),
  step('executive', 4, over.executive),
  step('council', 5, { weight: 'DECIDING', ...over.council }),
];
const find = (steps: RouteStep[], id: string): RouteStep => steps.find((one) => one.id === id) ?? step(id, 0);
const dates = { decidedOn: '2016-11-16', today: '2016-11-16', caseOpenedOn: '2016-01-11' };
const chiefDone = decided('RECOMMENDED', '2016-09-01');
const allBefore = {
  chief: chiefDone,
  elderly: decided('STATEMENT', '2016-10-04'),
  committee: decided('NOT_RECOMMENDED', '2016-10-05'),
  executive: decided('RECOMMENDED', '2016-10-19'),
};

describe('R1 order of a route', () => {
  it('parallel steps form one stage', () => {
    expect(routeStages(route()).map((stage) => stage.map(({ id }) => id))).toEqual([
      ['chief'],
      ['elderly', 'committee'],
      ['executive'],
      ['council'],
    ]);
    expect(predecessorsOf('committee', route()).map(({ id }) => id)).toEqual(['chief']);
    expect(successorsOf('elderly', route()).map(({ id }) => id)).toEqual(['executive', 'council']);
    expect(predecessorsOf('council', route({ elderly: { state: 'NOT_REQUIRED' } })).map(({ id }) => id)).toEqual([
      'chief',
      'committee',
      'executive',
    ]);
    expect(predecessorsOf('nobody', route())).toEqual([]);
  });

  it('a chain carries one case document from the first body on', () => {
    expect(chainBefore('council', route()).map(({ id }) => id)).toEqual(['elderly', 'committee', 'executive']);
    expect(chainBefore('elderly', route())).toEqual([]);
    const split = route({ executive: { kind: 'ADMINISTRATIVE' } });
    expect(chainBefore('council', split)).toEqual([]);
  });
});

describe('R2 recording an outcome', () => {
  const ask = (id: string, outcome: StepOutcome, over: Record<string, Partial<RouteStep>>, more = {}) => {
    const steps = route(over);
    return mayDecide({ step: find(steps, id), steps, outcome, ...dates, ...more });
  };

  it.each<[string, string, StepOutcome, Record<string, Partial<RouteStep>>, object, AnchoringRefusal | null]>([
    ['the first step', 'chief', 'RECOMMENDED', { chief: { state: 'OPEN' } }, {}, null],
    ['its predecessor open', 'elderly', 'STATEMENT', { chief: { state: 'OPEN' } }, {}, 'STEP_OUT_OF_ORDER'],
    ['a parallel step open', 'committee', 'RECOMMENDED', { chief: chiefDone }, {}, null],
    ['a predecessor not required', 'elderly', 'STATEMENT', { chief: { state: 'NOT_REQUIRED' } }, {}, null],
    ['one of two parallel ones open', 'council', 'APPROVED', { ...allBefore, elderly: {} }, {}, 'STEP_OUT_OF_ORDER'],
    ['a committee said no: the route goes on', 'council', 'APPROVED', allBefore, {}, null],
    ['a council cannot merely recommend', 'council', 'RECOMMENDED', allBefore, {}, 'OUTCOME_NOT_ALLOWED'],
    ['a committee cannot approve', 'committee', 'APPROVED', { chief: chiefDone }, {}, 'OUTCOME_NOT_ALLOWED'],
    ['a person has no agenda', 'chief', 'WITHDRAWN_FROM_AGENDA', {}, {}, 'OUTCOME_NOT_ALLOWED'],
    ['tomorrow', 'council', 'APPROVED', allBefore, { decidedOn: '2016-11-17' }, 'DECIDED_IN_FUTURE'],
    ['before the case', 'chief', 'RECOMMENDED', {}, { decidedOn: '2016-01-10' }, 'DECIDED_BEFORE_CASE'],
    ['the day the case was opened', 'chief', 'RECOMMENDED', {}, { decidedOn: '2016-01-11' }, null],
    [
      'before its predecessor',
      'council',
      'APPROVED',
      allBefore,
      { decidedOn: '2016-10-18' },
      'DECIDED_BEFORE_PREDECESSOR',
    ],
    ['on the day of its predecessor', 'council', 'APPROVED', allBefore, { decidedOn: '2016-10-19' }, null],
    [
      'twice',
      'council',
      'APPROVED',
      { ...allBefore, council: decided('REJECTED', '2016-11-15') },
      {},
      'ALREADY_DECIDED',
    ],
    [
      'not required',
      'council',
      'APPROVED',
      { ...allBefore, council: { state: 'NOT_REQUIRED' } },
      {},
      'STEP_NOT_REQUIRED',
    ],
    ['disqualified', 'chief', 'RECOMMENDED', {}, { deciderDisqualified: true }, 'DECIDER_DISQUALIFIED'],
    [
      'deferred to the past',
      'council',
      'DEFERRED',
      allBefore,
      { deferredTo: '2016-11-16' },
      'DEFERRED_TO_EARLIER_DATE',
    ],
    ['deferred to a meeting', 'council', 'DEFERRED', allBefore, { deferredTo: '2016-12-14' }, null],
    ['deferred without date', 'council', 'DEFERRED', allBefore, {}, null],
    [
      'after a deciding predecessor rejected',
      'council',
      'APPROVED',
      { ...allBefore, executive: { weight: 'DECIDING', ...decided('REJECTED', '2016-10-19') } },
      {},
      'ROUTE_DECLINED',
    ],
  ])('%s', (_, id, outcome, over, more, expected) => expect(ask(id, outcome, over, more)).toBe(expected));
});

describe('R2 submitting to a meeting', () => {
  const meeting = { bodyId: 'council', date: '2016-12-14', cancelled: false, takesCases: true };
  const ask = (id: string, over: Record<string, Partial<RouteStep>>, more = {}) => {
    const steps = route(over);
    return maySubmit(find(steps, id), steps, { ...meeting, bodyId: id, ...more }, '2016-11-16');
  };
  const sits = (submittedMeetingDate: string): Partial<RouteStep> => ({ state: 'SUBMITTED', submittedMeetingDate });

  it.each<[string, string, Record<string, Partial<RouteStep>>, object, AnchoringRefusal | null]>([
    ['while earlier bodies of its chain wait', 'council', { chief: chiefDone }, {}, null],
    ['while the text is not written', 'council', {}, {}, 'STEP_OUT_OF_ORDER'],
    ['while the text is not written, first body', 'elderly', {}, {}, 'STEP_OUT_OF_ORDER'],
    ['to another body', 'council', { chief: chiefDone }, { bodyId: 'executive' }, 'MEETING_OF_OTHER_BODY'],
    ['to a cancelled meeting', 'council', { chief: chiefDone }, { cancelled: true }, 'MEETING_CANCELLED'],
    ['to a workshop', 'council', { chief: chiefDone }, { takesCases: false }, 'MEETING_TAKES_NO_CASES'],
    ['to yesterday', 'council', { chief: chiefDone }, { date: '2016-11-15' }, 'MEETING_PASSED'],
    ['to today', 'council', { chief: chiefDone }, { date: '2016-11-16' }, null],
    ['by a person', 'chief', {}, {}, 'NOT_POLITICAL'],
    ['when decided', 'council', { council: decided('APPROVED', '2016-11-16') }, {}, 'ALREADY_DECIDED'],
    ['when not required', 'council', { council: { state: 'NOT_REQUIRED' } }, {}, 'STEP_NOT_REQUIRED'],
    [
      'before an earlier body meets',
      'council',
      { chief: chiefDone, executive: sits('2016-12-15') },
      {},
      'MEETING_BEFORE_PREDECESSOR',
    ],
    ['the day an earlier body meets', 'council', { chief: chiefDone, executive: sits('2016-12-14') }, {}, null],
    [
      'after a later body meets',
      'executive',
      { chief: chiefDone, council: sits('2016-12-13') },
      {},
      'MEETING_AFTER_SUCCESSOR',
    ],
    ['moved to another meeting', 'council', { chief: chiefDone, council: sits('2016-11-30') }, {}, null],
    [
      'after the route is declined',
      'council',
      { ...allBefore, executive: { weight: 'DECIDING', ...decided('REJECTED', '2016-10-19') } },
      {},
      'ROUTE_DECLINED',
    ],
  ])('%s', (_, id, over, more, expected) => expect(ask(id, over, more)).toBe(expected));
});

describe('R2 superseding: a decision is never edited', () => {
  const all = { ...allBefore, council: decided('APPROVED', '2016-11-15') };
  const ask = (
    id: string,
    outcome: StepOutcome,
    decidedOn: string,
    over: Record<string, Partial<RouteStep>>,
    more = {},
  ) => {
    const steps = route(over);
    const ids = { supersededDecisionId: 'd1', currentDecisionId: 'd1' };
    return maySupersede({ step: find(steps, id), steps, outcome, ...dates, decidedOn, ...ids, ...more });
  };

  it.each<[string, string, StepOutcome, string, Record<string, Partial<RouteStep>>, object, AnchoringRefusal | null]>([
    ['the last decision', 'council', 'REJECTED', '2016-11-15', all, {}, null],
    ['the last decision reopened', 'council', 'RETURNED', '2016-11-15', all, {}, null],
    [
      'an outcome noted wrongly on an open step',
      'council',
      'APPROVED',
      '2016-11-15',
      { ...allBefore, council: { state: 'OPEN', outcome: 'DEFERRED', decidedOn: '2016-11-15' } },
      {},
      null,
    ],
    ['an earlier one, still done', 'executive', 'NOT_RECOMMENDED', '2016-10-19', all, {}, null],
    ['an earlier one, reopened', 'executive', 'RETURNED', '2016-10-19', all, {}, 'SUCCESSOR_DECIDED'],
    ['an earlier one, sent up', 'executive', 'SENT_UP', '2016-10-19', all, {}, 'SUCCESSOR_DECIDED'],
    [
      'an earlier one, dated after a later body',
      'executive',
      'RECOMMENDED',
      '2016-11-16',
      all,
      {},
      'DECIDED_AFTER_SUCCESSOR',
    ],
    ['nothing', 'council', 'APPROVED', '2016-11-15', allBefore, { currentDecisionId: null }, 'NOTHING_TO_SUPERSEDE'],
    [
      'one that is superseded already',
      'council',
      'APPROVED',
      '2016-11-15',
      all,
      { currentDecisionId: 'd2' },
      'ALREADY_SUPERSEDED',
    ],
    ['in the future', 'council', 'APPROVED', '2016-11-17', all, {}, 'DECIDED_IN_FUTURE'],
    ['with an outcome of another weight', 'council', 'STATEMENT', '2016-11-15', all, {}, 'OUTCOME_NOT_ALLOWED'],
    ['before its predecessor', 'council', 'APPROVED', '2016-10-01', all, {}, 'DECIDED_BEFORE_PREDECESSOR'],
    [
      'not required',
      'elderly',
      'STATEMENT',
      '2016-10-01',
      { ...all, elderly: { state: 'NOT_REQUIRED' } },
      {},
      'STEP_NOT_REQUIRED',
    ],
  ])('%s', (_, id, outcome, decidedOn, over, more, expected) =>
    expect(ask(id, outcome, decidedOn, over, more)).toBe(expected),
  );
});

describe('R2, R5 state of a route', () => {
  it('opens one stage after the other', () => {
    expect(routeState(route())).toEqual({ finished: false, declined: false, nextOpenSteps: ['chief'] });
    expect(routeState(route({ chief: chiefDone })).nextOpenSteps).toEqual(['elderly', 'committee']);
    expect(routeState(route({ chief: chiefDone, elderly: allBefore.elderly })).nextOpenSteps).toEqual(['committee']);
    expect(routeState(route(allBefore)).nextOpenSteps).toEqual(['council']);
  });

  it.each<[StepOutcome, boolean, boolean]>([
    ['APPROVED', true, false],
    ['APPROVED_WITH_CONDITIONS', true, false],
    ['REJECTED', false, true],
    ['SENT_UP', false, false],
  ])('council %s', (outcome, finished, declined) => {
    const state = routeState(route({ ...allBefore, council: decided(outcome, '2016-11-16') }));
    expect(state).toEqual({ finished, declined, nextOpenSteps: [] });
  });

  it('what a minority sent up is decided by the higher body', () => {
    const steps = [...route({ ...allBefore, executive: { weight: 'DECIDING', ...decided('SENT_UP', '2016-10-19') } })];
    expect(routeState(steps).nextOpenSteps).toEqual(['council']);
  });

  it('advice alone, or an empty route, anchors nothing', () => {
    expect(routeState([step('a', 1, { weight: 'ADVISORY', ...decided('STATEMENT', '2016-10-04') })]).finished).toBe(
      false,
    );
    expect(routeState([]).finished).toBe(false);
  });

  it('settles waiting and open steps and leaves submitted ones where they sit', () => {
    const steps = route({ chief: chiefDone, executive: { state: 'OPEN' }, council: { state: 'SUBMITTED' } });
    expect(settledStates(steps)).toEqual([
      { stepId: 'elderly', state: 'OPEN' },
      { stepId: 'committee', state: 'OPEN' },
      { stepId: 'executive', state: 'WAITING' },
    ]);
  });
});
