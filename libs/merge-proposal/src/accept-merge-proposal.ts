import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { UnitsDoNotAgree } from '@samanker/classification';
import type { Work } from '@samanker/database';
import { canonicalJson, wordingSha256 } from '@samanker/decision-log';
import { lockNeeds, type Need } from '@samanker/need';
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
import { caseFromProposal } from './case-from-proposal';
import { checkGivenTerms } from './check-given-terms';
import { lockProposal, stillAsProposed, type ProposalToDecide } from './lock-proposal';
import { MergeProposal, MergeProposalState } from './merge-proposal.entity';
import { mayDecideProposals } from './merge-proposal.permissions';
import { mergeProposalById } from './merge-proposal.queries';
import { MergeProposalClosed, MergeTermsDiffer } from './merge-proposal.refusals';
import { MergeTermsInput } from './merge-terms';
import type { Terms } from './merge-terms.rules';

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
  // The same person twice is one acceptance: already done is success.
  if (proposal.acceptedBy.includes(personId) && (open || proposal.state === MergeProposalState.ACCEPTED))
    return { id: proposal.id };
  if (!open) return new MergeProposalClosed(['input', 'proposalId'], proposal.state);
  if (proposal.version !== input.version) return new ChangedMeanwhile(['input', 'version']);
  const needs = await lockNeeds(
    work,
    proposal.needs.map(({ id }) => id),
  );
  if (!stillAsProposed(proposal, needs))
    return new MergeProposalClosed(['input', 'proposalId'], MergeProposalState.OUTDATED);

  const terms = await termsOf(work, proposal, input, needs);
  if (terms instanceof Refusal) return terms;
  await work.execute(
    'insert into merge_proposal_acceptance (region_id, proposal_id, person_id, accepted_at) values ($1, $2, $3, $4)',
    [work.regionId, proposal.id, personId, work.now],
  );
  const first = proposal.terms === null;
  if (first)
    await work.execute('update merge_proposal set terms = $2 where id = $1', [proposal.id, JSON.stringify(terms)]);
  work.log({
    verb: 'acceptMergeProposal',
    subjectType: 'MergeProposal',
    subjectId: proposal.id,
    before: { state: proposal.state, acceptances: proposal.acceptedBy.length },
    after: first ? { acceptances: 1, terms: forLog(terms) } : { acceptances: proposal.acceptedBy.length + 1 },
  });
  if (!first) await caseFromProposal(work, proposal.id, terms, needs);
  return { id: proposal.id };
}

/** The terms that count: the first acceptance's; the second may repeat them but not say anything else. */
async function termsOf(
  work: Work,
  proposal: ProposalToDecide,
  { terms: given }: AcceptMergeProposalInput,
  needs: readonly Need[],
): Promise<Terms | Refusal> {
  const path = ['input', 'terms'];
  if (!given && !proposal.terms) return new InvalidInput(path, 'REQUIRED');
  const said = given ? await checkGivenTerms(work, given, needs, path) : null;
  if (said instanceof Refusal) return said;
  if (!proposal.terms) return said!;
  if (said && canonicalJson(said) !== canonicalJson(proposal.terms)) return new MergeTermsDiffer(path);
  // The day by which all must have decided may have passed since the first acceptance.
  if (proposal.terms.decisionDeadline < work.today)
    return new InvalidInput([...path, 'decisionDeadline'], 'DATE_PASSED');
  return proposal.terms;
}

function forLog({ description, ...terms }: Terms): Record<string, unknown> {
  return { ...terms, descriptionSha256: wordingSha256(description) };
}
