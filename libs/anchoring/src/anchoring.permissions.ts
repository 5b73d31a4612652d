import { mayDecideFor, type LockedParticipation } from '@samanker/participation';
import { permission } from '@samanker/request';

/** R29: only the organisation itself acts on its route, or the host's coordinator on its written behalf. */
export const mayActOnRoute = mayDecideFor.of(
  ({ participation }: { readonly participation: LockedParticipation }) => participation,
);

/** R1: an organisation keeps its own route templates; the secretariat of the region may help. */
export const mayKeepTemplates = permission({
  own: ['COORDINATOR', 'RECORDER', 'CHIEF_EXECUTIVE'],
  region: ['SECRETARIAT'],
});
