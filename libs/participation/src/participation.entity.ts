import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FiguresOrigin } from '@samanker/need';
import { DecimalScalar, InstantScalar, LocalDateScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ActOnBehalf } from './act-on-behalf.entity';
import { Condition } from './condition.entity';
import { Leaving } from './leaving.entity';
import { PartChoice } from './part-choice.entity';
import { ParticipationState, type VolumeFigure } from './participation.rules';
import { PowerOfAttorney } from './power-of-attorney.entity';

/** How a route stands against the day by which it must be finished (R6). */
export enum PlanningStatus {
  ON_TRACK = 'ON_TRACK',
  AT_RISK = 'AT_RISK',
  LATE = 'LATE',
  CANNOT_MAKE_IT = 'CANNOT_MAKE_IT',
}
registerEnumType(PlanningStatus, {
  name: 'PlanningStatus',
  description: 'How a route stands against the decision deadline of its case.',
  valuesMap: {
    ON_TRACK: { description: 'Finishes in time, with the region’s margin.' },
    AT_RISK: { description: 'Finishes in time, with less than the margin.' },
    LATE: { description: 'Finishes after the deadline as planned; an earlier way still exists.' },
    CANNOT_MAKE_IT: { description: 'No adopted meeting is left that makes the deadline.' },
  },
});
registerEnumType(ParticipationState, {
  name: 'ParticipationState',
  description: 'How far one organisation has come with its part in a case.',
  valuesMap: {
    INVITED: { description: 'Invited; nothing has been done yet.' },
    ANCHORING: { description: 'Under way; stateReasons say what is missing.' },
    ANCHORED: {
      description: 'Every required step is approved, no condition is open, the power of attorney is recorded.',
    },
    DECLINED: { description: 'A deciding body said no, or every part is out.' },
    REANCHOR_REQUIRED: { description: 'Later changes went outside the decision’s limits; counts as not anchored.' },
    LEGALITY_REVIEW: { description: 'A legality review is demanded, or its time limit is waited for.' },
    WITHDRAWN: { description: 'Has left the case.' },
  },
});

/** One reason for the state, in words. */
@ObjectType({ description: 'Why a participation is in its state, or what it still lacks.' })
export class StateReason {
  @Field(() => String, { description: 'A stable code for programs, for example POWER_OF_ATTORNEY_MISSING.' })
  code!: string;

  @Field(() => String, { description: 'One sentence in the language of the person who asks.' })
  sentence!: string;
}

/** One organisation's part in a case. */
@Entity('participation')
@ObjectType({
  description:
    'One organisation’s part in a procurement case: what it chose, how far its decision has come, its limits.',
})
export class Participation {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the participation.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'case_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The organisation that takes part.' })
  organisationId!: string;

  @Field(() => String, { description: 'Name of the organisation.' })
  organisationName!: string;

  @Column({ type: 'text', default: ParticipationState.INVITED })
  @Field(() => ParticipationState, { description: 'How far it has come.' })
  state!: ParticipationState;

  @Column({ name: 'state_reason', type: 'text', default: '' })
  storedReason!: string;

  @Field(() => String, {
    description: 'Why, in one sentence: the weightiest of stateReasons; empty when there is nothing to say.',
  })
  stateReason!: string;

  @Field(() => [StateReason], {
    description: 'Everything that stands in the way of being anchored, the weightiest first.',
  })
  stateReasons!: StateReason[];

  @Column({ name: 'invited_at', type: 'timestamptz', nullable: true })
  @Field(() => InstantScalar, { nullable: true, description: 'When it was invited; null when not yet.' })
  invitedAt!: Date | null;

  @Column({ name: 'answer_origin', type: 'text', default: FiguresOrigin.REAL })
  @Field(() => FiguresOrigin, { description: 'Whether its answers are known or modelled.' })
  answerOrigin!: FiguresOrigin;

  @Column({ name: 'local_leader', type: 'text', default: '' })
  @Field(() => String, { description: 'The local leader who vouches for the local gain; empty when none is named.' })
  localLeader!: string;

  @Column({ name: 'local_gain_confirmed_at', type: 'timestamptz', nullable: true })
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When the local gain was confirmed; null while it is not.',
  })
  localGainConfirmedAt!: Date | null;

  @Column({ name: 'route_finished_on', type: 'date', nullable: true })
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which the last required step was approved.',
  })
  routeFinishedOn!: string | null;

  @Column({ name: 'route_declined', type: 'boolean', default: false })
  routeDeclined!: boolean;

  @Column({ name: 'legality_review_demanded_on', type: 'date', nullable: true })
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which a legality review was demanded; null when none is pending.',
  })
  legalityReviewDemandedOn!: string | null;

  @Column({ name: 'volume_figures', type: 'jsonb', default: [] })
  volumeFigures!: VolumeFigure[];

  @Column({ name: 'limit_total', type: 'numeric', precision: 16, scale: 2, nullable: true })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The decision’s limit for the whole term, NOK excluding VAT.',
  })
  limitTotal!: string | null;

  @Column({ name: 'limit_per_year', type: 'numeric', precision: 16, scale: 2, nullable: true })
  @Field(() => DecimalScalar, { nullable: true, description: 'The decision’s limit per year, NOK excluding VAT.' })
  limitPerYear!: string | null;

  @Column({ name: 'limit_per_inhabitant_per_year', type: 'numeric', precision: 16, scale: 2, nullable: true })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The decision’s limit per inhabitant per year, NOK excluding VAT.',
  })
  limitPerInhabitantPerYear!: string | null;

  @Column({ name: 'limit_latest_end', type: 'date', nullable: true })
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The latest end that the decision allows, options included.',
  })
  limitLatestEnd!: string | null;

  @Column({ name: 'limit_host_organisation_id', type: 'uuid', nullable: true })
  @Field(() => Uuid, { nullable: true, description: 'The host that the decision names.' })
  limitHostOrganisationId!: string | null;

  @Column({ name: 'limit_part_ids', type: 'uuid', array: true, nullable: true })
  @Field(() => [Uuid], {
    nullable: true,
    description: 'The parts that the decision covers; null when it covers every part.',
  })
  limitPartIds!: string[] | null;

  @Column({ name: 'limit_share_of_cost', type: 'numeric', precision: 5, scale: 2, nullable: true })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The decision’s limit for the share of the case’s common costs, in per cent.',
  })
  limitShareOfCost!: string | null;

  @Column({ name: 'planned_finish_on', type: 'date', nullable: true })
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which the route and the power of attorney finish as planned.',
  })
  plannedFinishOn!: string | null;

  @Column({ name: 'latest_submission_on', type: 'date', nullable: true })
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The latest day for the text that still makes the deadline.',
  })
  latestSubmissionOn!: string | null;

  @Column({ name: 'slack_days', type: 'integer', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Calendar days between the planned finish and the decision deadline; negative when late.',
  })
  slackDays!: number | null;

  @Column({ name: 'planning_status', type: 'text', nullable: true })
  @Field(() => PlanningStatus, {
    nullable: true,
    description: 'How the route stands against the deadline; null before it is planned.',
  })
  planningStatus!: PlanningStatus | null;

  @Column({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether the plan rests on projected meetings.' })
  provisional!: boolean;

  @Column({ name: 'crosses_election', type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether a new council is constituted before the route is finished.' })
  crossesElection!: boolean;

  @Column({ name: 'planned_for', type: 'date', nullable: true })
  plannedFor!: string | null;

  @Column({ name: 'escalate_automatically', type: 'boolean', default: false })
  @Field(() => Boolean, {
    description:
      'Whether the organisation has agreed that the next level is written to without asking the coordinator.',
  })
  escalateAutomatically!: boolean;

  @Column({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Counts its changes.' })
  version!: number;

  @Field(() => [PartChoice], { description: 'What it chose, by part; parts without a choice are left out.' })
  choices!: PartChoice[];

  @Field(() => [Condition], { description: 'The conditions of its decisions.' })
  conditions!: Condition[];

  @Field(() => PowerOfAttorney, {
    nullable: true,
    description: 'The power of attorney in force; null when there is none.',
  })
  powerOfAttorney!: PowerOfAttorney | null;

  @Field(() => [ActOnBehalf], {
    description:
      'What the host registered on its written behalf, in the order in which it was done. Never wiped (R29).',
  })
  actsOnBehalf!: ActOnBehalf[];

  @Field(() => Leaving, { nullable: true, description: 'How it left the case; null while it has not (R5b).' })
  leaving!: Leaving | null;
}
