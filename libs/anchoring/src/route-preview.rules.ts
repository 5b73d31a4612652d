import { addMonths, maxDate, yearOf, type DateRange, type LocalDate } from '@samanker/clock';
import type { CalendarMeeting } from '@samanker/meeting-calendar';
import { parallelGroups } from './parallel-groups.rules';
import { planRoute, type PlanningInput, type RoutePlan, type StepPlan } from './planning.rules';
import { planningBody } from './route-plan.rules';
import type { StepKind, StepWeight } from './step-outcome.rules';

/** A step of a route that nobody has begun. */
export interface ThoughtStep {
  readonly kind: StepKind;
  readonly weight: StepWeight;
  readonly parallelGroup?: number | null;
  readonly bodyId?: string | null;
  readonly workingDays?: number | null;
}

/** What such a route is planned with. */
export interface ThoughtTerms {
  readonly startOn: LocalDate;
  readonly deadline: LocalDate | null;
  readonly marginDays: number;
  readonly powerOfAttorneyDays: number;
  readonly closed: DateRange[];
  readonly today: LocalDate;
}

/** A year and a half is longer than any route that is thought of without a deadline. */
const MONTHS_WITHOUT_DEADLINE = 18;

/** R6: the plan of a route that begins on a day, by the very rules that plan a running one. */
export function previewedPlan(
  steps: readonly ThoughtStep[],
  bodies: ReadonlyMap<string, { readonly handoverDays: number; readonly meetings: readonly CalendarMeeting[] }>,
  { startOn, deadline, marginDays, powerOfAttorneyDays, closed, today }: ThoughtTerms,
): RoutePlan {
  const start = maxDate(startOn, today);
  const terms = {
    openedOn: start,
    invitedOn: start,
    deadline: deadline ?? addMonths(start, MONTHS_WITHOUT_DEADLINE),
    marginDays,
    powerOfAttorneyDays,
    powerOfAttorneyOn: null,
    closed,
  };
  const groups = parallelGroups(steps.map(({ parallelGroup }) => parallelGroup));
  const input: PlanningInput = {
    steps: steps.map(({ kind, weight, bodyId, workingDays }, at) => ({
      id: stepKey(at),
      position: at + 1,
      parallelGroup: groups[at]!,
      kind,
      weight,
      bodyId: bodyId ?? null,
      workingDays: workingDays ?? null,
      state: 'WAITING',
      outcome: null,
      decidedOn: null,
      submittedMeetingDate: null,
    })),
    bodies: new Map(
      [...bodies].map(([id, { handoverDays, meetings }]) => [id, planningBody(meetings, handoverDays, terms, today)]),
    ),
    closed: { ranges: closed },
    startDate: start,
    deadline,
    powerOfAttorneyWorkingDays: powerOfAttorneyDays,
    powerOfAttorneyOn: null,
    marginDays,
    today,
  };
  return planRoute(input);
}

/** The plan of the step at a place of the list. */
export function planOfStep({ steps }: RoutePlan, at: number): StepPlan | undefined {
  return steps.find(({ stepId }) => stepId === stepKey(at));
}

/** The year from which meetings are read: last year's are the pattern for a year without a calendar. */
export function firstYearOf({ startOn, today }: Pick<ThoughtTerms, 'startOn' | 'today'>): number {
  return yearOf(maxDate(startOn, today) < today ? startOn : today) - 1;
}

const stepKey = (at: number): string => `step-${at}`;
