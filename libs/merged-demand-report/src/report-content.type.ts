import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Choice } from '@samanker/participation';
import { FiguresOrigin } from '@samanker/procurement-case';
import { ContractKind, ProcurementThreshold, ThresholdClass } from '@samanker/procurement-law';
import { RoleName } from '@samanker/identity';
import { DecimalScalar, LocalDateScalar, Uuid, type RoleKind } from '@samanker/request';
import { ReportEvent, ReportGap } from './report-enums';
import { ReportLeaving } from './leaving-effect.type';
import { ReportItem, ReportLine, ReportTotal, ValueSpan, type Of } from './report-volume.type';

@ObjectType({ description: 'The host as it stands in the report.' })
export class ReportHost {
  @Field(() => Uuid, { description: 'Id of the host organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'Name of the host.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Organisation number of the host.' })
  organisationNumber!: string | null;
}

@ObjectType({ description: 'A part of the case: how many take part in it and what it is worth.' })
export class ReportPart implements Of<'parts'> {
  @Field(() => Uuid, { description: 'Id of the part.' })
  partId!: string;

  @Field(() => Int, { description: 'Number of the part in the case.' })
  number!: number;

  @Field(() => String, { description: 'What the part is about.' })
  title!: string;

  @Field(() => Int, { description: 'How many organisations take part firmly.' })
  firm!: number;

  @Field(() => Int, { description: 'How many of the firm ones are anchored.' })
  firmAnchored!: number;

  @Field(() => Int, { description: 'How many are named with an option to join later.' })
  option!: number;

  @Field(() => Int, { description: 'How many have said no.' })
  out!: number;

  @Field(() => Int, { description: 'How many have not answered.' })
  unanswered!: number;

  @Field(() => ValueSpan, { description: 'What the part is worth.' })
  values!: ValueSpan;
}

@ObjectType({ description: 'What an organisation has chosen for one part.' })
export class ReportPartChoice {
  @Field(() => Uuid, { description: 'Id of the part.' })
  partId!: string;

  @Field(() => Choice, {
    nullable: true,
    description: 'The choice; null when the organisation has not answered.',
  })
  choice!: Choice | null;
}

@ObjectType({ description: 'One organisation in the report.' })
export class ReportParticipant implements Omit<Of<'participants'>, 'left'> {
  @Field(() => Uuid, { description: 'Id of the organisation.' })
  organisationId!: string;

  @Field(() => String, { nullable: true, description: 'Municipality number.' })
  number!: string | null;

  @Field(() => String, { description: 'Name of the organisation.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Organisation number, which the notice must state.' })
  organisationNumber!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether its participation is anchored, recomputed from its steps, conditions, limits and power of attorney.',
  })
  anchored!: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which its last required step was decided.' })
  routeFinishedOn!: string | null;

  @Field(() => Boolean, { description: 'Whether a power of attorney is in force.' })
  powerOfAttorney!: boolean;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The maximum stated in its power of attorney, NOK excluding VAT.',
  })
  ownMaximum!: string | null;

  @Field(() => String, { description: 'The local leader who vouches for the gain; a title. Empty when none is named.' })
  localLeader!: string;

  @Field(() => FiguresOrigin, { description: 'Whether the answer is the real one or modelled.' })
  answerOrigin!: FiguresOrigin;

  @Field(() => Boolean, {
    description: 'Whether the host has registered something for it, on its written behalf (R29).',
  })
  registeredOnBehalf!: boolean;

  @Field(() => ReportLeaving, { nullable: true, description: 'By which decision it left the case, if it has (R5b).' })
  left!: ReportLeaving | null;

  @Field(() => [ReportPartChoice], { description: 'Its choice for every part, by number of the part.' })
  choices!: ReportPartChoice[];

  @Field(() => ValueSpan, { description: 'What its volumes are worth.' })
  values!: ValueSpan;
}

@ObjectType({ description: 'The value of one kind of contract among the thresholds.' })
export class ThresholdFinding {
  @Field(() => ContractKind, { description: 'What is bought.' })
  contractKind!: ContractKind;

  @Field(() => DecimalScalar, {
    description: 'The value measured, NOK excluding VAT, options and extensions included.',
  })
  value!: string;

  @Field(() => ThresholdClass, { description: 'The part of the regulation that it falls under.' })
  class!: ThresholdClass;

  @Field(() => ProcurementThreshold, { nullable: true, description: 'The highest threshold that the value reaches.' })
  reached!: ProcurementThreshold | null;

  @Field(() => ProcurementThreshold, { nullable: true, description: 'The next threshold above the value.' })
  next!: ProcurementThreshold | null;

  @Field(() => Boolean, { description: 'Whether the figures that decided have been checked against their source.' })
  verified!: boolean;
}

@ObjectType({ description: 'Which rules of procurement law the value brings, and why.' })
export class ReportThreshold {
  @Field(() => LocalDateScalar, {
    description: 'The day taken for the notice: the decision deadline, before which it cannot be sent.',
  })
  noticeOn!: string;

  @Field(() => ThresholdClass, { description: 'The class with the most duties among the findings.' })
  class!: ThresholdClass;

  @Field(() => Boolean, { description: 'Whether every figure that decided has been checked against its source.' })
  verified!: boolean;

  @Field(() => [ThresholdFinding], { description: 'One finding per kind of contract.' })
  findings!: ThresholdFinding[];
}

@ObjectType({ description: 'A date in the life of the case.' })
export class ReportTimePoint implements Of<'timeLine'> {
  @Field(() => LocalDateScalar, { description: 'The date.' })
  date!: string;

  @Field(() => ReportEvent, { description: 'What happens.' })
  event!: ReportEvent;

  @Field(() => Uuid, { nullable: true, description: 'The organisation it is about, if one.' })
  organisationId!: string | null;

  @Field(() => Int, { description: 'How many organisations are anchored by then.' })
  anchored!: number;
}

@ObjectType({ description: 'Something that the report still lacks or that the reader should know.' })
export class ReportMissing implements Omit<Of<'missing'>, 'figures'> {
  @Field(() => ReportGap, { description: 'What is missing.' })
  gap!: ReportGap;

  @Field(() => Uuid, { nullable: true, description: 'The organisation it is about, if one.' })
  organisationId!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The part it is about, if one.' })
  partId!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The item it is about, if one.' })
  itemId!: string | null;

  @Field(() => String, {
    description: 'One sentence about it in the language of the person who asks; not part of what is hashed.',
  })
  sentence!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Name of the organisation that can mend it; null when the region as such can. Not part of what is hashed.',
  })
  menderName!: string | null;

  @Field(() => [RoleName], { description: 'The roles that can mend it; not part of what is hashed.' })
  menderRoles!: RoleKind[];
}

/** The content of a report as GraphQL shows it; same shape as ReportContent, which is what is hashed. */
@ObjectType({
  description:
    'What a merged-demand report says: participants, volumes, values, threshold, time line, and what is missing.',
})
export class MergedDemandReportContent {
  @Field(() => Uuid, { description: 'Id of the case.' })
  caseId!: string;

  @Field(() => String, { description: 'Title of the case.' })
  title!: string;

  @Field(() => ReportHost, { description: 'The host.' })
  host!: ReportHost;

  @Field(() => FiguresOrigin, { description: 'Whether the figures of the case are real or modelled.' })
  figuresOrigin!: FiguresOrigin;

  @Field(() => [ReportPart], { description: 'The parts by number.' })
  parts!: ReportPart[];

  @Field(() => [ReportParticipant], { description: 'The organisations by municipality number.' })
  participants!: ReportParticipant[];

  @Field(() => [ReportItem], { description: 'The items by number.' })
  items!: ReportItem[];

  @Field(() => [ReportTotal], { description: 'Totals per item, year and commitment: the exact sums of the lines.' })
  totals!: ReportTotal[];

  @Field(() => [ReportLine], { description: 'What each organisation stated per item and year.' })
  lines!: ReportLine[];

  @Field(() => ValueSpan, { description: 'What the whole case is worth.' })
  values!: ValueSpan;

  @Field(() => ReportThreshold, { description: 'Which rules of procurement law the value brings.' })
  threshold!: ReportThreshold;

  @Field(() => [ReportTimePoint], { description: 'Dates of the case in order.' })
  timeLine!: ReportTimePoint[];

  @Field(() => [ReportMissing], { description: 'What is missing or modelled.' })
  missing!: ReportMissing[];
}
