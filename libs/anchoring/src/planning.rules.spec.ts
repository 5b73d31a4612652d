import { addDays, addWorkingDays, diffDays } from '@samanker/clock';
import { projectYear } from '@samanker/meeting-calendar';
import { aBody, aMeeting, aStep, dayAfter, levanger, withSteps } from './planning.fixture';
import { latestStart } from './planning-backward.rules';
import { planRoute, RoutePlan } from './planning.rules';

const dates = (plan: RoutePlan) => Object.fromEntries(plan.steps.map((step) => [step.stepId, step.date]));
const of = (plan: RoutePlan, id: string) => {
  const step = plan.steps.find(({ stepId }) => stepId === id);
  if (!step) throw new Error(id);
  return step;
};

describe('R6 forward, the golden route of Levanger (B32, B61)', () => {
  it('elderly council 21 Jan ∥ committee 22 Jan → executive committee 5 Feb → council 26 Feb 2020', () => {
    const plan = planRoute(levanger());
    expect(dates(plan)).toEqual({
      elderly: '2020-01-21',
      committee: '2020-01-22',
      executive: '2020-02-05',
      council: '2020-02-26',
    });
    expect(diffDays('2020-01-21', plan.decisionDate ?? '')).toBe(36);
    expect(plan.earliestFinish).toBe('2020-03-11');
    expect(plan.slackDays).toBe(20);
    expect(plan.status).toBe('ON_TRACK');
    expect(plan.provisional).toBe(false);
  });

  it('one case document: the deadline is that of the first body, for every step of the chain', () => {
    const plan = planRoute(levanger());
    expect(plan.steps.map((step) => step.submissionDeadline)).toEqual(Array(4).fill('2020-01-14'));
    // The council's own deadline (5 Feb) never counts: the executive committee meets on that very day.
    expect(of(plan, 'council').meetingId).toBe('2020-02-26');
  });

  it('one day later the whole chain moves', () => {
    const plan = planRoute(levanger({ today: '2020-01-15' }));
    expect(dates(plan)).toMatchObject({ elderly: '2020-02-18', committee: '2020-01-22', executive: '2020-03-04' });
    expect(of(plan, 'council').date).toBe('2020-03-25');
    expect(plan.submissionDeadline).toBe('2020-01-15');
  });

  it('handover days are counted from meeting to meeting; 0 allows the same day', () => {
    const bodies = new Map(levanger().bodies);
    bodies.set('executive', aBody(['2020-01-22', '2020-02-05'], 7, 0));
    expect(of(planRoute(levanger({ bodies })), 'executive').date).toBe('2020-01-22');
    bodies.set('executive', aBody(['2020-01-22', '2020-02-05'], 7, 14));
    expect(of(planRoute(levanger({ bodies })), 'executive').date).toBe('2020-02-05');
    bodies.set('executive', aBody(['2020-01-22', '2020-02-05'], 7, 15));
    expect(of(planRoute(levanger({ bodies })), 'executive').date).toBeNull();
  });

  it('meetings that take no cases or are cancelled are passed over', () => {
    const bodies = new Map(levanger().bodies);
    const council = [
      aMeeting('2020-02-26', 21, { cancelled: true }),
      aMeeting('2020-03-04', 21, { kind: 'WORKSHOP' }),
      aMeeting('2020-03-11', 21, { kind: 'ELECTORAL_BOARD' }),
      aMeeting('2020-03-18', 21, { kind: 'EXTRAORDINARY' }),
    ];
    bodies.set('council', aBody(council));
    expect(of(planRoute(levanger({ bodies })), 'council').date).toBe('2020-03-18');
  });

  it('a person’s working days come before the chain and pass over holidays and closed weeks', () => {
    const chief = aStep('chief', 0, { kind: 'ADMINISTRATIVE', bodyId: null, workingDays: 5, state: 'OPEN' });
    const input = levanger({ steps: [chief, ...levanger().steps], startDate: '2019-12-20', today: '2019-12-20' });
    expect(of(planRoute(input), 'chief').date).toBe('2020-01-02');
    expect(dates(planRoute(input))).toMatchObject({ committee: '2020-01-22', council: '2020-02-26' });
    const closed = { ranges: [{ from: '2019-12-23', to: '2020-01-07' }] };
    expect(of(planRoute({ ...input, closed }), 'chief').date).toBe('2020-01-14');
    expect(of(planRoute({ ...input, closed, startDate: '2019-12-23' }), 'elderly').date).toBe('2020-01-21');
    expect(of(planRoute({ ...input, closed, startDate: '2020-01-08' }), 'elderly').date).toBe('2020-02-18');
  });

  it('administrative work between bodies starts a new case document with its own deadline', () => {
    const base = levanger();
    const clerk = aStep('clerk', 3, { kind: 'ADMINISTRATIVE', bodyId: null, workingDays: 2, parallelGroup: null });
    const steps = [
      ...base.steps.filter(({ position }) => position < 4),
      clerk,
      aStep('council', 5, { weight: 'DECIDING' }),
    ];
    const plan = planRoute({ ...base, steps });
    expect(of(plan, 'clerk').date).toBe('2020-02-07');
    expect(of(plan, 'council').date).toBe('2020-03-25');
    expect(of(plan, 'council').submissionDeadline).toBe('2020-03-04');
    expect(of(plan, 'executive').submissionDeadline).toBe('2020-01-14');
  });

  it('steps that are not required are left out', () => {
    const plan = planRoute(withSteps(levanger({ today: '2020-01-15' }), { elderly: { state: 'NOT_REQUIRED' } }));
    expect(plan.steps.map(({ stepId }) => stepId)).toEqual(['committee', 'executive', 'council']);
    expect(of(plan, 'council').date).toBe('2020-02-26');
  });
});

describe('R6 backward: the latest that still works', () => {
  it('leaves the working days of the power of attorney', () => {
    for (let deadline = '2020-03-20'; deadline < '2020-04-30'; deadline = dayAfter(deadline)) {
      for (const days of [0, 1, 10]) {
        const latest = latestStart(deadline, days);
        expect(addWorkingDays(latest, days) <= deadline).toBe(true);
        expect(addWorkingDays(dayAfter(latest), days) > deadline || days === 0).toBe(true);
      }
    }
  });

  it('names the latest meetings and the one latest submission', () => {
    const plan = planRoute(levanger({ deadline: '2020-04-30' }));
    // The ten working days are 17, 20–24 and 27–30 April.
    expect(plan.latestDecision).toBe('2020-04-16');
    expect(plan.steps.map((step) => step.latestDate)).toEqual(['2020-02-18', '2020-02-12', '2020-03-04', '2020-03-25']);
    expect(plan.latestSubmission).toBe('2020-02-05');
    expect(plan.steps.map((step) => step.latestSubmission)).toEqual(Array(4).fill('2020-02-05'));
  });

  it('“miss it, and the deadline is lost”: CANNOT_MAKE_IT the day it becomes true', () => {
    const input = levanger({ deadline: '2020-04-30' });
    const last = planRoute(input).latestSubmission ?? '';
    expect(planRoute({ ...input, today: last }).status).not.toBe('CANNOT_MAKE_IT');
    expect(planRoute({ ...input, today: dayAfter(last) }).status).toBe('CANNOT_MAKE_IT');
  });

  it('AT_RISK when slack is under the margin, ON_TRACK when it is the margin', () => {
    expect(planRoute(levanger({ marginDays: 20 })).status).toBe('ON_TRACK');
    expect(planRoute(levanger({ marginDays: 21 })).status).toBe('AT_RISK');
    expect(planRoute(levanger({ deadline: '2020-03-11', marginDays: 0 })).status).toBe('ON_TRACK');
    expect(planRoute(levanger({ deadline: '2020-03-10', marginDays: 0 }))).toMatchObject({
      status: 'CANNOT_MAKE_IT',
      slackDays: -1,
    });
  });

  it('without a deadline there is nothing to be late for', () => {
    const plan = planRoute(levanger({ deadline: null }));
    expect(plan).toMatchObject({
      slackDays: null,
      latestSubmission: null,
      status: 'ON_TRACK',
      earliestFinish: '2020-03-11',
    });
  });

  it('deadlines that do not follow the dates: the latest submission is the latest, whatever the meeting', () => {
    const bodies = new Map([
      ['council', aBody([aMeeting('2020-02-10', 5), aMeeting('2020-02-20', 30), aMeeting('2020-03-20', 60)])],
    ]);
    const steps = [aStep('council', 1, { weight: 'DECIDING', state: 'OPEN' })];
    const input = levanger({ steps, bodies, powerOfAttorneyWorkingDays: 0 });
    expect(planRoute(input).latestSubmission).toBe('2020-02-05');
    expect(planRoute({ ...input, today: '2020-01-20' }).decisionDate).toBe('2020-02-10');
    expect(planRoute({ ...input, today: '2020-02-06' }).status).toBe('CANNOT_MAKE_IT');
  });
});

describe('R6 facts', () => {
  const submitted = { state: 'SUBMITTED' } as const;

  it('decided steps are facts, and the text is with the later bodies', () => {
    const input = withSteps(levanger({ today: '2020-01-23' }), {
      elderly: { state: 'DECIDED', outcome: 'STATEMENT', decidedOn: '2020-01-21' },
      committee: { state: 'DECIDED', outcome: 'RECOMMENDED', decidedOn: '2020-01-22' },
    });
    const plan = planRoute(input);
    expect(dates(plan)).toMatchObject({ elderly: '2020-01-21', executive: '2020-02-05', council: '2020-02-26' });
    expect(plan.submissionDeadline).toBeNull();
    expect(of(plan, 'elderly')).toMatchObject({ latestDate: null, late: false, provisional: false });
  });

  it('submitted steps sit in their meeting although its deadline has passed', () => {
    const input = withSteps(levanger({ today: '2020-01-20' }), {
      elderly: { ...submitted, submittedMeetingDate: '2020-01-21' },
      committee: { ...submitted, submittedMeetingDate: '2020-01-22' },
    });
    const plan = planRoute(input);
    expect(dates(plan)).toMatchObject({ elderly: '2020-01-21', committee: '2020-01-22', council: '2020-02-26' });
    expect(of(plan, 'committee').meetingId).toBe('2020-01-22');
    expect(plan.status).toBe('ON_TRACK');
  });

  it('a later step may sit in a meeting while earlier ones wait', () => {
    const input = withSteps(levanger(), { council: { ...submitted, submittedMeetingDate: '2020-03-25' } });
    expect(of(planRoute(input), 'council')).toMatchObject({ date: '2020-03-25', mustMove: false });
    const tooSoon = withSteps(levanger(), { council: { ...submitted, submittedMeetingDate: '2020-01-29' } });
    expect(of(planRoute(tooSoon), 'council')).toMatchObject({ date: '2020-02-26', mustMove: true });
  });

  it('a step that sits too late is no CANNOT_MAKE_IT while an earlier meeting works', () => {
    const base = levanger({ deadline: '2020-03-31' });
    const input = withSteps(base, { council: { ...submitted, submittedMeetingDate: '2020-04-29' } });
    const plan = planRoute(input);
    expect(plan.slackDays).toBeLessThan(0);
    expect(plan.status).toBe('AT_RISK');
  });

  it('LATE the day after a meeting whose outcome nobody recorded; the rest is planned on', () => {
    const sits = {
      elderly: { state: 'DECIDED', outcome: 'STATEMENT', decidedOn: '2020-01-21' } as const,
      committee: { ...submitted, submittedMeetingDate: '2020-01-22' },
    };
    expect(planRoute(withSteps(levanger({ today: '2020-01-22' }), sits)).status).toBe('ON_TRACK');
    const plan = planRoute(withSteps(levanger({ today: '2020-01-23' }), sits));
    expect(plan.status).toBe('LATE');
    expect(of(plan, 'committee')).toMatchObject({ date: '2020-01-22', late: true });
    expect(of(plan, 'council').date).toBe('2020-02-26');
  });

  it('LATE when the settled plan’s date has passed but a later meeting works', () => {
    const input = withSteps(levanger({ today: '2020-01-23', deadline: '2020-05-29' }), {
      elderly: { plannedDate: '2020-01-21' },
      committee: { plannedDate: '2020-01-22' },
    });
    const plan = planRoute(input);
    expect(plan.status).toBe('LATE');
    expect(of(plan, 'council').date).toBe('2020-03-25');
    expect(planRoute({ ...input, deadline: '2020-03-31' }).status).toBe('CANNOT_MAKE_IT');
  });

  it('LATE when a person’s working days are over; from then on it can be done any day', () => {
    const chief = aStep('chief', 0, { kind: 'ADMINISTRATIVE', bodyId: null, workingDays: 5, state: 'OPEN' });
    const input = levanger({ steps: [chief, ...levanger().steps], startDate: '2019-12-02' });
    expect(planRoute({ ...input, today: '2019-12-09' }).status).toBe('ON_TRACK');
    const plan = planRoute({ ...input, today: '2019-12-10' });
    expect(plan.status).toBe('LATE');
    expect(of(plan, 'chief').date).toBe('2019-12-10');
    expect(of(plan, 'council').date).toBe('2020-02-26');
  });

  it('a returned text is handed in anew; a deferred or withdrawn one is still with the body', () => {
    const before = {
      elderly: { state: 'DECIDED', outcome: 'STATEMENT', decidedOn: '2020-01-21' } as const,
      committee: { state: 'DECIDED', outcome: 'RECOMMENDED', decidedOn: '2020-01-22' } as const,
    };
    const open = { state: 'OPEN', outcome: 'RETURNED', decidedOn: '2020-02-05' } as const;
    const at = levanger({ today: '2020-02-13', deadline: '2020-05-29' });
    const returned = planRoute(withSteps(at, { ...before, executive: { ...open, document: 'RETURNED' } }));
    expect(of(returned, 'executive')).toMatchObject({ date: '2020-03-04', submissionDeadline: '2020-02-26' });
    const kept = planRoute(withSteps(at, { ...before, executive: { ...open, document: 'WITH_BODY' } }));
    expect(of(kept, 'executive')).toMatchObject({ date: '2020-02-19', submissionDeadline: null });
  });

  it('the power of attorney is the last step: overdue is LATE, done is finished', () => {
    const done = { state: 'DECIDED', outcome: 'APPROVED' } as const;
    const all = withSteps(levanger(), {
      elderly: { ...done, decidedOn: '2020-01-21' },
      committee: { ...done, decidedOn: '2020-01-22' },
      executive: { ...done, decidedOn: '2020-02-05' },
      council: { ...done, decidedOn: '2020-02-26' },
    });
    expect(planRoute({ ...all, today: '2020-03-11' })).toMatchObject({
      status: 'ON_TRACK',
      earliestFinish: '2020-03-11',
      finished: false,
    });
    expect(planRoute({ ...all, today: '2020-03-12' })).toMatchObject({ status: 'LATE', earliestFinish: '2020-03-12' });
    expect(planRoute({ ...all, today: '2020-04-01' }).status).toBe('CANNOT_MAKE_IT');
    const finished = planRoute({ ...all, today: '2020-06-01', powerOfAttorneyOn: '2020-03-05' });
    expect(finished).toMatchObject({ status: 'ON_TRACK', finished: true, earliestFinish: '2020-03-05', slackDays: 26 });
    expect(planRoute({ ...all, today: '2020-06-01', powerOfAttorneyOn: '2020-04-02' }).status).toBe('LATE');
  });

  it('an unknown body plans nothing and is no CANNOT_MAKE_IT', () => {
    const bodies = new Map(levanger().bodies);
    bodies.delete('council');
    const plan = planRoute(levanger({ bodies }));
    expect(plan).toMatchObject({ earliestFinish: null, slackDays: null, status: 'AT_RISK', provisional: true });
    expect(of(plan, 'council')).toMatchObject({ date: null, provisional: true });
    expect(planRoute(levanger({ bodies, today: '2020-04-01' })).status).toBe('CANNOT_MAKE_IT');
  });
});

describe('R6 provisional calendars never yield CANNOT_MAKE_IT', () => {
  const autumn = ['2016-09-14', '2016-10-19', '2016-11-16', '2016-12-14'].map((date) => aMeeting(date, 14));
  const spring = ['2016-02-10', '2016-03-16', '2016-04-20', '2016-06-15'].map((date) => aMeeting(date, 14));
  const meetings = [...spring, ...autumn];
  const projected = projectYear({ meetings, year: 2017 });
  const steps = [aStep('council', 1, { weight: 'DECIDING', state: 'OPEN' })];
  const input = levanger({
    steps,
    bodies: new Map([['council', aBody([...meetings, ...projected])]]),
    startDate: '2016-08-15',
    today: '2016-12-01',
    deadline: '2017-03-31',
  });

  it('plans on the pattern of last year and says so', () => {
    const plan = planRoute(input);
    expect(of(plan, 'council')).toMatchObject({ date: '2017-02-08', meetingId: null, provisional: true });
    expect(plan).toMatchObject({ provisional: true, status: 'ON_TRACK' });
  });

  it('a projection that fails is a risk, not a verdict', () => {
    const plan = planRoute({ ...input, deadline: '2017-02-15' });
    expect(plan.slackDays).toBeLessThan(0);
    expect(plan.status).toBe('AT_RISK');
  });

  it('the same meetings, adopted, are a verdict', () => {
    const adopted = projected.map((meeting) => ({ ...meeting, provisional: false }));
    const bodies = new Map([['council', aBody([...meetings, ...adopted])]]);
    expect(planRoute({ ...input, bodies, deadline: '2017-02-15' }).status).toBe('CANNOT_MAKE_IT');
  });

  it('what the adopted calendar alone rules out is said, though next year is projected', () => {
    expect(planRoute({ ...input, deadline: '2016-12-31' }).status).toBe('CANNOT_MAKE_IT');
    // 14 days of power of attorney from 1 January 2017 at the earliest.
    expect(planRoute({ ...input, deadline: '2017-01-12' }).status).toBe('CANNOT_MAKE_IT');
    expect(planRoute({ ...input, deadline: '2017-01-13' }).status).toBe('AT_RISK');
  });
});

describe('R6 a new council, and summer time', () => {
  const council = aBody([
    '2019-06-12',
    aMeeting('2019-10-22', 0, { kind: 'CONSTITUTION' }),
    '2019-11-19',
    '2027-03-24',
    '2027-04-07',
    '2027-11-03',
  ]);
  const bodies = new Map([['council', council]]);
  const steps = [aStep('council', 1, { weight: 'DECIDING', state: 'OPEN' })];
  const at = (startDate: string, deadline: string, powerOfAttorneyWorkingDays = 0) =>
    planRoute(levanger({ steps, bodies, startDate, today: startDate, deadline, powerOfAttorneyWorkingDays }));

  it('a route across the constitution is flagged, not blocked', () => {
    expect(at('2019-09-01', '2020-01-31')).toMatchObject({
      constitutionYear: 2019,
      status: 'ON_TRACK',
      decisionDate: '2019-11-19',
    });
    expect(at('2019-10-22', '2020-01-31').constitutionYear).toBeNull();
    expect(at('2019-05-01', '2019-12-31').constitutionYear).toBeNull();
    // No constituent meeting known: the whole of October.
    expect(at('2027-09-01', '2027-12-31').constitutionYear).toBe(2027);
    expect(at('2027-03-01', '2027-12-31').constitutionYear).toBeNull();
  });

  it('B57: calendar days across 28 March and 31 October 2027 are whole days', () => {
    expect(at('2027-03-25', '2027-04-10')).toMatchObject({
      decisionDate: '2027-04-07',
      slackDays: 3,
      latestSubmission: '2027-03-31',
    });
    expect(at('2027-10-20', '2027-11-03')).toMatchObject({
      decisionDate: '2027-11-03',
      slackDays: 0,
      latestSubmission: '2027-10-27',
    });
    expect(addDays('2027-10-20', 14)).toBe('2027-11-03');
  });
});
