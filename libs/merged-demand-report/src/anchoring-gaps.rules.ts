import type { ParticipantFact, ReportFacts } from './report-facts';

/** Why a participation does not count as anchored, recomputed from rows (R5, R24): never read from a stored state. */
export type AnchoringGap =
  | 'DECLINED'
  | 'ROUTE_NOT_FINISHED'
  | 'REJECTED'
  | 'OPEN_CONDITION'
  | 'CONDITION_NOT_ACCEPTED'
  | 'NO_POWER_OF_ATTORNEY'
  | 'POWER_NAMES_ANOTHER_HOST'
  | 'LEGALITY_REVIEW'
  | 'OUTSIDE_LIMITS';

const GONE = ['DECLINED', 'WITHDRAWN'];

/** Has the organisation left the case? What it once chose and declared counts no more. */
export function hasLeft(participant: ParticipantFact): boolean {
  return GONE.includes(participant.state);
}

/**
 * R5: anchored is when every required step is approved, no before-notice condition is open, and the power of attorney is
 * recorded and names this host. R4: outside its limits it counts as not anchored.
 */
export function anchoringGaps(
  participant: ParticipantFact,
  facts: ReportFacts,
  outsideLimits: boolean,
): AnchoringGap[] {
  if (hasLeft(participant)) return ['DECLINED'];
  const gaps: AnchoringGap[] = [];
  const required = participant.steps.filter((step) => step.state !== 'NOT_REQUIRED');
  const rejected = required.some((step) => step.weight === 'DECIDING' && step.outcome === 'REJECTED');
  if (rejected) gaps.push('REJECTED');
  else if (!routeFinished(required)) gaps.push('ROUTE_NOT_FINISHED');
  if (participant.openConditions > 0) gaps.push('OPEN_CONDITION');
  if (participant.refusedConditions > 0) gaps.push('CONDITION_NOT_ACCEPTED');
  if (!participant.powerOfAttorney) gaps.push('NO_POWER_OF_ATTORNEY');
  else if (participant.powerOfAttorney.hostOrganisationId !== facts.procurementCase.hostOrganisationId) {
    gaps.push('POWER_NAMES_ANOTHER_HOST');
  }
  if (participant.state === 'LEGALITY_REVIEW') gaps.push('LEGALITY_REVIEW');
  if (outsideLimits) gaps.push('OUTSIDE_LIMITS');
  return gaps;
}

/** Every required step has an outcome, there is at least one, and the deciding ones approved (R2). */
function routeFinished(required: ParticipantFact['steps']): boolean {
  return (
    required.some((step) => step.weight === 'DECIDING') &&
    required.every(
      (step) =>
        step.outcome !== null &&
        (step.weight !== 'DECIDING' || step.outcome === 'APPROVED' || step.outcome === 'APPROVED_WITH_CONDITIONS'),
    )
  );
}
