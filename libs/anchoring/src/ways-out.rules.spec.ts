import { legalBases } from './legal-bases';
import { levanger, withSteps, aBody } from './planning.fixture';
import { basesOf, waysOut, WayOutKind, type StepOfBody, type WaysOutQuestion } from './ways-out.rules';

const KINDS = {
  elderly: 'ELDERLY_COUNCIL',
  committee: 'COMMITTEE',
  executive: 'EXECUTIVE_COMMITTEE',
  council: 'COUNCIL',
} as const;

/** The council of Levanger put the case off on 26 February 2020; its next ordinary meeting is 25 March. */
function postponed(over: Partial<WaysOutQuestion> = {}, deadline = '2020-03-31'): WaysOutQuestion {
  const input = withSteps(levanger({ today: '2020-02-27', deadline }), {
    elderly: { state: 'DECIDED', outcome: 'STATEMENT', decidedOn: '2020-01-21' },
    committee: { state: 'DECIDED', outcome: 'RECOMMENDED', decidedOn: '2020-01-22' },
    executive: { state: 'DECIDED', outcome: 'RECOMMENDED', decidedOn: '2020-02-05' },
    council: { state: 'OPEN', outcome: 'DEFERRED', document: 'WITH_BODY' },
  });
  const steps: StepOfBody[] = input.steps.map((step) => ({ ...step, bodyKind: KINDS[step.id as keyof typeof KINDS] }));
  return {
    input: { ...input, deadline, steps },
    status: 'AT_RISK',
    executiveCommittee: input.bodies.get('executive')!,
    choicesOpen: true,
    finishOf: new Map([
      ['own', '2020-04-08'],
      ['other', '2020-04-06'],
      ['late', '2020-05-20'],
      ['early', '2020-03-01'],
    ]),
    ...over,
  };
}
const way = (question: WaysOutQuestion, kind: WayOutKind) => waysOut(question).ways.find((one) => one.kind === kind);

describe('ways out (R7b)', () => {
  it('the next ordinary meeting: when, when all is done, and that it is too late', () => {
    expect(way(postponed(), 'NEXT_ORDINARY_MEETING')).toMatchObject({
      stepId: 'council',
      on: '2020-03-25',
      finishOn: '2020-04-08',
      inTime: false,
      provisional: false,
    });
  });

  it('an extraordinary meeting: earliest with a week’s notice, latest so that the power of attorney follows in time', () => {
    // Ten working days before 31 March 2020 is 17 March.
    expect(way(postponed(), 'EXTRAORDINARY_MEETING')).toMatchObject({
      on: '2020-03-05',
      latestOn: '2020-03-17',
      inTime: true,
    });
    expect(way(postponed(), 'REMOTE_MEETING')).toMatchObject({ on: '2020-03-05', latestOn: '2020-03-17' });
  });

  it('a text whose meeting has been held without an outcome goes to the body’s next meeting, not to the one that is past', () => {
    const held = postponed({ status: 'LATE' });
    const steps = held.input.steps.map((step) =>
      step.id === 'council'
        ? { ...step, state: 'SUBMITTED' as const, outcome: null, submittedMeetingDate: '2020-02-26' }
        : step,
    );
    expect(way({ ...held, input: { ...held.input, steps } }, 'NEXT_ORDINARY_MEETING')).toMatchObject({
      on: '2020-03-25',
      finishOn: '2020-04-08',
    });
  });

  it('no extraordinary meeting where the ordinary one comes as soon, and no latest day where none works', () => {
    const soon = postponed();
    const bodies = new Map(soon.input.bodies).set('council', aBody(['2020-03-04', '2020-03-25'], 21));
    expect(way({ ...soon, input: { ...soon.input, bodies } }, 'EXTRAORDINARY_MEETING')).toBeUndefined();
    expect(way(postponed({}, '2020-03-10'), 'EXTRAORDINARY_MEETING')).toMatchObject({ latestOn: null, inTime: false });
  });

  it('an urgent matter: the executive committee’s next meeting, only where the council decides', () => {
    expect(way(postponed(), 'URGENT_MATTER')).toMatchObject({ on: '2020-03-04', finishOn: '2020-03-18', inTime: true });
    const committee = postponed();
    const steps = committee.input.steps.map((step) =>
      step.id === 'council' ? { ...step, bodyKind: 'COMMITTEE' as const } : step,
    );
    expect(way({ ...committee, input: { ...committee.input, steps } }, 'URGENT_MATTER')).toBeUndefined();
    expect(way(postponed({ executiveCommittee: null }), 'URGENT_MATTER')).toBeUndefined();
  });

  it('a delegated decision within days; never in a matter of principle', () => {
    expect(way(postponed(), 'DELEGATED_DECISION')).toMatchObject({ on: '2020-03-05', inTime: true });
    const contested = postponed();
    const steps = contested.input.steps.map((step) =>
      step.id === 'executive' ? { ...step, outcome: 'NOT_RECOMMENDED' as const } : step,
    );
    expect(way({ ...contested, input: { ...contested.input, steps } }, 'DELEGATED_DECISION')).toBeUndefined();
  });

  it('an option instead of firm, while choices are open', () => {
    expect(way(postponed(), 'OPTION_INSTEAD_OF_FIRM')).toMatchObject({
      on: '2020-02-27',
      latestOn: '2020-03-31',
      inTime: true,
    });
    expect(way(postponed({ choicesOpen: false }), 'OPTION_INSTEAD_OF_FIRM')).toBeUndefined();
  });

  it('moving the deadline: to the day this route is done, and who else is won by it', () => {
    expect(way(postponed(), 'MOVE_THE_DEADLINE')).toMatchObject({ on: '2020-04-08', won: ['own', 'other'] });
    expect(way(postponed({}, '2020-04-30'), 'MOVE_THE_DEADLINE')).toBeUndefined();
  });

  it('none while the route is in time; all the same ones for a route that is late without being put off', () => {
    const quiet = postponed();
    const steps = quiet.input.steps.map((step) => ({ ...step, outcome: step.id === 'council' ? null : step.outcome }));
    const input = { ...quiet.input, steps };
    expect(waysOut({ ...quiet, input })).toEqual({ because: null, step: null, ways: [] });
    const late = waysOut({ ...quiet, input, status: 'CANNOT_MAKE_IT' });
    expect(late).toMatchObject({ because: 'CANNOT_MAKE_IT', step: { id: 'council' } });
    expect(late.ways.map(({ kind }) => kind)).toEqual(Object.values(WayOutKind));
  });

  it('only administrative work is left: no meeting helps, the option and the deadline do', () => {
    const question = postponed({ status: 'LATE' });
    const steps = question.input.steps.map((step) =>
      step.id === 'council'
        ? { ...step, kind: 'ADMINISTRATIVE' as const, bodyId: null, workingDays: 60, outcome: null }
        : step,
    );
    const found = waysOut({ ...question, input: { ...question.input, steps } });
    expect(found.ways.map(({ kind }) => kind)).toEqual(['OPTION_INSTEAD_OF_FIRM', 'MOVE_THE_DEADLINE']);
  });
});

describe('what the ways out rest on', () => {
  const sections = (kind: WayOutKind, on: string) => basesOf(kind, on, legalBases()).map(({ section }) => section);

  it('the Act of 1992 before the autumn of 2019, that of 2018 after it', () => {
    expect(sections('URGENT_MATTER', '2016-11-16')).toEqual(['§ 13']);
    expect(sections('URGENT_MATTER', '2020-03-01')).toEqual(['§ 11-8']);
    expect(sections('REMOTE_MEETING', '2020-03-01')).toEqual(['§ 11-7']);
    expect(sections('DELEGATED_DECISION', '2020-03-01')).toEqual(['§ 5-3 og § 13-1']);
  });

  it('each way that somebody else’s law governs has a basis in both periods, with a source', () => {
    for (const kind of Object.values(WayOutKind).filter((one) => one !== 'MOVE_THE_DEADLINE')) {
      for (const on of ['2016-11-16', '2026-11-22'])
        expect([kind, on, sections(kind, on).length]).toEqual([kind, on, 1]);
    }
    for (const row of legalBases()) expect(row.source.length).toBeGreaterThan(10);
  });
});
