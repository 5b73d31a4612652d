import { isHostCoordinator } from '@samanker/procurement-case';
import { actsFor, InvalidInput, NotPermitted, type Actor, type RoleKind } from '@samanker/request';

/** Who decides, records and chooses for an organisation (R28). */
export const DECIDING_ROLES: readonly RoleKind[] = [
  'COORDINATOR',
  'RECORDER',
  'UNIT_LEADER',
  'DIRECTOR',
  'CHIEF_EXECUTIVE',
  'PROCUREMENT_OFFICER',
];

/** Who may declare volumes and needs: the same, and contributors. */
export const CONTRIBUTING_ROLES: readonly RoleKind[] = [...DECIDING_ROLES, 'CONTRIBUTOR'];

interface Parties {
  readonly organisationId: string;
  readonly hostOrganisationId: string;
}

/** Is this the actor's business at all? The organisation's own people and the host's coordinator; to others it is not found. */
export function isPartyTo(actor: Actor, { organisationId, hostOrganisationId }: Parties): boolean {
  return actor.organisationId === organisationId || isHostCoordinator(actor, hostOrganisationId);
}

/**
 * R29: only the organisation itself acts for itself, in a fitting role; or the host's coordinator on its written behalf,
 * which has to be said and stays marked. Null when the actor may.
 */
export function refusedToActFor(
  actor: Actor,
  parties: Parties,
  roles: readonly RoleKind[],
  onBehalfBecause: string | null | undefined,
): NotPermitted | InvalidInput | null {
  if (actor.organisationId === parties.organisationId)
    return actsFor(actor, parties.organisationId, roles) ? null : new NotPermitted();
  if (!isHostCoordinator(actor, parties.hostOrganisationId)) return new NotPermitted();
  return onBehalfBecause?.trim() ? null : new InvalidInput(['input', 'onBehalfBecause'], 'REQUIRED');
}

/** What is kept for ever of an act on behalf: the reason when it was the host who acted, null otherwise. */
export function onBehalf(
  actor: Actor,
  { organisationId }: Pick<Parties, 'organisationId'>,
  because: string | null | undefined,
): string | null {
  return actor.organisationId === organisationId ? null : (because ?? null);
}
