import { yearOf, type DateRange, type LocalDate } from '@samanker/clock';
import { bodyCalendar, withProjectedYears, type CalendarMeeting } from '@samanker/meeting-calendar';
import {
  planRoute,
  type PlanningBody,
  type PlanningInput,
  type PlanningStep,
  type PlanStatus,
  type RoutePlan,
  type StepPlan,
} from './planning.rules';
import { needsSubmission, planningStages } from './planning-stages.rules';
import { isDone } from './route.rules';

/** A step with what was planned for it before. */
export interface PlannedStep extends PlanningStep {
  readonly plannedOn: LocalDate | null;
  readonly plannedMeetingId: string | null;
  readonly submissionDeadline: LocalDate | null;
  readonly latestOn: LocalDate | null;
  readonly planningStatus: PlanStatus | null;
}

/** What a route's plan is made from besides its steps. */
export interface RouteTerms {
  readonly openedOn: LocalDate;
  readonly invitedOn: LocalDate | null;
  readonly deadline: LocalDate;
  readonly marginDays: number;
  readonly powerOfAttorneyDays: number;
  readonly powerOfAttorneyOn: LocalDate | null;
  readonly closed: DateRange[];
}

/** The planned columns of one step. */
export interface StepColumns {
  readonly id: string;
  readonly plannedOn: LocalDate | null;
  readonly plannedMeetingId: string | null;
  readonly submissionDeadline: LocalDate | null;
  readonly latestOn: LocalDate | null;
  readonly planningStatus: PlanStatus | null;
}

/** The calendar of a body for a route: what is known, and projections for the years that have no adopted calendar (R6). */
export function planningBody(
  meetings: readonly CalendarMeeting[],
  handoverDays: number,
  { openedOn, deadline, closed }: RouteTerms,
  today: LocalDate,
): PlanningBody {
  const last = Math.max(yearOf(deadline), yearOf(today)) + 1;
  const years: number[] = [];
  for (let year = yearOf(openedOn); year <= last; year += 1) years.push(year);
  return { calendar: bodyCalendar(withProjectedYears(meetings, years, { ranges: closed })), handoverDays };
}

/** The steps that somebody must hand a text in for: the first bodies of a chain, and where it was returned. */
export function stepsAwaitingText(steps: readonly PlanningStep[]): Map<string, number | null> {
  const waiting = new Map<string, number | null>();
  for (const stage of planningStages(steps)) {
    for (const step of stage.steps) if (needsSubmission(step, stage)) waiting.set(step.id, stage.chain);
  }
  return waiting;
}

/**
 * The input of the plan. A planned meeting is a promise once the text is with the bodies; before that it is only the
 * earliest that could be, and letting it pass makes nobody late. `settle` forgets old promises: somebody has just acted.
 */
export function planningInput(
  terms: RouteTerms,
  steps: readonly PlannedStep[],
  bodies: ReadonlyMap<string, PlanningBody>,
  today: LocalDate,
  settle: boolean,
): PlanningInput {
  const waiting = stepsAwaitingText(steps);
  return {
    steps: steps.map((step) => ({ ...step, plannedDate: settle || waiting.has(step.id) ? null : step.plannedOn })),
    bodies,
    closed: { ranges: terms.closed },
    startDate: terms.invitedOn ?? terms.openedOn,
    deadline: terms.deadline,
    powerOfAttorneyWorkingDays: terms.powerOfAttorneyDays,
    powerOfAttorneyOn: terms.powerOfAttorneyOn,
    marginDays: terms.marginDays,
    today,
  };
}

/** Plans a route and says what its steps' columns shall hold; a promise that was not kept stays to be seen. */
export function plannedColumns(
  input: PlanningInput,
  steps: readonly PlannedStep[],
): { plan: RoutePlan; columns: StepColumns[] } {
  const plan = planRoute(input);
  const plans = new Map(plan.steps.map((step) => [step.stepId, step]));
  const promised = new Map(input.steps.map((step) => [step.id, step.plannedDate]));
  const columns = steps.map((step): StepColumns => {
    const planned = plans.get(step.id);
    if (!planned)
      return {
        id: step.id,
        plannedOn: null,
        plannedMeetingId: null,
        submissionDeadline: null,
        latestOn: null,
        planningStatus: null,
      };
    const promise = promised.get(step.id);
    const broken = step.state === 'OPEN' && promise !== null && promise !== undefined && promise < input.today;
    return {
      id: step.id,
      plannedOn: broken ? step.plannedOn : planned.date,
      plannedMeetingId: broken ? step.plannedMeetingId : planned.meetingId,
      submissionDeadline: planned.submissionDeadline,
      latestOn: planned.latestDate,
      planningStatus: isDone(step) ? null : statusOfStep(planned, plan, input.marginDays),
    };
  });
  return { plan, columns };
}

/** Where a single step stands; it never says more than the route does (R6: no false CANNOT_MAKE_IT). */
function statusOfStep(step: StepPlan, plan: RoutePlan, marginDays: number): PlanStatus {
  if (plan.status === 'CANNOT_MAKE_IT') return 'CANNOT_MAKE_IT';
  if (step.late) return 'LATE';
  return plan.slackDays === null || plan.slackDays < marginDays ? 'AT_RISK' : 'ON_TRACK';
}

/** Do the columns differ from what is stored? */
export function differs(columns: StepColumns, step: PlannedStep): boolean {
  return (
    columns.plannedOn !== step.plannedOn ||
    columns.plannedMeetingId !== step.plannedMeetingId ||
    columns.submissionDeadline !== step.submissionDeadline ||
    columns.latestOn !== step.latestOn ||
    columns.planningStatus !== step.planningStatus
  );
}
