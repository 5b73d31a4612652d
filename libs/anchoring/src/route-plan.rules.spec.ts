import { submissionDeadlineOf, type CalendarMeeting } from '@samanker/meeting-calendar';
import { awaitedOf, type AwaitedStep } from './awaited.rules';
import { differs, planningBody, plannedColumns, planningInput } from './route-plan.rules';

const terms = {
  openedOn: '2016-01-15',
  invitedOn: '2016-08-01',
  deadline: '2016-12-31',
  marginDays: 14,
  powerOfAttorneyDays: 10,
  powerOfAttorneyOn: null,
  closed: [],
};
const subject = { ...terms, id: 'participation', caseTitle: 'Responssenter', volumesDeclared: true };

const meetings = (body: string, dates: string[]): CalendarMeeting[] =>
  dates.map((date) => ({
    id: `${body}/${date}`,
    date,
    kind: 'ORDINARY',
    submissionDeadline: submissionDeadlineOf({ date }, 14),
    provisional: false,
    cancelled: false,
  }));
const bodies = new Map([
  [
    'executive',
    planningBody(
      meetings('executive', ['2016-08-31', '2016-09-21', '2016-10-12', '2016-11-09']),
      0,
      terms,
      '2016-08-01',
    ),
  ],
  [
    'council',
    planningBody(meetings('council', ['2016-09-14', '2016-10-05', '2016-10-26', '2016-11-23']), 0, terms, '2016-08-01'),
  ],
]);

const step = (id: string, position: number, more: Partial<AwaitedStep> = {}): AwaitedStep => ({
  id,
  position,
  parallelGroup: position,
  kind: 'POLITICAL',
  weight: id === 'council' ? 'DECIDING' : 'RECOMMENDING',
  bodyId: id,
  state: 'WAITING',
  outcome: null,
  decidedOn: null,
  submittedMeetingDate: null,
  workingDays: null,
  document: null,
  plannedOn: null,
  plannedMeetingId: null,
  submissionDeadline: null,
  latestOn: null,
  planningStatus: null,
  title: id,
  role: 'COORDINATOR',
  bodyName: id,
  openedOn: null,
  meetingId: null,
  ...more,
});
const office = step('office', 1, { kind: 'ADMINISTRATIVE', bodyId: null, workingDays: 10, role: 'CHIEF_EXECUTIVE' });
const done = { state: 'DECIDED' as const, outcome: 'RECOMMENDED' as const };

function planned(steps: AwaitedStep[], today: string, settle = false, more: Partial<typeof subject> = {}) {
  const whole = { ...subject, ...more };
  const input = planningInput(whole, steps, bodies, today, settle);
  const { plan, columns } = plannedColumns(input, steps);
  return { plan, columns, awaited: awaitedOf(whole, steps, input, plan, columns) };
}

describe('planned columns of a route (R6)', () => {
  it('keeps a promise that was not kept to be seen, until somebody acts', () => {
    const steps = [
      { ...office, ...done, decidedOn: '2016-08-10' },
      step('executive', 2, { ...done, decidedOn: '2016-08-31' }),
      step('council', 3, { state: 'OPEN', plannedOn: '2016-09-14', plannedMeetingId: 'council/2016-09-14' }),
    ];
    const late = planned(steps, '2016-09-15');
    expect(late.plan.status).toBe('LATE');
    expect(late.columns[2]).toMatchObject({
      plannedOn: '2016-09-14',
      plannedMeetingId: 'council/2016-09-14',
      planningStatus: 'LATE',
    });
    expect(late.awaited).toMatchObject([
      { kind: 'DECISION_MADE', dueOn: '2016-09-14', occasion: 'council/2016-09-14' },
    ]);
    const settled = planned(steps, '2016-09-15', true);
    expect(settled.plan.status).toBe('ON_TRACK');
    expect(settled.columns[2]).toMatchObject({ plannedOn: '2016-10-05', planningStatus: 'ON_TRACK' });
    expect(differs(settled.columns[2]!, steps[2]!)).toBe(true);
    expect(differs(late.columns[0]!, { ...steps[0]!, ...late.columns[0]! })).toBe(false);
  });

  it('calls nobody late for letting the earliest meeting pass before the text is handed in', () => {
    const steps = [
      { ...office, ...done, decidedOn: '2016-08-10' },
      step('executive', 2, { state: 'OPEN', plannedOn: '2016-08-31', plannedMeetingId: 'executive/2016-08-31' }),
      step('council', 3),
    ];
    expect(planned(steps, '2016-09-01')).toMatchObject({
      plan: { status: 'ON_TRACK' },
      columns: [{}, { plannedOn: '2016-09-21' }, {}],
    });
  });
});

describe('what is awaited (R10)', () => {
  const sent = [
    { ...office, ...done, decidedOn: '2016-08-10' },
    step('executive', 2, { state: 'OPEN' }),
    step('council', 3),
  ];

  it('asks the chief executive first, within the working days since the step opened', () => {
    const steps = [
      { ...office, state: 'OPEN' as const, openedOn: '2016-08-01' },
      step('executive', 2),
      step('council', 3),
    ];
    expect(planned(steps, '2016-08-01').awaited).toMatchObject([
      {
        kind: 'ADMINISTRATIVE_DECISION',
        role: 'CHIEF_EXECUTIVE',
        subjectId: 'office',
        dueOn: '2016-08-15',
        occasion: 'decide/2016-08-01',
      },
    ]);
  });

  it('asks for the text by the last meeting that fits, and says what missing it costs', () => {
    expect(planned(sent, '2016-08-11').awaited).toEqual([
      {
        kind: 'TEXT_IN',
        subjectId: 'executive',
        role: 'COORDINATOR',
        dueOn: '2016-10-26',
        occasion: 'executive/2016-11-09',
        facts: {
          caseTitle: 'Responssenter',
          stepTitle: 'executive',
          bodyName: 'executive',
          meetingOn: '2016-11-09',
          nextMeetingOn: null,
          decisionOn: '2016-11-23',
          nextDecisionOn: null,
        },
      },
    ]);
  });

  it('asks for the next meeting there is when none fits any more', () => {
    const { plan, awaited } = planned(sent, '2016-08-11', false, { deadline: '2016-09-20' });
    expect(plan.status).toBe('CANNOT_MAKE_IT');
    expect(awaited).toMatchObject([
      {
        kind: 'TEXT_IN',
        dueOn: '2016-08-17',
        facts: { meetingOn: '2016-08-31', decisionOn: '2016-09-14', nextDecisionOn: '2016-10-05' },
      },
    ]);
  });

  it('asks what was decided on the day after each meeting that a step sits in', () => {
    const steps = [
      sent[0]!,
      step('executive', 2, {
        state: 'SUBMITTED',
        submittedMeetingDate: '2016-08-31',
        meetingId: 'executive/2016-08-31',
      }),
      step('council', 3, { state: 'SUBMITTED', submittedMeetingDate: '2016-09-14', meetingId: 'council/2016-09-14' }),
    ];
    expect(
      planned(steps, '2016-08-20').awaited.map(({ kind, dueOn, facts }) => [kind, dueOn, facts.nextMeetingOn]),
    ).toEqual([
      ['DECISION_MADE', '2016-08-31', '2016-09-21'],
      ['DECISION_MADE', '2016-09-14', '2016-10-05'],
    ]);
  });

  it('asks for the power of attorney when the route is finished, and for nothing when it is there or the answer was no', () => {
    const finished = [
      sent[0]!,
      step('executive', 2, { ...done, decidedOn: '2016-08-31' }),
      step('council', 3, { state: 'DECIDED', outcome: 'APPROVED', decidedOn: '2016-09-14' }),
    ];
    expect(planned(finished, '2016-09-15').awaited).toMatchObject([
      { kind: 'POWER_OF_ATTORNEY', subjectId: 'participation', dueOn: '2016-09-28', occasion: 'route/2016-09-14' },
    ]);
    expect(planned(finished, '2016-11-16', false, { invitedOn: '2016-11-16' }).awaited).toMatchObject([
      { kind: 'POWER_OF_ATTORNEY', dueOn: '2016-11-30', occasion: 'route/2016-09-14' },
    ]);
    expect(
      planned(finished, '2016-09-20', false, { powerOfAttorneyOn: '2016-09-19' as unknown as null }).awaited,
    ).toEqual([]);
    const rejected = [...finished.slice(0, 2), { ...finished[2]!, outcome: 'REJECTED' as const }];
    expect(planned(rejected, '2016-09-15', false, { volumesDeclared: false }).awaited).toEqual([]);
  });

  it('asks for volumes a month before the deadline, with at least ten working days', () => {
    const volumes = (deadline: string) =>
      planned(sent, '2016-08-11', false, { deadline, volumesDeclared: false }).awaited.find(
        ({ kind }) => kind === 'VOLUMES',
      )?.dueOn;
    expect(volumes('2016-12-31')).toBe('2016-12-01');
    expect(volumes('2016-08-25')).toBe('2016-08-15');
    expect(volumes('2016-08-10')).toBe('2016-08-10');
  });
});
