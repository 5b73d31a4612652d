import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Need } from '@samanker/need';
import { InstantScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MergeTerms } from './merge-terms';
import type { OverlapReason } from './overlap.rules';

export enum MergeProposalState {
  PROPOSED = 'PROPOSED',
  ACCEPTED = 'ACCEPTED',
  REJECTED = 'REJECTED',
  OUTDATED = 'OUTDATED',
}
registerEnumType(MergeProposalState, {
  name: 'MergeProposalState',
  description: 'Where a merge proposal stands.',
  valuesMap: {
    PROPOSED: { description: 'Waits for people to accept or reject it.' },
    ACCEPTED: { description: 'Accepted by two people; it became a procurement case.' },
    REJECTED: { description: 'Rejected with a reason; not made again unless its needs change.' },
    OUTDATED: { description: 'Its needs have changed, so it says something that no longer holds.' },
  },
});

export enum OverlapReasonKind {
  CPV = 'CPV',
  TITLE = 'TITLE',
  UNIT = 'UNIT',
  PERIOD = 'PERIOD',
}
registerEnumType(OverlapReasonKind, {
  name: 'OverlapReasonKind',
  description: 'What a reason is about.',
  valuesMap: {
    CPV: { description: 'How near the CPV codes are.' },
    TITLE: { description: 'Which words the titles share.' },
    UNIT: { description: 'Whether the quantities can be added.' },
    PERIOD: { description: 'Whether the wanted periods meet.' },
  },
});

/** One reason, in words that can be checked against the two needs. */
@ObjectType({ description: 'One reason why two needs seem to be the same, or what stands in the way.' })
export class OverlapReasonSaid {
  @Field(() => OverlapReasonKind, { description: 'What it is about.' })
  kind!: OverlapReasonKind;

  @Field(() => Boolean, { description: 'Whether it speaks for merging.' })
  speaksFor!: boolean;

  @Field(() => String, { description: 'The reason as a sentence, in the language of the one who asks.' })
  sentence!: string;
}

/** Two needs of a proposal that overlap. */
@ObjectType({ description: 'Two needs of different organisations that overlap, how much and why.' })
@Entity('merge_proposal_pair')
export class MergeProposalPair {
  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @PrimaryColumn({ name: 'proposal_id', type: 'uuid' })
  proposalId!: string;

  @Field(() => Uuid, { description: 'The one need.' })
  @PrimaryColumn({ name: 'need_a', type: 'uuid' })
  needA!: string;

  @Field(() => Uuid, { description: 'The other need.' })
  @PrimaryColumn({ name: 'need_b', type: 'uuid' })
  needB!: string;

  @Field(() => Float, { description: 'How likely the two are the same, 0 to 1.' })
  @Column({ type: 'numeric', precision: 5, scale: 4 })
  score!: number;

  @Column({ name: 'reasons', type: 'jsonb' })
  parameters!: OverlapReason[];

  @Field(() => [OverlapReasonSaid], { description: 'Why, and what stands in the way.' })
  reasons!: OverlapReasonSaid[];
}

/** Somebody accepted a proposal; two different people are needed (R29). */
@ObjectType({ description: 'Somebody has accepted the proposal. Two different people are needed.' })
@Entity('merge_proposal_acceptance')
export class MergeProposalAcceptance {
  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @PrimaryColumn({ name: 'proposal_id', type: 'uuid' })
  proposalId!: string;

  @Field(() => Uuid, { description: 'Who.' })
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Field(() => String, { description: 'Name of the person.' })
  personName!: string;

  @Field(() => InstantScalar, { description: 'When.' })
  @Column({ name: 'accepted_at', type: 'timestamptz' })
  acceptedAt!: Date;

  @Field(() => Boolean, {
    description: 'Whether it counts: it does no more when the person’s role has ended (R29).',
  })
  counts!: boolean;
}

/** A group of needs that could be bought together. Nothing is merged without people (R16). */
@ObjectType({
  description:
    'A group of needs of different organisations that could be bought together. Nothing is merged without two people.',
})
@Entity('merge_proposal')
export class MergeProposal {
  @Field(() => Uuid, { description: 'Id of the proposal.' })
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Field(() => MergeProposalState, { description: 'Where it stands.' })
  @Column({ type: 'text', default: 'PROPOSED' })
  state!: MergeProposalState;

  /** SHA-256 of the needs and their versions: the same needs are not proposed twice (R17). */
  @Column({ type: 'text' })
  fingerprint!: string;

  @Field(() => Float, { description: 'How alike the needs are on average, 0 to 1.' })
  @Column({ type: 'numeric', precision: 5, scale: 4 })
  score!: number;

  @Field(() => InstantScalar, { description: 'When it was made.' })
  @Column({ name: 'proposed_at', type: 'timestamptz' })
  proposedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Why it was rejected.' })
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The procurement case that it became.' })
  @Column({ name: 'case_id', type: 'uuid', nullable: true })
  caseId!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was accepted, rejected or outdated.' })
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Field(() => MergeTerms, {
    nullable: true,
    description: 'The terms that the first acceptance set; the second person confirms them.',
  })
  @Column({ type: 'jsonb', nullable: true })
  terms!: MergeTerms | null;

  @Field(() => Int, { description: 'Counts the changes of its needs; name it when you accept or reject.' })
  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Field(() => [Need], { description: 'Its needs, by organisation.' })
  needs!: Need[];

  @Field(() => [MergeProposalPair], {
    description: 'The pairs that overlap, the strongest first; at most 20 in a list of proposals, 500 for one.',
  })
  pairs!: MergeProposalPair[];

  @Field(() => [MergeProposalAcceptance], { description: 'Who has accepted it, the first first.' })
  acceptances!: MergeProposalAcceptance[];
}

/** A need in a proposal, in the version that was compared. */
@Entity('merge_proposal_need')
export class MergeProposalNeed {
  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @PrimaryColumn({ name: 'proposal_id', type: 'uuid' })
  proposalId!: string;

  @PrimaryColumn({ name: 'need_id', type: 'uuid' })
  needId!: string;

  @Column({ name: 'need_version', type: 'integer' })
  needVersion!: number;
}
