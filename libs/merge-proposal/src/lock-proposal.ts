import { NeedState, type Need } from '@samanker/need';
import type { Work } from '@samanker/database';
import type { MergeProposalState } from './merge-proposal.entity';
import type { Terms } from './merge-terms.rules';

/** What a verb needs to know of the proposal that it has locked. */
export interface ProposalToDecide {
  readonly id: string;
  readonly state: MergeProposalState;
  readonly version: number;
  readonly reason: string | null;
  readonly terms: Terms | null;
  readonly needs: readonly { readonly id: string; readonly version: number }[];
  readonly acceptedBy: readonly string[];
}

/** Locks the proposal that a verb is about; null when there is none. */
export async function lockProposal(work: Work, id: string): Promise<ProposalToDecide | null> {
  // What hangs on the row is read in a second statement: the first may have waited for somebody who changed it.
  if (!(await work.one('select id from merge_proposal where id = $1 for update', [id]))) return null;
  return work.one<ProposalToDecide>(
    `select p.id, p.state, p.version, p.reason, p.terms,
       (select coalesce(json_agg(json_build_object('id', n.need_id, 'version', n.need_version) order by n.need_id), '[]')
        from merge_proposal_need n where n.proposal_id = p.id) as needs,
       array(select a.person_id from merge_proposal_acceptance a where a.proposal_id = p.id order by a.accepted_at, a.person_id) as "acceptedBy"
     from merge_proposal p where p.id = $1`,
    [id],
  );
}

/** Do all needs of the proposal still stand, declared and in the versions that were proposed? */
export function stillAsProposed(proposal: ProposalToDecide, needs: readonly Need[]): boolean {
  const versions = new Map(
    needs.filter((need) => need.state === NeedState.DECLARED).map((need) => [need.id, need.version]),
  );
  return proposal.needs.every(({ id, version }) => versions.get(id) === version);
}
