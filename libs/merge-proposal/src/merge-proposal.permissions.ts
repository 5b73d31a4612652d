import { holds, type Actor } from '@samanker/request';

/** R29: merge proposals are decided by the regional group and its secretariat. */
export function mayDecideProposals(actor: Actor): boolean {
  return holds(actor, ['SECRETARIAT', 'REGIONAL_GROUP']);
}
