import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { UnitsDoNotAgree } from '@samanker/classification';
import type { Work } from '@samanker/database';
import { peopleWhoCount } from '@samanker/identity';
import { lockNeeds } from '@samanker/need';
import {
  ChangedMeanwhile,
  IdempotencyKeyReused,
  LogInTooWeak,
  InvalidInput,
  NotFound,
  NotPermitted,
  Refusal,
  Uuid,
  type Asker,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { acceptedTerms, forLog } from './accepted-terms';
import { caseFromProposal } from './case-from-proposal';
import { lockProposal, stillAsProposed, type ProposalToDecide } from './lock-proposal';
import { MergeProposal, MergeProposalState } from './merge-proposal.entity';
import { mayDecideProposals } from './merge-proposal.permissions';
import { mergeProposalById } from './merge-proposal.queries';
import { MergeProposalClosed, MergeTermsDiffer } from './merge-proposal.refusals';
import { MergeTermsInput } from './merge-terms';

@InputType({ description: 'An acceptance of a merge proposal. Two different people are needed.' })
export class AcceptMergeProposalInput {
  @Field(() => Uuid, { description: 'Which proposal.' })
  proposalId!: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  version!: number;

  @Field(() => MergeTermsInput, {
    nullable: true,
    description:
      'What the case is to be. The first person gives it; the second may leave it out and confirms what the proposal shows.',
  })
  terms?: MergeTermsInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const AcceptMergeProposalResult = createUnionType({
  name: 'AcceptMergeProposalResult',
  description: 'The proposal, with its case once two people have accepted; or why it was not accepted.',
  types: () =>
    [
      MergeProposal,
      NotFound,
      NotPermitted,
      InvalidInput,
      MergeProposalClosed,
      MergeTermsDiffer,
      UnitsDoNotAgree,
      ChangedMeanwhile,
      IdempotencyKeyReused,
      LogInTooWeak,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/**
 * R29: two different people accept a merge proposal. The first sets the terms; the second confirms them, and the case is
 * made in the same transaction: participations, volumes filled in from the needs, and the needs point at it (R17).
 */
@Injectable()
export class AcceptMergeProposal {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: AcceptMergeProposalInput): Promise<MergeProposal | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'acceptMergeProposal',
      load: (work) => lockProposal(work, input.proposalId),
      may: mayDecideProposals.of(() => ({})),
      carryOut: (work, proposal) => accept(work, proposal, input),
      answer: async (work, id) => (await mergeProposalById(work, id))!,
    });
  }
}

async function accept(
  work: Work,
  proposal: ProposalToDecide,
  input: AcceptMergeProposalInput,
): Promise<Done | Refusal> {
  const personId = work.actor.personId!;
  const open = proposal.state === MergeProposalState.PROPOSED;
  const mine = proposal.acceptedBy.includes(personId);
  if (mine && proposal.state === MergeProposalState.ACCEPTED) return { id: proposal.id };
  // Whose role has ended counts no more; who has it again does (R29).
  const counting = open ? await peopleWhoCount(work, [...proposal.acceptedBy, personId], mayDecideProposals.grant) : [];
  const others = counting.filter((id) => id !== personId);
  // The same person twice is one acceptance: already done is success.
  if (open && mine && others.length === 0) return { id: proposal.id };
  if (!open) return new MergeProposalClosed(['input', 'proposalId'], proposal.state);
  if (!counting.includes(personId)) return new NotPermitted(['input'], mayDecideProposals.grant);
  if (proposal.version !== input.version) return new ChangedMeanwhile(['input', 'version']);
  const needs = await lockNeeds(
    work,
    proposal.needs.map(({ id }) => id),
  );
  if (!stillAsProposed(proposal, needs))
    return new MergeProposalClosed(['input', 'proposalId'], MergeProposalState.OUTDATED);

  const first = others.length === 0;
  const terms = await acceptedTerms(work, first && input.terms ? null : proposal.terms, input.terms, needs);
  if (terms instanceof Refusal) return terms;
  await work.execute(
    `insert into merge_proposal_acceptance (region_id, proposal_id, person_id, accepted_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [work.regionId, proposal.id, personId, work.now],
  );
  if (first)
    await work.execute('update merge_proposal set terms = $2 where id = $1', [proposal.id, JSON.stringify(terms)]);
  work.log({
    verb: 'acceptMergeProposal',
    subjectType: 'MergeProposal',
    subjectId: proposal.id,
    before: { state: proposal.state, acceptances: others.length },
    after: first ? { acceptances: 1, terms: forLog(terms) } : { acceptances: others.length + 1 },
  });
  if (!first) await caseFromProposal(work, proposal.id, terms, needs);
  return { id: proposal.id };
}
