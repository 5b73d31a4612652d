import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { wordingSha256 } from '@samanker/decision-log';
import {
  ChangedMeanwhile,
  checkText,
  IdempotencyKeyReused,
  LogInTooWeak,
  InvalidInput,
  NotFound,
  NotPermitted,
  Uuid,
  type Asker,
  type Refusal,
} from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { lockProposal } from './lock-proposal';
import { MergeProposal, MergeProposalState } from './merge-proposal.entity';
import { MergeProposalRejected } from './merge-proposal.events';
import { mayDecideProposals } from './merge-proposal.permissions';
import { mergeProposalById } from './merge-proposal.queries';
import { MergeProposalClosed } from './merge-proposal.refusals';

@InputType({ description: 'A rejection of a merge proposal, with its reason.' })
export class RejectMergeProposalInput {
  @Field(() => Uuid, { description: 'Which proposal.' })
  proposalId!: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  version!: number;

  @Field(() => String, { description: 'Why; at most 4000 characters.' })
  reason!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const RejectMergeProposalResult = createUnionType({
  name: 'RejectMergeProposalResult',
  description: 'The rejected proposal, or why it was not rejected.',
  types: () =>
    [
      MergeProposal,
      NotFound,
      NotPermitted,
      InvalidInput,
      MergeProposalClosed,
      ChangedMeanwhile,
      IdempotencyKeyReused,
      LogInTooWeak,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** Rejects a merge proposal with a reason; it is not made again unless its needs change (R17). */
@Injectable()
export class RejectMergeProposal {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: RejectMergeProposalInput): Promise<MergeProposal | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'rejectMergeProposal',
      load: (work) => lockProposal(work, input.proposalId),
      may: mayDecideProposals.of(() => ({})),
      carryOut: async (work, { id, state, version, reason: before }) => {
        const reason = input.reason.trim();
        const fault = checkText(reason, ['input', 'reason'], 4000, true);
        if (fault) return fault;
        // The same rejection again is a success; another reason would overwrite what was said.
        if (state === MergeProposalState.REJECTED && before === reason) return { id };
        if (state !== MergeProposalState.PROPOSED) return new MergeProposalClosed(['input', 'proposalId'], state);
        if (version !== input.version) return new ChangedMeanwhile(['input', 'version']);
        await work.execute(`update merge_proposal set state = 'REJECTED', reason = $2, closed_at = $3 where id = $1`, [
          id,
          reason,
          work.now,
        ]);
        work.log({
          verb: 'rejectMergeProposal',
          subjectType: 'MergeProposal',
          subjectId: id,
          before: { state },
          after: { state: 'REJECTED', reasonSha256: wordingSha256(reason) },
        });
        work.publish(new MergeProposalRejected({ proposalId: id }));
        return { id };
      },
      answer: async (work, id) => (await mergeProposalById(work, id))!,
    });
  }
}
