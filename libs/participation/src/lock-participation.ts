import type { Work } from '@samanker/database';
import { lockCase, refusedByStage, type LockedCase } from '@samanker/procurement-case';
import type { Refusal } from '@samanker/request';
import { ParticipationState } from './participation.rules';
import { ParticipationWithdrawn } from './participation.refusals';

/** What a verb needs to know of the participation that it has locked, and of its case. */
export interface LockedParticipation {
  readonly id: string;
  readonly organisationId: string;
  readonly state: ParticipationState;
  readonly localLeader: string;
  readonly localGainConfirmedAt: Date | null;
  readonly legalityReviewDemandedOn: string | null;
  readonly version: number;
  /** Locked as well, before the participation: the ladder's order, so that nobody waits in a circle. */
  readonly case: LockedCase;
}

/** Locks the case of a participation and then the participation; null when there is none. */
export async function lockParticipation(work: Work, id: string): Promise<LockedParticipation | null> {
  const found = await work.one<{ caseId: string }>(
    'select case_id as "caseId" from participation where id = $1',
    [id],
    'case-of-participation',
  );
  const locked = found && (await lockCase(work, found.caseId));
  if (!locked) return null;
  const row = await work.one<Omit<LockedParticipation, 'case'>>(
    `select id, organisation_id as "organisationId", state, local_leader as "localLeader",
       local_gain_confirmed_at as "localGainConfirmedAt",
       legality_review_demanded_on as "legalityReviewDemandedOn", version
     from participation where id = $1 for no key update`,
    [id],
    'lock-participation',
  );
  return row && { ...row, case: locked };
}

/** What holds back those who would say what an organisation takes part with: the case's stage, or that it has left (R5b). */
export function refusedInParticipation({ case: { stage }, state }: LockedParticipation): Refusal | null {
  return refusedByStage(stage) ?? (state === ParticipationState.WITHDRAWN ? new ParticipationWithdrawn() : null);
}
