import type { CalendarMeeting } from '@samanker/meeting-calendar';
import { planOfStep, previewedPlan, type ThoughtStep } from './route-preview.rules';

const meeting = (date: string, submissionDeadline: string): CalendarMeeting => ({
  id: date,
  date,
  kind: 'ORDINARY',
  submissionDeadline,
  provisional: false,
  cancelled: false,
});
const BODIES = new Map([
  ['FSK', { handoverDays: 0, meetings: [meeting('2026-02-11', '2026-01-28'), meeting('2026-03-11', '2026-02-25')] }],
  ['KST', { handoverDays: 7, meetings: [meeting('2026-02-25', '2026-02-11'), meeting('2026-04-08', '2026-03-25')] }],
]);
const STEPS: readonly ThoughtStep[] = [
  { kind: 'ADMINISTRATIVE', weight: 'RECOMMENDING', workingDays: 5 },
  { kind: 'POLITICAL', weight: 'RECOMMENDING', bodyId: 'FSK' },
  { kind: 'POLITICAL', weight: 'DECIDING', bodyId: 'KST' },
];
const TERMS = { deadline: null, marginDays: 14, powerOfAttorneyDays: 10, closed: [], today: '2026-01-05' };
const datesOf = (startOn: string, deadline: string | null = null) => {
  const plan = previewedPlan(STEPS, BODIES, { ...TERMS, startOn, deadline });
  return {
    plan,
    dates: STEPS.map((_, at) => planOfStep(plan, at)?.date),
    text: planOfStep(plan, 1)?.submissionDeadline,
  };
};

describe('route-preview: what a route would come to (R6)', () => {
  it('has the dates of the real plan: one submission for the chain, the power of attorney last', () => {
    const { plan, dates, text } = datesOf('2026-01-12');
    expect(dates).toEqual(['2026-01-19', '2026-02-11', '2026-02-25']);
    expect(text).toBe('2026-01-28');
    expect([plan.decisionDate, plan.earliestFinish, plan.slackDays, plan.status]).toEqual([
      '2026-02-25',
      '2026-03-11',
      null,
      'ON_TRACK',
    ]);
  });

  it('a week later costs a council: the dates say so', () => {
    expect(datesOf('2026-01-22').dates).toEqual(['2026-01-29', '2026-03-11', '2026-04-08']);
  });

  it('against a deadline it says the latest that works, and when nothing does', () => {
    const { plan } = datesOf('2026-01-12', '2026-04-30');
    expect([planOfStep(plan, 1)?.latestDate, planOfStep(plan, 1)?.latestSubmission, plan.status]).toEqual([
      '2026-03-11',
      '2026-02-25',
      'ON_TRACK',
    ]);
    expect(datesOf('2026-01-22', '2026-03-13').plan.status).toBe('CANNOT_MAKE_IT');
  });

  it('a start that has passed is today', () => {
    expect(datesOf('2025-06-01').dates[0]).toBe('2026-01-12');
  });
});
