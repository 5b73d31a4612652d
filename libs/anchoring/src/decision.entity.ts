import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Attachment } from '@samanker/attachment';
import { DecimalScalar, InstantScalar, LocalDateScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { StepOutcome } from './step-outcome.rules';

registerEnumType(StepOutcome, {
  name: 'StepOutcome',
  description: 'What a step came to (R2).',
  valuesMap: {
    STATEMENT: { description: 'An advisory council has given its statement.' },
    RECOMMENDED: { description: 'A recommending body says yes.' },
    RECOMMENDED_WITH_CHANGES: { description: 'A recommending body says yes, with changes.' },
    NOT_RECOMMENDED: { description: 'A recommending body says no; the route goes on.' },
    APPROVED: { description: 'The deciding body or person says yes.' },
    APPROVED_WITH_CONDITIONS: { description: 'Yes, on conditions.' },
    REJECTED: { description: 'The deciding body or person says no: the municipality does not take part.' },
    DEFERRED: { description: 'Postponed, to a named meeting or without a date.' },
    RETURNED: { description: 'Sent back for more preparation.' },
    WITHDRAWN_FROM_AGENDA: { description: 'Taken off the agenda.' },
    TAKEN_NOTE: { description: 'Taken note of, nothing else.' },
    SENT_UP: { description: 'A minority takes it to a higher body, which is added to the route.' },
  },
});

export const BudgetCoverage = {
  ADOPTED_LINE: 'ADOPTED_LINE',
  CHANGED_BY_COUNCIL: 'CHANGED_BY_COUNCIL',
  NEXT_YEARS_BUDGET: 'NEXT_YEARS_BUDGET',
} as const;
export type BudgetCoverage = (typeof BudgetCoverage)[keyof typeof BudgetCoverage];
registerEnumType(BudgetCoverage, {
  name: 'BudgetCoverage',
  description: 'Where the money comes from.',
  valuesMap: {
    ADOPTED_LINE: { description: 'A line of the adopted budget.' },
    CHANGED_BY_COUNCIL: { description: 'A change of the budget by the council itself.' },
    NEXT_YEARS_BUDGET: { description: 'To be placed in next year’s budget.' },
  },
});

/** The limits within which a decision approves (R3), as the decision says them; null where it says nothing. */
@ObjectType({ description: 'The limits within which a decision approves. Amounts are NOK excluding VAT.' })
export class DecisionLimits {
  @Field(() => DecimalScalar, { nullable: true, description: 'In all.' })
  total!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Per year.' })
  perYear!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Per inhabitant and year.' })
  perInhabitantPerYear!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The latest day on which the agreement ends.' })
  latestEnd!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The host that the approval presupposes.' })
  hostOrganisationId!: string | null;

  @Field(() => [Uuid], { nullable: true, description: 'The parts that the approval covers; null for every part.' })
  partIds!: string[] | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The most of the common costs, in per cent.' })
  shareOfCost!: string | null;
}

/** What was decided in a step. Never edited: a new decision supersedes it, both stay (R2, R3). */
@Entity('decision')
@ObjectType({
  description: 'What was decided in a step. It is never edited; a new decision supersedes it and both stay.',
})
export class Decision {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'The id of the decision.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'step_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The step that was decided.' })
  stepId!: string;

  @Column({ type: 'text' })
  @Field(() => StepOutcome, { description: 'What it came to.' })
  outcome!: StepOutcome;

  @Column({ name: 'decided_on', type: 'date' })
  @Field(() => LocalDateScalar, { description: 'The day of the decision.' })
  decidedOn!: string;

  @Column({ name: 'meeting_id', type: 'uuid', nullable: true })
  @Field(() => Uuid, { nullable: true, description: 'The meeting in which it was decided.' })
  meetingId!: string | null;

  @Column({ name: 'deferred_to_meeting_id', type: 'uuid', nullable: true })
  @Field(() => Uuid, { nullable: true, description: 'The meeting it was postponed to; null when no date was named.' })
  deferredToMeetingId!: string | null;

  @Column({ name: 'recorded_by', type: 'uuid' })
  @Field(() => Uuid, { description: 'The person who recorded it.' })
  recordedBy!: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'samanker_now()' })
  @Field(() => InstantScalar, { description: 'When it was recorded.' })
  recordedAt!: Date | string;

  @Column({ name: 'on_behalf_because', type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Set for ever when the host recorded it on the organisation’s written behalf, and why (R29).',
  })
  onBehalfBecause!: string | null;

  @Column({ name: 'supersedes_id', type: 'uuid', nullable: true })
  @Field(() => Uuid, { nullable: true, description: 'The decision that this one takes the place of.' })
  supersedesId!: string | null;

  @Column({ name: 'superseded_at', type: 'timestamptz', nullable: true })
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When a later decision took its place; null while it counts.',
  })
  supersededAt!: Date | string | null;

  @Column({ type: 'text', default: '' })
  @Field(() => String, { description: 'The text of the decision.' })
  text!: string;

  @Column({ name: 'archive_case', type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The archive’s case: 2026/1234.' })
  archiveCase!: string | null;

  @Column({ name: 'archive_document', type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The archive’s document: 26/1234-5.' })
  archiveDocument!: string | null;

  @Column({ name: 'body_case', type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The body’s own number: PS 11/20.' })
  bodyCase!: string | null;

  @Column({ name: 'minutes_link', type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'A link to the minutes.' })
  minutesLink!: string | null;

  @Column({ name: 'minutes_sha256', type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'SHA-256 of the file of the minutes, hexadecimal.' })
  minutesSha256!: string | null;

  @Column({ name: 'minutes_attachment_id', type: 'uuid', nullable: true })
  minutesAttachmentId!: string | null;

  @Field(() => Attachment, {
    nullable: true,
    description:
      'The minutes as a file; null when there is none, or when the decision is exempt from public access and you are none of those who see it all the same (R28).',
  })
  attachment!: Attachment | null;

  @Column({ name: 'votes_for', type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'Votes for.' })
  votesFor!: number | null;

  @Column({ name: 'votes_against', type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'Votes against.' })
  votesAgainst!: number | null;

  @Column({ name: 'delegation_basis', type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'For a delegated decision: what gives the power to decide.' })
  delegationBasis!: string | null;

  @Column({ name: 'exempt_basis', type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'The legal basis on which it is exempt from public access; null when it is public.',
  })
  exemptBasis!: string | null;

  @Column({ name: 'budget_coverage', type: 'text', nullable: true })
  @Field(() => BudgetCoverage, { nullable: true, description: 'Where the money comes from.' })
  budgetCoverage!: BudgetCoverage | null;

  @Column({ name: 'resources_committed', type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'People and other resources that were committed.' })
  resourcesCommitted!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  @Field(() => DecisionLimits, {
    nullable: true,
    description:
      'The limits of this decision, also when it has been superseded; null when it set none. Those in force stand on the participation.',
  })
  limits!: DecisionLimits | null;
}
