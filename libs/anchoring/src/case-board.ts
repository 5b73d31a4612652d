import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RoleName } from '@samanker/identity';
import { FiguresOrigin } from '@samanker/need';
import { WrittenLanguage } from '@samanker/organisation';
import { Choice, ParticipationState, PlanningStatus } from '@samanker/participation';
import { CaseStage } from '@samanker/procurement-case';
import { LocalDateScalar, Uuid, type RoleKind } from '@samanker/request';
import { BoardContact, BoardLeaving, BoardNote, BoardSaid } from './board-remarks';
import { BoardTotals } from './board-totals';
import { StepKind, StepOutcome, StepState, StepWeight } from './step-outcome.rules';

export const BoardFilter = {
  OVERDUE: 'OVERDUE',
  DUE_IN_7_DAYS: 'DUE_IN_7_DAYS',
  NO_ANSWER: 'NO_ANSWER',
  NOBODY_TO_ASK: 'NOBODY_TO_ASK',
} as const;
export type BoardFilter = (typeof BoardFilter)[keyof typeof BoardFilter];
registerEnumType(BoardFilter, {
  name: 'BoardFilter',
  description: 'Which municipalities of a case board to show.',
  valuesMap: {
    OVERDUE: { description: 'Something is awaited of them whose day has passed.' },
    DUE_IN_7_DAYS: { description: 'Something is awaited of them from today to a week from today.' },
    NO_ANSWER: { description: 'They have been invited and have done nothing yet.' },
    NOBODY_TO_ASK: { description: 'Something is open, and nobody holds the role that it is asked of.' },
  },
});

@ObjectType({ description: 'One step of a municipality on the board.' })
export class BoardStep {
  @Field(() => Uuid, { description: 'The id of the step.' })
  id!: string;

  @Field(() => Int, { description: 'The place in the route, from 1.' })
  position!: number;

  @Field(() => Int, { description: 'Steps with the same number are open together.' })
  parallelGroup!: number;

  @Field(() => StepKind, { description: 'Who decides: a person or a body.' })
  kind!: StepKind;

  @Field(() => StepWeight, { description: 'What the outcome counts for.' })
  weight!: StepWeight;

  @Field(() => String, { description: 'What the step is called.' })
  title!: string;

  @Field(() => StepState, { description: 'Where the step stands.' })
  state!: StepState;

  @Field(() => StepOutcome, { nullable: true, description: 'The latest outcome that counts, a postponing one too.' })
  outcome!: StepOutcome | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of the decision.' })
  decidedOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of the meeting that it was submitted to.' })
  meetingOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it is expected to be decided.' })
  plannedOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day by which the text must be in for that.' })
  submissionDeadline!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The latest day that still fits the deadline of the case.',
  })
  latestOn!: string | null;

  @Field(() => PlanningStatus, {
    nullable: true,
    description: 'How it stands against the deadline of the case; null when it is done.',
  })
  status!: PlanningStatus | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When what is awaited in this step is due; null when nothing is.',
  })
  dueOn!: string | null;

  @Field(() => Boolean, { description: 'Whether that day has passed.' })
  overdue!: boolean;

  @Field(() => RoleName, { description: 'The role that is responsible.' })
  role!: RoleKind;

  @Field(() => Uuid, {
    nullable: true,
    description: 'Who is asked: the person that the step was handed to, who holds the role, or the deputy.',
  })
  responsibleId!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of that person.' })
  responsibleName!: string | null;

  @Field(() => String, { nullable: true, description: 'Who holds the role, while a deputy stands in (R12).' })
  deputyFor!: string | null;

  @Field(() => Boolean, { description: 'The step is not done and nobody holds the role.' })
  nobodyToAsk!: boolean;
}

@ObjectType({ description: 'What a municipality has chosen for one part of the case.' })
export class BoardChoice {
  @Field(() => Uuid, { description: 'The part.' })
  partId!: string;

  @Field(() => Int, { description: 'The number of the part.' })
  number!: number;

  @Field(() => Choice, { nullable: true, description: 'Firm, option or out; null while nothing is chosen.' })
  choice!: Choice | null;
}

@ObjectType({ description: 'One municipality on the board.' })
export class BoardRow {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => Uuid, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'The name of the organisation.' })
  organisationName!: string;

  @Field(() => String, { nullable: true, description: 'Its municipality number, four digits: where it lies on a map.' })
  municipalityNumber!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many people live there.' })
  population!: number | null;

  @Field(() => WrittenLanguage, { description: 'The written language of the organisation.' })
  language!: WrittenLanguage;

  @Field(() => ParticipationState, { description: 'How far the organisation has come.' })
  state!: ParticipationState;

  @Field(() => PlanningStatus, {
    nullable: true,
    description: 'How the route stands against the deadline; null when there is no plan.',
  })
  status!: PlanningStatus | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The earliest day on which everything can be done, power of attorney included.',
  })
  plannedFinishOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day to hand in the text that still works.' })
  latestSubmissionOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Calendar days to spare; negative when it is too late.' })
  slackDays!: number | null;

  @Field(() => Boolean, { description: 'The plan rests on a calendar that is not adopted yet.' })
  provisional!: boolean;

  @Field(() => Boolean, { description: 'A new council is constituted during the route.' })
  crossesElection!: boolean;

  @Field(() => [BoardChoice], { description: 'What it has chosen, per part.' })
  choices!: BoardChoice[];

  @Field(() => Boolean, { description: 'Whether its volumes are declared.' })
  volumesDeclared!: boolean;

  @Field(() => Boolean, { description: 'Whether its power of attorney is recorded.' })
  powerOfAttorneyRecorded!: boolean;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The first day on which something is due that is awaited of it; null when nothing is.',
  })
  dueOn!: string | null;

  @Field(() => Boolean, { description: 'Whether that day has passed.' })
  overdue!: boolean;

  @Field(() => Boolean, { description: 'Whether something is due from today to a week from today.' })
  dueIn7Days!: boolean;

  @Field(() => Boolean, {
    description: 'Whether you have to act: what is asked of you or your role there, or a condition that you settle.',
  })
  waitsForYou!: boolean;

  @Field(() => Boolean, { description: 'Something is awaited of it, and nobody holds the role that it is asked of.' })
  nobodyToAsk!: boolean;

  @Field(() => FiguresOrigin, { description: 'Whether its answers are known or modelled.' })
  answerOrigin!: FiguresOrigin;

  @Field(() => BoardNote, { nullable: true, description: 'The newest note about it that you may see.' })
  note!: BoardNote | null;

  @Field(() => BoardSaid, { nullable: true, description: 'When it says that it will have decided.' })
  theySay!: BoardSaid | null;

  @Field(() => BoardContact, { nullable: true, description: 'Whom to call there; null when nobody holds a role.' })
  contact!: BoardContact | null;

  @Field(() => BoardLeaving, { nullable: true, description: 'By which decision it left; null while it has not.' })
  leaving!: BoardLeaving | null;

  @Field(() => [BoardStep], { description: 'The steps of its route in order.' })
  steps!: BoardStep[];
}

@ObjectType({ description: 'Municipalities × steps: who has decided what, who is late, who cannot make it.' })
export class CaseBoard {
  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Field(() => String, { description: 'The title of the case.' })
  title!: string;

  @Field(() => CaseStage, { description: 'How far the case has come.' })
  stage!: CaseStage;

  @Field(() => String, { description: 'The name of the host.' })
  hostName!: string;

  @Field(() => LocalDateScalar, { description: 'The day by which every municipality must have decided.' })
  decisionDeadline!: string;

  @Field(() => LocalDateScalar, { description: 'Today in domain time, Europe/Oslo.' })
  today!: string;

  @Field(() => BoardTotals, { description: 'The board in figures, whatever filter is chosen.' })
  totals!: BoardTotals;

  @Field(() => [BoardRow], { description: 'The municipalities of the filter: what is due soonest first.' })
  rows!: BoardRow[];
}
