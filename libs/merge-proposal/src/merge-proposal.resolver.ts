import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { AskedBy, Uuid, type Asker } from '@samanker/request';
import { AcceptMergeProposal, AcceptMergeProposalInput, AcceptMergeProposalResult } from './accept-merge-proposal';
import { MergeProposal, MergeProposalState } from './merge-proposal.entity';
import { mergeProposalById, mergeProposals } from './merge-proposal.queries';
import { RejectMergeProposal, RejectMergeProposalInput, RejectMergeProposalResult } from './reject-merge-proposal';
import { SuggestedPart, suggestedPartsOf } from './suggested-parts';

@Resolver(() => MergeProposal)
export class MergeProposalResolver {
  constructor(
    private readonly accept: AcceptMergeProposal,
    private readonly reject: RejectMergeProposal,
  ) {}

  @Query(() => [MergeProposal], {
    description: 'The merge proposals of your region, the strongest first; at most 200.',
  })
  async mergeProposals(
    @Reads() read: RequestRead,
    @Args('state', { type: () => MergeProposalState, nullable: true, description: 'Only those in this state.' })
    state: MergeProposalState | null,
  ): Promise<MergeProposal[]> {
    return mergeProposals(await read.work(), state ?? null);
  }

  @Query(() => MergeProposal, { nullable: true, description: 'One merge proposal; null when there is none.' })
  async mergeProposal(
    @Reads() read: RequestRead,
    @Args('id', { type: () => Uuid, description: 'Id of the proposal.' }) id: string,
  ): Promise<MergeProposal | null> {
    return mergeProposalById(await read.work(), id);
  }

  @Query(() => [SuggestedPart], {
    nullable: true,
    description: 'The parts that an acceptance without parts would make; null when there is no such proposal.',
  })
  async suggestedMergeParts(
    @Reads() read: RequestRead,
    @Args('proposalId', { type: () => Uuid, description: 'Id of the proposal.' }) proposalId: string,
  ): Promise<SuggestedPart[] | null> {
    return suggestedPartsOf(await read.work(), proposalId);
  }

  @Mutation(() => AcceptMergeProposalResult, {
    description: 'Accepts a merge proposal. The second person’s acceptance makes the procurement case.',
  })
  acceptMergeProposal(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'The acceptance.' }) input: AcceptMergeProposalInput,
  ) {
    return this.accept.carryOut(asker, input);
  }

  @Mutation(() => RejectMergeProposalResult, {
    description: 'Rejects a merge proposal with a reason; it is not made again unless its needs change.',
  })
  rejectMergeProposal(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'The rejection.' }) input: RejectMergeProposalInput,
  ) {
    return this.reject.carryOut(asker, input);
  }
}
