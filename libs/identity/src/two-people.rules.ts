import type { Grant, Parties, RoleKind } from '@samanker/request';

/** A role as it is held now. */
export interface RoleNow {
  readonly personId: string;
  readonly kind: RoleKind;
  readonly organisationId: string | null;
}

/** Does the role permit it, whichever organisation its holder acts for at the moment? */
function permits(
  { kind, organisationId }: RoleNow,
  grant: Grant,
  { organisationId: own, hostOrganisationId }: Parties,
): boolean {
  const at = (place: string | null | undefined, kinds: readonly RoleKind[] | undefined): boolean =>
    Boolean(place) && organisationId === place && (kinds ?? []).includes(kind);
  return at(own, grant.own) || at(hostOrganisationId, grant.host) || (grant.region ?? []).includes(kind);
}

/**
 * R29: of the people who have said yes, those who count: each once, however many roles they hold, and only while a role of
 * theirs permits it. On behalf of others nobody counts.
 */
export function countingPeople(
  personIds: readonly string[],
  roles: readonly RoleNow[],
  grant: Grant,
  parties: Parties,
): string[] {
  const permitted = new Set(roles.filter((role) => permits(role, grant, parties)).map(({ personId }) => personId));
  return [...new Set(personIds)].filter((personId) => permitted.has(personId));
}
