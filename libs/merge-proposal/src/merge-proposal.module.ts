import { Module } from '@nestjs/common';
import { AcceptMergeProposal } from './accept-merge-proposal';
import { DetectOverlap } from './detect-overlap';
import { MergeProposal, MergeProposalAcceptance, MergeProposalNeed, MergeProposalPair } from './merge-proposal.entity';
import { MergeProposalResolver } from './merge-proposal.resolver';
import { RejectMergeProposal } from './reject-merge-proposal';

/** The tables of this word. */
export const mergeProposalEntities = [MergeProposal, MergeProposalNeed, MergeProposalPair, MergeProposalAcceptance];

@Module({
  providers: [MergeProposalResolver, AcceptMergeProposal, RejectMergeProposal, DetectOverlap],
  exports: [DetectOverlap],
})
export class MergeProposalModule {}
