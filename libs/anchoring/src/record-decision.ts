import Decimal from 'decimal.js';
import type { Work } from '@samanker/database';
import { fulfil } from '@samanker/expectation';
import { addConditions, limitsNothing, loggedBehalf, type Behalf, type Limits } from '@samanker/participation';
import { loggedDetails } from './decision-details-input';
import type { DecisionContentInput, DecisionLimitsInput } from './decision-input';
import type { DecisionReferences } from './decision-references';
import type { LockedStep } from './lock-step';
import { settleLimits } from './settle-limits';
import { outcomeEffect } from './step-outcome.rules';

/** Writes a decision and what it makes of its step; answers the id. The caller has asked the rules. */
export async function writeDecision(
  work: Work,
  { participation, step }: LockedStep,
  input: DecisionContentInput,
  found: DecisionReferences,
  { supersedesId, behalf }: { readonly supersedesId: string | null; readonly behalf: Behalf | null },
): Promise<string> {
  const details = input.details ?? {};
  const limits = keptLimits(input.limits);
  const row = await work.one<{ id: string }>(
    `insert into decision (region_id, step_id, outcome, decided_on, meeting_id, deferred_to_meeting_id, recorded_by, recorded_at,
       on_behalf_because, supersedes_id, text, archive_case, archive_document, body_case, minutes_link, minutes_sha256, votes_for,
       votes_against, delegation_basis, exempt_basis, budget_coverage, resources_committed, limits,
       minutes_attachment_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24) returning id`,
    [
      work.regionId,
      step.id,
      input.outcome,
      input.decidedOn,
      found.meetingId,
      found.deferredTo?.id ?? null,
      work.actor.personId,
      work.now,
      behalf?.because ?? null,
      supersedesId,
      details.text ?? '',
      details.archiveCase || null,
      details.archiveDocument || null,
      details.bodyCase || null,
      details.minutesLink || null,
      found.minutes?.sha256 ?? (details.minutesSha256 || null),
      details.votesFor ?? null,
      details.votesAgainst ?? null,
      details.delegationBasis || null,
      details.exemptBasis || null,
      details.budgetCoverage ?? null,
      details.resourcesCommitted || null,
      limits && JSON.stringify(limits),
      found.minutes?.id ?? null,
    ],
  );
  const effect = outcomeEffect(step.weight, input.outcome, found.deferredTo?.date ?? null);
  await work.execute(
    `update anchoring_step set state = $2, meeting_id = $3, decided_on = $4, opened_on = case when $2 = 'OPEN' then $5::date else opened_on end,
       version = version + 1 where id = $1`,
    [
      step.id,
      effect.state,
      effect.state === 'SUBMITTED' ? found.deferredTo!.id : effect.state === 'DECIDED' ? found.meetingId : null,
      effect.state === 'DECIDED' ? input.decidedOn : null,
      work.today,
    ],
  );
  if (found.sentUp) await addHigherStep(work, step, found.sentUp);
  await fulfil(work, { subjectId: step.id });
  await addConditions(work, participation.id, row!.id, input.conditions ?? []);
  if (step.weight === 'DECIDING' && (limits || supersedesId)) await settleLimits(work, participation.id);
  return row!.id;
}

/** The limits as a decision keeps them: amounts with two decimals, as columns of money give them back. */
export function keptLimits(given: DecisionLimitsInput | null | undefined): Limits | null {
  if (!given) return null;
  const inFull = (figure: string | null | undefined): string | null =>
    figure === null || figure === undefined ? null : new Decimal(figure).toFixed(2);
  const limits: Limits = {
    total: inFull(given.total?.amount),
    perYear: inFull(given.perYear?.amount),
    perInhabitantPerYear: inFull(given.perInhabitantPerYear?.amount),
    latestEnd: given.latestEnd ?? null,
    hostOrganisationId: given.hostOrganisationId ?? null,
    partIds: given.partIds ?? null,
    shareOfCost: inFull(given.shareOfCost),
  };
  return limitsNothing(limits) ? null : limits;
}

async function addHigherStep(
  work: Work,
  step: LockedStep['step'],
  up: NonNullable<DecisionReferences['sentUp']>,
): Promise<void> {
  if (up.kind === 'ALREADY_THERE') {
    await work.execute('update anchoring_step set weight = $2, version = version + 1 where id = $1 and weight <> $2', [
      up.stepId,
      up.weight,
    ]);
    return;
  }
  await work.execute(
    'update anchoring_step set position = position + 1 where participation_id = $1 and position >= $2',
    [step.participationId, up.position],
  );
  await work.execute(
    `insert into anchoring_step (region_id, participation_id, position, parallel_group, kind, weight, title, role, body_id)
     values ($1, $2, $3, $4, 'POLITICAL', $5, $6, $7, $8)`,
    [
      work.regionId,
      step.participationId,
      up.position,
      up.parallelGroup,
      step.weight,
      up.bodyName,
      step.role,
      up.bodyId,
    ],
  );
}

/** What the log keeps of a decision: ids, dates and figures, and a hash of its wording. */
export function loggedDecision(
  decisionId: string,
  input: DecisionContentInput,
  found: DecisionReferences,
  behalf: Behalf | null,
): Record<string, unknown> {
  return {
    decisionId,
    outcome: input.outcome,
    decidedOn: input.decidedOn,
    meetingId: found.meetingId,
    deferredToMeetingId: found.deferredTo?.id ?? null,
    sentUpToBodyId: found.sentUp?.bodyId ?? null,
    onBehalf: loggedBehalf(behalf),
    limits: input.limits ?? null,
    conditions: input.conditions?.length ?? 0,
    ...loggedDetails(input.details, input.conditions ?? [], found.minutes),
  };
}
