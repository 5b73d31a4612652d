import type { RoleKind } from '@samanker/request';
import { REGIONAL_ROLES } from './role.permissions';

/** Deputies are called upon in this order; 0 holds the role itself (R12). */
export const MOST_DEPUTIES = 9;

/** Roles without whose holder nobody could grant any: the last of them stays. */
const LASTING: readonly RoleKind[] = ['COORDINATOR', 'SECRETARIAT'];

/** Is this a role of the region as such? A reader without an organisation reads for the region, for example the county governor. */
export function isRegional(kind: RoleKind, organisationId: string | null): boolean {
  return REGIONAL_ROLES.includes(kind) || (kind === 'READER' && organisationId === null);
}

/** Does the role need an organisation that was not named? */
export function lacksOrganisation(kind: RoleKind, organisationId: string | null): boolean {
  return organisationId === null && !isRegional(kind, organisationId);
}

/** Would nobody be left in the role? `others` are the people who hold it besides, in the organisation or the region. */
export function isLastOfItsKind(kind: RoleKind, personId: string, others: readonly string[]): boolean {
  return LASTING.includes(kind) && others.every((other) => other === personId);
}
