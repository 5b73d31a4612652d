import { DECIDING_ROLES, mayDecideFor, partiesOf, type LockedParticipation } from '@samanker/participation';
import { actsFor, permission, type Actor } from '@samanker/request';

/** R29: only the organisation itself acts on its route, or the host's coordinator on its written behalf. */
export const mayActOnRoute = mayDecideFor.of(
  ({ participation }: { readonly participation: LockedParticipation }) => participation,
);

/** R12: whoever decides there hands a step over to a colleague; the host does not choose whom a municipality asks. */
export const mayHandOverStep = permission({ own: DECIDING_ROLES }).of(
  ({ participation }: { readonly participation: LockedParticipation }) => partiesOf(participation),
);

/** R1: an organisation keeps its own route templates; the secretariat of the region may help. */
export const mayKeepTemplates = permission({
  own: ['COORDINATOR', 'RECORDER', 'CHIEF_EXECUTIVE'],
  region: ['SECRETARIAT'],
});

/**
 * Who looks at a board, as its statement takes it: acts as a coordinator (R28: then the telephone numbers of the case that
 * the organisation leads are shown), who it is, and the roles that things are asked of there.
 */
export function looksAtBoard(actor: Actor): unknown[] {
  const { organisationId: own, personId, roles } = actor;
  return [
    own !== null && actsFor(actor, own, ['COORDINATOR']),
    personId,
    roles.filter(({ organisationId }) => organisationId === own).map(({ kind }) => kind),
  ];
}
