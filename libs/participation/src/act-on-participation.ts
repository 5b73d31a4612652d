import type { Work } from '@samanker/database';
import { refusedByStage } from '@samanker/procurement-case';
import type { Actor, Refusal, RoleKind } from '@samanker/request';
import type { LockedParticipation } from './lock-participation';
import { isPartyTo, refusedToActFor } from './participation.permissions';

/** The `may` of every verb about a participation: the organisation's own people and the host's coordinator. */
export function mayTouch(actor: Actor, subject: LockedParticipation): boolean {
  return isPartyTo(actor, partiesOf(subject));
}

/** Why the actor cannot change the participation now: the role, or the stage of the case; null when nothing is in the way. */
export function refusedToChange(
  work: Work,
  subject: LockedParticipation,
  roles: readonly RoleKind[],
  onBehalfBecause: string | null | undefined,
): Refusal | null {
  return refusedToAct(work, subject, roles, onBehalfBecause) ?? refusedByStage(subject.case.stage);
}

/** Why the actor cannot act for the organisation in any stage of the case; null when nothing is in the way. */
export function refusedToAct(
  work: Work,
  subject: LockedParticipation,
  roles: readonly RoleKind[],
  onBehalfBecause: string | null | undefined,
): Refusal | null {
  return refusedToActFor(work.actor, partiesOf(subject), roles, onBehalfBecause);
}

function partiesOf(subject: LockedParticipation): { organisationId: string; hostOrganisationId: string } {
  return { organisationId: subject.organisationId, hostOrganisationId: subject.case.hostOrganisationId };
}

/** Where an entry about a participation belongs in the decision log. */
export function logAbout(subject: LockedParticipation): {
  subjectType: 'Participation';
  subjectId: string;
  caseId: string;
  organisationId: string;
} {
  return {
    subjectType: 'Participation',
    subjectId: subject.id,
    caseId: subject.case.id,
    organisationId: subject.organisationId,
  };
}
