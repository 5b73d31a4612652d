import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ExpectationKind } from '@samanker/expectation';
import { RoleName } from '@samanker/identity';
import { ParticipationState, PlanningStatus } from '@samanker/participation';
import { CaseStage } from '@samanker/procurement-case';
import { DecimalScalar, LocalDateScalar, Uuid, type RoleKind } from '@samanker/request';
import { StepState } from './step-outcome.rules';

@ObjectType({
  description: 'One case as one organisation sees it: what it is to do, by when, and what is at stake for it.',
})
export class OrganisationCase {
  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Field(() => String, { description: 'The title of the case.' })
  title!: string;

  @Field(() => CaseStage, { description: 'How far the case has come.' })
  stage!: CaseStage;

  @Field(() => String, { description: 'The name of the host.' })
  hostName!: string;

  @Field(() => Boolean, { description: 'Whether the organisation itself is the host.' })
  hosts!: boolean;

  @Field(() => LocalDateScalar, { description: 'The day on which the case was opened.' })
  openedOn!: string;

  @Field(() => LocalDateScalar, { description: 'The day by which every municipality must have decided.' })
  decisionDeadline!: string;

  @Field(() => Int, { description: 'The first year of the agreement.' })
  firstYear!: number;

  @Field(() => Int, { description: 'How many years the agreement lasts, extensions left out.' })
  years!: number;

  @Field(() => Int, { description: 'How many years it can be extended by.' })
  optionYears!: number;

  @Field(() => Int, { description: 'Organisations that take part; those that declined or left are left out.' })
  municipalities!: number;

  @Field(() => Int, { description: 'How many of them are anchored.' })
  anchored!: number;

  @Field(() => Uuid, { nullable: true, description: 'Its participation; null for a host that takes no part itself.' })
  participationId!: string | null;

  @Field(() => ParticipationState, { nullable: true, description: 'How far the organisation has come.' })
  state!: ParticipationState | null;

  @Field(() => PlanningStatus, { nullable: true, description: 'How its route stands against the deadline.' })
  status!: PlanningStatus | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The earliest day on which it can be done.' })
  plannedFinishOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Calendar days to spare; negative when it is too late.' })
  slackDays!: number | null;

  @Field(() => String, { nullable: true, description: 'The step that is open now, else the one that opens next.' })
  stepTitle!: string | null;

  @Field(() => StepState, { nullable: true, description: 'Where that step stands.' })
  stepState!: StepState | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day of its meeting, or the day it is planned for.',
  })
  stepOn!: string | null;

  @Field(() => RoleName, { nullable: true, description: 'The role that is responsible for that step.' })
  role!: RoleKind | null;

  @Field(() => String, { nullable: true, description: 'The name of whoever holds the role, or of the first deputy.' })
  responsibleName!: string | null;

  @Field(() => ExpectationKind, { nullable: true, description: 'What is awaited of it first; null when nothing is.' })
  awaited!: ExpectationKind | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When that is due.' })
  dueOn!: string | null;

  @Field(() => Boolean, { description: 'Whether that day has passed.' })
  overdue!: boolean;

  @Field(() => Boolean, { description: 'Whether its volumes are declared.' })
  volumesDeclared!: boolean;

  @Field(() => Int, { description: 'How many of its volume lines count.' })
  lines!: number;

  @Field(() => DecimalScalar, {
    description:
      'What it expects to buy firmly, extensions left out, NOK excluding VAT; as in the report of the case. Lines without a price are left out.',
  })
  expectedValue!: string;

  @Field(() => DecimalScalar, {
    description:
      'Its firm and option parts at their maximum, extensions included, NOK excluding VAT; as in the report.',
  })
  maximumValue!: string;
}

@ObjectType({
  description: 'All cases of one organisation together: those that it takes part in, and those that it hosts.',
})
export class OrganisationCases {
  @Field(() => Uuid, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'Its name.' })
  organisationName!: string;

  @Field(() => LocalDateScalar, { description: 'Today in domain time, Europe/Oslo.' })
  today!: string;

  @Field(() => [OrganisationCase], { description: 'Its cases, what is due soonest first.' })
  cases!: OrganisationCase[];
}
