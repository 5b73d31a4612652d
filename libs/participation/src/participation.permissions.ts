import { permission, type Grant, type Parties, type RoleKind } from '@samanker/request';
import type { LockedParticipation } from './lock-participation';

/** Who decides, records and chooses for an organisation (R28). */
export const DECIDING_ROLES: readonly RoleKind[] = [
  'COORDINATOR',
  'RECORDER',
  'UNIT_LEADER',
  'DIRECTOR',
  'CHIEF_EXECUTIVE',
  'PROCUREMENT_OFFICER',
];

/** R29: only the organisation itself decides for itself, or the host's coordinator on its written behalf. */
export const DECIDES_FOR: Grant = { own: DECIDING_ROLES, hostOnBehalf: ['COORDINATOR'] };

/** Who declares volumes: the same, and contributors. */
export const CONTRIBUTES_FOR: Grant = { ...DECIDES_FOR, own: [...DECIDING_ROLES, 'CONTRIBUTOR'] };

/** The organisation of a participation and the host of its case. */
export function partiesOf({ organisationId, case: { hostOrganisationId } }: LockedParticipation): Parties {
  return { organisationId, hostOrganisationId };
}

/** Chooses parts, records powers of attorney and decisions, adjusts the route (R29). */
export const mayDecideFor = permission(DECIDES_FOR).of(partiesOf);

/** Declares volumes (R29). */
export const mayContributeFor = permission(CONTRIBUTES_FOR).of(partiesOf);

/** R3: the host says whether a condition of a decision is met. */
export const maySettleConditions = permission({ host: ['COORDINATOR'] }).of(partiesOf);
