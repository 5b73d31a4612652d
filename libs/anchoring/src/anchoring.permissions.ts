import { DECIDING_ROLES, mayDecideFor, partiesOf, type LockedParticipation } from '@samanker/participation';
import { permission } from '@samanker/request';

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
