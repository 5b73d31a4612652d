import { Injectable } from '@nestjs/common';
import { Transactions, type Work } from '@samanker/database';
import { mayDecideProposals } from '@samanker/merge-proposal';
import type { Delivery, JobHandler } from '@samanker/outbox';
import { proposalOccasion } from './notice-occasions.rules';
import { queueNotices } from './queue-notices';

/** Tells the secretariat and the regional group of a merge proposal: each person once, however often this runs (R9, R16). */
@Injectable()
export class SendMergeProposalNotice implements JobHandler {
  readonly job = 'send-merge-proposal-notice';

  constructor(private readonly transactions: Transactions) {}

  carryOut({ id, regionId, payload }: Delivery): Promise<void> {
    return this.transactions.asService(regionId, id, (work) => tellOf(work, payload.proposalId ?? ''));
  }
}

async function tellOf(work: Work, proposalId: string): Promise<void> {
  const open = await work.one(`select id from merge_proposal where region_id = $1 and id = $2 and state = 'PROPOSED'`, [
    work.regionId,
    proposalId,
  ]);
  if (!open) return;
  const mails = await queueNotices(work, mayDecideProposals.grant.region!, proposalOccasion(proposalId));
  if (mails.length === 0) return;
  work.log({
    verb: 'sendMergeProposalNotice',
    subjectType: 'MergeProposal',
    subjectId: proposalId,
    after: { state: 'QUEUED', mails },
  });
}
