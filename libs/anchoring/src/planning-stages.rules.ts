import type { ClosedPeriods, LocalDate } from '@samanker/clock';
import type { BodyCalendar } from '@samanker/meeting-calendar';
import { endsChain, isDone, RouteStep, routeStages } from './route.rules';
import type { DocumentPlace } from './step-outcome.rules';

/** A step as planning sees it. */
export interface PlanningStep extends RouteStep {
  /** Working days of an administrative step. */
  workingDays: number | null;
  /** For a step that was open again after an outcome or a cancelled meeting: where the case document lies. */
  document?: DocumentPlace | null;
  /** The date the step was planned for when the plan was last settled; once passed, the step is late. */
  plannedDate?: LocalDate | null;
}

/** A body with what planning needs of it. */
export interface PlanningBody {
  /** Made by bodyCalendar of the meeting calendar. */
  calendar: BodyCalendar;
  /** R6: least number of calendar days from the body before it in the chain; 0 allows the same day. */
  handoverDays: number;
}

/** Everything a plan of one route is made from. */
export interface PlanningInput {
  steps: readonly PlanningStep[];
  bodies: ReadonlyMap<string, PlanningBody>;
  /** When the organisation is closed: no working days for people. */
  closed?: ClosedPeriods;
  /** The day work on the route can begin. */
  startDate: LocalDate;
  /** The case's deadline for a finished route, power of attorney included; null when none is set. */
  deadline: LocalDate | null;
  /** Working days for the power of attorney, the last step. */
  powerOfAttorneyWorkingDays?: number;
  /** The day the power of attorney was recorded. */
  powerOfAttorneyOn?: LocalDate | null;
  /** Calendar days of slack under which a route is AT_RISK; the region's choice. */
  marginDays: number;
  /** Domain date. */
  today: LocalDate;
}

/** R6: working days for the power of attorney where the case says nothing else. */
export const POWER_OF_ATTORNEY_WORKING_DAYS = 10;

/** The steps that are open together, and whether a case document starts its way with them. */
export interface PlanningStage {
  steps: PlanningStep[];
  /** First stage of bodies after the start or after purely administrative work. */
  startsChain: boolean;
  /** Number of the chain, for steps that carry one case document; null for administrative work. */
  chain: number | null;
}

/** R1, R6: the required steps in stages and chains. */
export function planningStages(steps: readonly PlanningStep[]): PlanningStage[] {
  let chain = 0;
  let inChain = false;
  return routeStages(steps.filter((step) => step.state !== 'NOT_REQUIRED')).map((stage) => {
    if (endsChain(stage)) {
      inChain = false;
      return { steps: stage, startsChain: false, chain: null };
    }
    const startsChain = !inChain;
    if (startsChain) chain += 1;
    inChain = true;
    return { steps: stage, startsChain, chain };
  });
}

/** R6: the text must be handed in by a deadline: for the first body of a chain, and again where it was returned. */
export function needsSubmission(step: PlanningStep, stage: PlanningStage): boolean {
  if (step.kind !== 'POLITICAL' || isDone(step) || step.state === 'SUBMITTED') return false;
  return step.document === 'RETURNED' || (stage.startsChain && step.document !== 'WITH_BODY');
}
