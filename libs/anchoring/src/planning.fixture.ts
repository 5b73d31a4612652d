import { addDays, LocalDate } from '@samanker/clock';
import { bodyCalendar, CalendarMeeting, submissionDeadlineOf } from '@samanker/meeting-calendar';
import type { PlanningBody, PlanningInput, PlanningStep } from './planning-stages.rules';

/** A meeting whose deadline follows from the body's submission days. */
export function aMeeting(date: LocalDate, submissionDays = 7, over: Partial<CalendarMeeting> = {}): CalendarMeeting {
  const submissionDeadline = submissionDeadlineOf({ date }, submissionDays);
  return { id: date, date, kind: 'ORDINARY', submissionDeadline, provisional: false, cancelled: false, ...over };
}

/** A body meeting on the given dates. */
export function aBody(
  dates: readonly (LocalDate | CalendarMeeting)[],
  submissionDays = 7,
  handoverDays = 7,
): PlanningBody {
  const meetings = dates.map((date) => (typeof date === 'string' ? aMeeting(date, submissionDays) : date));
  return { calendar: bodyCalendar(meetings), handoverDays };
}

/** A political step of the body with the same name. */
export function aStep(id: string, position: number, over: Partial<PlanningStep> = {}): PlanningStep {
  return {
    id,
    position,
    parallelGroup: position,
    kind: 'POLITICAL',
    weight: 'RECOMMENDING',
    bodyId: id,
    state: 'WAITING',
    outcome: null,
    decidedOn: null,
    submittedMeetingDate: null,
    workingDays: null,
    ...over,
  };
}

/** The real route of Levanger (B32) with some meetings before and after. */
export function levanger(over: Partial<PlanningInput> = {}): PlanningInput {
  return {
    steps: [
      aStep('elderly', 1, { parallelGroup: 1, weight: 'ADVISORY', state: 'OPEN' }),
      aStep('committee', 2, { parallelGroup: 1, state: 'OPEN' }),
      aStep('executive', 3),
      aStep('council', 4, { weight: 'DECIDING' }),
    ],
    bodies: new Map([
      ['elderly', aBody(['2019-12-03', '2020-01-21', '2020-02-18', '2020-03-17'])],
      ['committee', aBody(['2019-12-04', '2020-01-22', '2020-02-12', '2020-03-18'])],
      ['executive', aBody(['2020-01-15', '2020-01-22', '2020-02-05', '2020-02-19', '2020-03-04', '2020-04-01'])],
      ['council', aBody(['2020-01-29', '2020-02-26', '2020-03-25', '2020-04-29'], 21)],
    ]),
    startDate: '2020-01-02',
    deadline: '2020-03-31',
    marginDays: 14,
    today: '2020-01-14',
    ...over,
  };
}

/** The same route with changes to single steps. */
export function withSteps(input: PlanningInput, over: Record<string, Partial<PlanningStep>>): PlanningInput {
  return { ...input, steps: input.steps.map((step) => ({ ...step, ...over[step.id] })) };
}

/** Days before or after, for reading tests. */
export const dayAfter = (date: LocalDate): LocalDate => addDays(date, 1);
