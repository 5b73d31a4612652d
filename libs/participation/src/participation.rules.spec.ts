import {
  Choice,
  Commitment,
  commitmentOf,
  legalityReviewOver,
  ParticipationState,
  participationState,
  yearlyValues,
  type ParticipationSituation,
} from './participation.rules';

const { FIRM, OPTION, OUT } = Choice;
const anchored: ParticipationSituation = {
  withdrawn: false,
  begun: true,
  routeFinished: true,
  declined: false,
  openBeforeNoticeConditions: 0,
  conditionsNotAccepted: 0,
  powerOfAttorney: 'IN_FORCE',
  choices: [FIRM, FIRM],
  legality: { kind: 'NONE' },
  limitBreaches: [],
  localLeaderNamed: true,
  localLeaderConfirmed: true,
};
const stateOf = (change: Partial<ParticipationSituation>) => {
  const { state, reasons } = participationState({ ...anchored, ...change });
  return [state, ...reasons.map(({ code }) => code)].join(' ');
};

describe('the state of a participation (R5)', () => {
  it('is anchored when the route is finished, no condition is open and the power of attorney is recorded', () => {
    expect(stateOf({})).toBe('ANCHORED');
  });

  it.each<[Partial<ParticipationSituation>, string]>([
    [{ routeFinished: false }, 'ANCHORING ROUTE_NOT_FINISHED'],
    [{ openBeforeNoticeConditions: 2 }, 'ANCHORING CONDITION_OPEN'],
    [{ powerOfAttorney: 'NONE' }, 'ANCHORING POWER_OF_ATTORNEY_MISSING'],
    [{ powerOfAttorney: 'OTHER_HOST' }, 'ANCHORING POWER_OF_ATTORNEY_OTHER_HOST'],
    [{ powerOfAttorney: 'TOO_SMALL' }, 'ANCHORING POWER_OF_ATTORNEY_TOO_SMALL'],
    [{ choices: [FIRM, null] }, 'ANCHORING CHOICE_MISSING'],
    [{ choices: [] }, 'ANCHORING CHOICE_MISSING'],
    [{ localLeaderNamed: false, localLeaderConfirmed: false }, 'ANCHORING LOCAL_LEADER_MISSING'],
    [{ localLeaderConfirmed: false }, 'ANCHORING LOCAL_GAIN_UNCONFIRMED'],
  ])('says what is missing: %j', (change, says) => expect(stateOf(change)).toBe(says));

  it('asks for a local leader for firm parts only: all with an option is anchored without one', () => {
    expect(stateOf({ choices: [OPTION, OPTION], localLeaderNamed: false, localLeaderConfirmed: false })).toBe(
      'ANCHORED',
    );
    expect(stateOf({ choices: [FIRM, OPTION] })).toBe('ANCHORED');
    expect(stateOf({ choices: [OPTION, OUT] })).toBe('ANCHORED');
  });

  it('has declined when a deciding body said no, or when every part is out', () => {
    expect(stateOf({ declined: true })).toBe('DECLINED ROUTE_REJECTED');
    expect(stateOf({ choices: [OUT, OUT] })).toBe('DECLINED ALL_PARTS_OUT');
  });

  it('must be anchored again outside its limits, or when the host does not accept a condition (R4)', () => {
    expect(stateOf({ limitBreaches: [{ code: 'LIMIT_TOTAL' }] })).toBe('REANCHOR_REQUIRED LIMIT_TOTAL');
    expect(stateOf({ conditionsNotAccepted: 1 })).toBe('REANCHOR_REQUIRED CONDITION_NOT_ACCEPTED');
  });

  it('waits for a legality review only when the route is finished', () => {
    expect(stateOf({ legality: { kind: 'DEMANDED' } })).toBe('LEGALITY_REVIEW LEGALITY_REVIEW_DEMANDED');
    expect(stateOf({ legality: { kind: 'WAITING', until: '2016-12-01' } })).toBe(
      'LEGALITY_REVIEW LEGALITY_REVIEW_PERIOD',
    );
    expect(stateOf({ legality: { kind: 'DEMANDED' }, routeFinished: false })).toBe('ANCHORING ROUTE_NOT_FINISHED');
    expect(legalityReviewOver('2016-11-10')).toBe('2016-12-01');
  });

  it('is invited until somebody does something', () => {
    const nothing = { begun: false, routeFinished: false, powerOfAttorney: 'NONE', choices: [null, null] } as const;
    expect(stateOf(nothing)).toContain('INVITED');
    expect(stateOf({ ...nothing, begun: true })).toContain('ANCHORING');
  });

  it('stays withdrawn whatever comes (R5b)', () => {
    expect(stateOf({ withdrawn: true, declined: true })).toBe('WITHDRAWN');
  });

  it('lets only one input at a time decide: every situation has exactly one state, anchored only without reasons', () => {
    const flags = [true, false];
    for (const declined of flags)
      for (const routeFinished of flags)
        for (const breach of flags)
          for (const powerOfAttorney of ['NONE', 'IN_FORCE', 'OTHER_HOST'] as const)
            for (const first of [FIRM, OPTION, OUT, null])
              for (const second of [FIRM, OPTION, OUT, null])
                for (const localLeaderConfirmed of flags) {
                  const { state, reasons } = participationState({
                    ...anchored,
                    declined,
                    routeFinished,
                    powerOfAttorney,
                    localLeaderConfirmed,
                    choices: [first, second],
                    limitBreaches: breach ? [{ code: 'LIMIT_TOTAL' }] : [],
                  });
                  const whole =
                    !declined &&
                    routeFinished &&
                    !breach &&
                    powerOfAttorney === 'IN_FORCE' &&
                    first !== null &&
                    second !== null;
                  const firm = first === FIRM || second === FIRM;
                  const out = first === OUT && second === OUT;
                  expect(state === ParticipationState.ANCHORED).toBe(whole && !out && (!firm || localLeaderConfirmed));
                  expect(reasons.length === 0).toBe(state === ParticipationState.ANCHORED);
                }
  });
});

describe('what a participation can cost', () => {
  it('parts that the organisation is out of do not count', () => {
    const figures = [
      { partId: 'technology', year: 2018, value: '0.10' },
      { partId: 'centre', year: 2018, value: '0.20' },
      { partId: 'technology', year: 2017, value: '7.00' },
    ];
    expect(yearlyValues(figures, new Set())).toEqual([
      { year: 2017, value: '7.00' },
      { year: 2018, value: '0.30' },
    ]);
    expect(yearlyValues(figures, new Set(['technology']))).toEqual([{ year: 2018, value: '0.20' }]);
  });
});

describe('what a quantity counts as (R21)', () => {
  it('is committed only from anchored and firm', () => {
    for (const state of Object.values(ParticipationState))
      for (const choice of [FIRM, OPTION, OUT, null])
        expect(commitmentOf(state, choice) === Commitment.COMMITTED).toBe(
          state === ParticipationState.ANCHORED && choice === FIRM,
        );
  });

  it('is an option only from anchored, and nothing from who is out', () => {
    expect(commitmentOf(ParticipationState.ANCHORED, OPTION)).toBe(Commitment.OPTION);
    expect(commitmentOf(ParticipationState.REANCHOR_REQUIRED, FIRM)).toBe(Commitment.NOT_ANCHORED);
    expect(commitmentOf(ParticipationState.ANCHORING, OPTION)).toBe(Commitment.NOT_ANCHORED);
    expect(commitmentOf(ParticipationState.DECLINED, FIRM)).toBeNull();
    expect(commitmentOf(ParticipationState.ANCHORED, OUT)).toBeNull();
  });
});
