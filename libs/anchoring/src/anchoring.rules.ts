import type { LocalDate } from '@samanker/clock';
import { chainBefore, isDone, predecessorsOf, RouteStep, routeStages, successorsOf } from './route.rules';
import { isAllowedOutcome, isFinalOutcome, StepOutcome } from './step-outcome.rules';

/** Why a step cannot be decided, submitted or corrected. */
export type AnchoringRefusal =
  | 'STEP_NOT_REQUIRED'
  | 'STEP_OUT_OF_ORDER'
  | 'ROUTE_DECLINED'
  | 'ALREADY_DECIDED'
  | 'OUTCOME_NOT_ALLOWED'
  | 'DECIDED_IN_FUTURE'
  | 'DECIDED_BEFORE_CASE'
  | 'DECIDED_BEFORE_PREDECESSOR'
  | 'DECIDER_DISQUALIFIED'
  | 'DEFERRED_TO_EARLIER_DATE'
  | 'NOT_POLITICAL'
  | 'MEETING_OF_OTHER_BODY'
  | 'MEETING_CANCELLED'
  | 'MEETING_TAKES_NO_CASES'
  | 'MEETING_PASSED'
  | 'MEETING_BEFORE_PREDECESSOR'
  | 'MEETING_AFTER_SUCCESSOR'
  | 'NOTHING_TO_SUPERSEDE'
  | 'ALREADY_SUPERSEDED'
  | 'SUCCESSOR_DECIDED'
  | 'DECIDED_AFTER_SUCCESSOR';

/** What may be recorded is asked with. */
export interface DecideQuestion {
  step: RouteStep;
  /** All steps of the route. */
  steps: readonly RouteStep[];
  outcome: StepOutcome;
  decidedOn: LocalDate;
  /** Domain date. */
  today: LocalDate;
  /** The day the case was opened: nobody decided it before. */
  caseOpenedOn: LocalDate;
  /** DEFERRED to a meeting on this date. */
  deferredTo?: LocalDate | null;
  /** The person who decides an administrative step is disqualified (inhabil): the deputy decides. */
  deciderDisqualified?: boolean;
}

/** R2: whether the outcome can be recorded now; null means yes. Only the outcome needs its predecessors. */
export function mayDecide(question: DecideQuestion): AnchoringRefusal | null {
  const { step, steps } = question;
  if (step.state === 'NOT_REQUIRED') return 'STEP_NOT_REQUIRED';
  if (step.state === 'DECIDED') return 'ALREADY_DECIDED';
  return refusalOfContent(question) ?? refusalOfOrder(predecessorsOf(step.id, steps), question.decidedOn);
}

function refusalOfContent(question: DecideQuestion): AnchoringRefusal | null {
  const { step, outcome, decidedOn, today, caseOpenedOn, deferredTo, deciderDisqualified } = question;
  if (!isAllowedOutcome(outcome, step.weight, step.kind)) return 'OUTCOME_NOT_ALLOWED';
  if (decidedOn > today) return 'DECIDED_IN_FUTURE';
  if (decidedOn < caseOpenedOn) return 'DECIDED_BEFORE_CASE';
  if (deciderDisqualified) return 'DECIDER_DISQUALIFIED';
  if (outcome === 'DEFERRED' && deferredTo && deferredTo <= decidedOn) return 'DEFERRED_TO_EARLIER_DATE';
  return null;
}

function refusalOfOrder(predecessors: readonly RouteStep[], decidedOn: LocalDate): AnchoringRefusal | null {
  if (predecessors.some((other) => !isDone(other))) return 'STEP_OUT_OF_ORDER';
  if (predecessors.some((other) => isRejection(other))) return 'ROUTE_DECLINED';
  if (predecessors.some((other) => other.decidedOn !== null && other.decidedOn > decidedOn)) {
    return 'DECIDED_BEFORE_PREDECESSOR';
  }
  return null;
}

function isRejection(step: RouteStep): boolean {
  return step.state === 'DECIDED' && step.weight === 'DECIDING' && step.outcome === 'REJECTED';
}

/** The meeting a text is to be submitted to. */
export interface SubmitMeeting {
  bodyId: string;
  date: LocalDate;
  cancelled: boolean;
  /** R6: whether meetings of its kind take cases. */
  takesCases: boolean;
}

/**
 * R2: whether the step can be submitted to the meeting; null means yes. It may wait for earlier steps of its own chain,
 * whose dates must come first; administrative work before the chain must be done. A submission recorded after the
 * deadline is not refused: the body may have taken it, or the record came late.
 */
export function maySubmit(
  step: RouteStep,
  steps: readonly RouteStep[],
  meeting: SubmitMeeting,
  today: LocalDate,
): AnchoringRefusal | null {
  if (step.kind !== 'POLITICAL') return 'NOT_POLITICAL';
  if (step.state === 'NOT_REQUIRED') return 'STEP_NOT_REQUIRED';
  if (step.state === 'DECIDED') return 'ALREADY_DECIDED';
  if (meeting.bodyId !== step.bodyId) return 'MEETING_OF_OTHER_BODY';
  if (meeting.cancelled) return 'MEETING_CANCELLED';
  if (!meeting.takesCases) return 'MEETING_TAKES_NO_CASES';
  if (meeting.date < today) return 'MEETING_PASSED';
  const before = predecessorsOf(step.id, steps);
  const chain = new Set(chainBefore(step.id, steps).map((other) => other.id));
  if (before.some((other) => !isDone(other) && !chain.has(other.id))) return 'STEP_OUT_OF_ORDER';
  if (before.some(isRejection)) return 'ROUTE_DECLINED';
  if (before.some((other) => (fixedDate(other) ?? '') > meeting.date)) return 'MEETING_BEFORE_PREDECESSOR';
  const after = successorsOf(step.id, steps).map(fixedDate);
  return after.some((date) => date !== null && date < meeting.date) ? 'MEETING_AFTER_SUCCESSOR' : null;
}

/** The day of a step that is decided or sits in a meeting. */
export function fixedDate(step: RouteStep): LocalDate | null {
  if (step.state === 'DECIDED') return step.decidedOn;
  return step.state === 'SUBMITTED' ? step.submittedMeetingDate : null;
}

/** What may be superseded is asked with. */
export interface SupersedeQuestion extends DecideQuestion {
  /** The decision the person saw and wants to replace. */
  supersededDecisionId: string;
  /** The step's decision in force, null when there is none. */
  currentDecisionId: string | null;
}

/** R2: a decision is never edited, a new one supersedes it; null means it may. What later steps rest on stays done. */
export function maySupersede(question: SupersedeQuestion): AnchoringRefusal | null {
  const { step, steps, outcome, decidedOn, currentDecisionId } = question;
  if (step.state === 'NOT_REQUIRED') return 'STEP_NOT_REQUIRED';
  if (currentDecisionId === null || step.outcome === null) return 'NOTHING_TO_SUPERSEDE';
  if (currentDecisionId !== question.supersededDecisionId) return 'ALREADY_SUPERSEDED';
  const refusal = refusalOfContent(question) ?? refusalOfOrder(predecessorsOf(step.id, steps), decidedOn);
  if (refusal) return refusal;
  const decidedAfter = successorsOf(step.id, steps).filter((other) => other.state === 'DECIDED');
  if (decidedAfter.length === 0) return null;
  const stopsRoute = !isFinalOutcome(outcome, step.weight) || outcome === 'REJECTED' || outcome === 'SENT_UP';
  if (stopsRoute) return 'SUCCESSOR_DECIDED';
  return decidedAfter.some((other) => (other.decidedOn ?? decidedOn) < decidedOn) ? 'DECIDED_AFTER_SUCCESSOR' : null;
}

/** How far a route has come. */
export interface RouteState {
  /** Every required step is done and a deciding one has approved. */
  finished: boolean;
  /** A deciding step rejected: the municipality declines (only this does). */
  declined: boolean;
  /** Steps that can be worked on now, in order; none when declined or finished. */
  nextOpenSteps: string[];
}

/** R2, R5: the state of a route from its steps. */
export function routeState(steps: readonly RouteStep[]): RouteState {
  const required = steps.filter((step) => step.state !== 'NOT_REQUIRED');
  const declined = required.some(isRejection);
  const undone = routeStages(required).find((stage) => stage.some((step) => !isDone(step)));
  const finished = !declined && !undone && required.some(isApproval);
  const open = declined || !undone ? [] : undone.filter((step) => !isDone(step));
  return { finished, declined, nextOpenSteps: open.map((step) => step.id) };
}

function isApproval(step: RouteStep): boolean {
  if (step.state !== 'DECIDED' || step.weight !== 'DECIDING') return false;
  return step.outcome === 'APPROVED' || step.outcome === 'APPROVED_WITH_CONDITIONS';
}

/** R2: steps whose state WAITING or OPEN no longer fits the steps before them, with the state that does. */
export function settledStates(steps: readonly RouteStep[]): { stepId: string; state: 'WAITING' | 'OPEN' }[] {
  const open = new Set(routeState(steps).nextOpenSteps);
  return steps
    .filter((step) => step.state === 'WAITING' || step.state === 'OPEN')
    .map((step) => ({
      stepId: step.id,
      was: step.state,
      state: open.has(step.id) ? ('OPEN' as const) : ('WAITING' as const),
    }))
    .filter(({ was, state }) => was !== state)
    .map(({ stepId, state }) => ({ stepId, state }));
}
