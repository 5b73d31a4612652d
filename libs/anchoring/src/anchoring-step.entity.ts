import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RoleName } from '@samanker/identity';
import { PlanningStatus } from '@samanker/participation';
import { InstantScalar, LocalDateScalar, Uuid, type RoleKind } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { StepKind, StepOutcome, StepState, StepWeight } from './step-outcome.rules';
import { Decision } from './decision.entity';

registerEnumType(StepKind, {
  name: 'StepKind',
  description: 'Who decides in a step.',
  valuesMap: {
    ADMINISTRATIVE: { description: 'A person decides, within a number of working days.' },
    POLITICAL: { description: 'A body decides in a meeting.' },
  },
});

registerEnumType(StepWeight, {
  name: 'StepWeight',
  description: 'What the outcome of a step counts for.',
  valuesMap: {
    ADVISORY: { description: 'Gives a statement.' },
    RECOMMENDING: { description: 'Recommends to the next; its no is not the municipality’s no.' },
    DECIDING: { description: 'Decides.' },
  },
});

registerEnumType(StepState, {
  name: 'StepState',
  description: 'Where a step stands.',
  valuesMap: {
    WAITING: { description: 'Earlier steps come first.' },
    OPEN: { description: 'Somebody must act.' },
    SUBMITTED: { description: 'The text is handed in to a meeting.' },
    DECIDED: { description: 'It has an outcome.' },
    NOT_REQUIRED: { description: 'The municipality found that it is not needed.' },
  },
});

/** A meeting that a step can be submitted or postponed to. */
@ObjectType({ description: 'A meeting that a step can be submitted or postponed to.' })
export class MeetingChoice {
  @Field(() => Uuid, { description: 'The id of the meeting.' })
  meetingId!: string;

  @Field(() => LocalDateScalar, { description: 'The day of the meeting.' })
  date!: string;

  @Field(() => LocalDateScalar, { description: 'The last day to hand in the text.' })
  submissionDeadline!: string;

  @Field(() => Boolean, { description: 'Whether that day has passed.' })
  deadlinePassed!: boolean;

  @Field(() => Boolean, { description: 'Whether the meeting comes in time for the deadline of the case.' })
  inTime!: boolean;
}

/** A body above the step's own. */
@ObjectType({ description: 'A body that a minority can take a step to.' })
export class HigherBody {
  @Field(() => Uuid, { description: 'The id of the body.' })
  bodyId!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

/** One step of a municipality's route (R1, R2). */
@Entity('anchoring_step')
@ObjectType({ description: 'One step of an anchoring route: a body or a person that advises, recommends or decides.' })
export class AnchoringStep {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'The id of the step.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'participation_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The participation whose route this step belongs to.' })
  participationId!: string;

  @Column({ type: 'integer' })
  @Field(() => Int, { description: 'The place in the route, from 1.' })
  position!: number;

  @Column({ name: 'parallel_group', type: 'integer' })
  @Field(() => Int, { description: 'Steps with the same number are open together; groups follow each other in order.' })
  parallelGroup!: number;

  @Column({ type: 'text' })
  @Field(() => StepKind, { description: 'Who decides: a person or a body.' })
  kind!: StepKind;

  @Column({ type: 'text' })
  @Field(() => StepWeight, { description: 'What the outcome counts for.' })
  weight!: StepWeight;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'What the step is called.' })
  title!: string;

  @Column({ type: 'text' })
  @Field(() => RoleName, { description: 'The role that is responsible for the step.' })
  role!: RoleKind;

  @Column({ name: 'asked_person_id', type: 'uuid', nullable: true })
  @Field(() => Uuid, {
    nullable: true,
    description: 'The one person that the step was handed over to; null when it is asked of whoever holds the role.',
  })
  askedPersonId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who is asked about the step now; null when it is done, or there is nobody to ask.',
  })
  responsibleName!: string | null;

  @Field(() => String, { nullable: true, description: 'Who holds the role, while a deputy stands in (R12).' })
  deputyFor!: string | null;

  @Column({ name: 'body_id', type: 'uuid', nullable: true })
  @Field(() => Uuid, { nullable: true, description: 'The body, for a political step.' })
  bodyId!: string | null;

  @Column({ name: 'working_days', type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'Working days to decide in, for an administrative step.' })
  workingDays!: number | null;

  @Column({ type: 'text', default: StepState.WAITING })
  @Field(() => StepState, { description: 'Where the step stands.' })
  state!: StepState;

  @Column({ name: 'opened_on', type: 'date', nullable: true })
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it became possible to act.' })
  openedOn!: string | null;

  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  @Field(() => InstantScalar, { nullable: true, description: 'When the text was handed in.' })
  submittedAt!: Date | string | null;

  @Column({ name: 'meeting_id', type: 'uuid', nullable: true })
  @Field(() => Uuid, { nullable: true, description: 'The meeting that it was submitted to.' })
  meetingId!: string | null;

  @Column({ name: 'decided_on', type: 'date', nullable: true })
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of the decision that counts.' })
  decidedOn!: string | null;

  @Column({ name: 'planned_on', type: 'date', nullable: true })
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it is expected to be decided.' })
  plannedOn!: string | null;

  @Column({ name: 'planned_meeting_id', type: 'uuid', nullable: true })
  @Field(() => Uuid, { nullable: true, description: 'The meeting that is planned for it; null for a projected one.' })
  plannedMeetingId!: string | null;

  @Column({ name: 'submission_deadline', type: 'date', nullable: true })
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day by which the text must be in for the planned meeting.',
  })
  submissionDeadline!: string | null;

  @Column({ name: 'latest_on', type: 'date', nullable: true })
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The latest day that still fits the deadline of the case.',
  })
  latestOn!: string | null;

  @Column({ name: 'planning_status', type: 'text', nullable: true })
  @Field(() => PlanningStatus, {
    nullable: true,
    description: 'How the step stands against the deadline of the case; null when it is done.',
  })
  planningStatus!: PlanningStatus | null;

  @Column({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Counts up with every change.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'The name of the body, for a political step.' })
  bodyName!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of the meeting that it was submitted to.' })
  meetingOn!: string | null;

  @Field(() => [Decision], {
    description: 'Everything that was decided in this step, oldest first; superseded and postponing ones too.',
  })
  decisions!: Decision[];

  @Field(() => [StepOutcome], { description: 'The outcomes that a step of this weight and kind can have.' })
  allowedOutcomes!: StepOutcome[];

  @Field(() => Boolean, {
    description: 'Whether an outcome can be recorded now: it is required, undecided, and everything before it is done.',
  })
  canBeDecided!: boolean;

  @Field(() => [MeetingChoice], {
    description: 'The coming meetings of the body that take cases, for an undecided political step.',
  })
  meetingChoices!: MeetingChoice[];

  @Field(() => [HigherBody], {
    description: 'The bodies that a minority can take it to, for an undecided political step.',
  })
  higherBodies!: HigherBody[];
}
