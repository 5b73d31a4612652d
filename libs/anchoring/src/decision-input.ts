import { Field, InputType } from '@nestjs/graphql';
import { ConditionKind, OnBehalfInput } from '@samanker/participation';
import {
  checkAmount,
  checkPercentage,
  checkText,
  DecimalScalar,
  firstFault,
  InvalidInput,
  LocalDateScalar,
  MoneyInput,
  Uuid,
} from '@samanker/request';
import { DecisionDetailsInput, faultOfDetails } from './decision-details-input';
import { StepOutcome } from './step-outcome.rules';

const MOST_CONDITIONS = 50;

@InputType({ description: 'The limits within which a deciding step approves (R3). Amounts are NOK excluding VAT.' })
export class DecisionLimitsInput {
  @Field(() => MoneyInput, { nullable: true, description: 'In all.' })
  total?: MoneyInput | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Per year.' })
  perYear?: MoneyInput | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Per inhabitant and year.' })
  perInhabitantPerYear?: MoneyInput | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The latest day on which the agreement ends, options included.',
  })
  latestEnd?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The host that the approval presupposes.' })
  hostOrganisationId?: string | null;

  @Field(() => [Uuid], {
    nullable: true,
    description: 'The parts of the case that the approval covers, at least one; left out, it covers every part.',
  })
  partIds?: string[] | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The most of the common costs, in per cent: the organisation’s maximum value against that of all who have not declined, over the whole term with options; lines without a price are left out. Held against it once all of them have declared volumes, and from the decision deadline on in any case.',
  })
  shareOfCost?: string | null;
}

@InputType({ description: 'A condition of an approval.' })
export class DecisionConditionInput {
  @Field(() => String, { description: 'The condition, at most 4000 characters.' })
  text!: string;

  @Field(() => ConditionKind, { description: 'Whether it must be met before the notice, or is followed up later.' })
  kind!: ConditionKind;
}

/** What is said of a decision when it is recorded: at once only outcome, date and meeting (R3). */
@InputType({ isAbstract: true })
export abstract class DecisionContentInput {
  @Field(() => StepOutcome, { description: 'What it came to.' })
  outcome!: StepOutcome;

  @Field(() => LocalDateScalar, {
    description: 'The day of the decision: not after today, not before the case was opened.',
  })
  decidedOn!: string;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The meeting; left out, it is the one that the step was submitted to, when the day is the same.',
  })
  meetingId?: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'For DEFERRED: the meeting it was postponed to; left out when no date was named.',
  })
  deferredToMeetingId?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'For SENT_UP: the higher body; left out, it is the highest.' })
  sentUpToBodyId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'The person who decides an administrative step is disqualified (inhabil); then the deputy decides.',
  })
  deciderDisqualified?: boolean | null;

  @Field(() => OnBehalfInput, { nullable: true, description: 'For the host on written behalf only.' })
  onBehalf?: OnBehalfInput | null;

  @Field(() => DecisionDetailsInput, { nullable: true, description: 'The rest, now or later.' })
  details?: DecisionDetailsInput | null;

  @Field(() => DecisionLimitsInput, {
    nullable: true,
    description: 'For APPROVED and APPROVED_WITH_CONDITIONS of a deciding step.',
  })
  limits?: DecisionLimitsInput | null;

  @Field(() => [DecisionConditionInput], { nullable: true, description: 'For APPROVED_WITH_CONDITIONS: at least one.' })
  conditions?: DecisionConditionInput[] | null;
}

/** The first value of a decision's content that is wrong in itself. */
export function faultOfContent(input: DecisionContentInput): InvalidInput | null {
  const approved = input.outcome === 'APPROVED' || input.outcome === 'APPROVED_WITH_CONDITIONS';
  const misplaced = (field: string): InvalidInput => new InvalidInput(['input', field], 'NOT_ALLOWED_HERE');
  return firstFault(
    Boolean(input.deferredToMeetingId) && input.outcome !== 'DEFERRED' && misplaced('deferredToMeetingId'),
    Boolean(input.sentUpToBodyId) && input.outcome !== 'SENT_UP' && misplaced('sentUpToBodyId'),
    Boolean(input.limits) && !approved && misplaced('limits'),
    faultOfConditions(input),
    faultOfLimits(input.limits),
    faultOfDetails(input.details),
  );
}

function faultOfConditions({ outcome, conditions }: DecisionContentInput): InvalidInput | null {
  const path = ['input', 'conditions'] as const;
  if (outcome !== 'APPROVED_WITH_CONDITIONS')
    return conditions?.length ? new InvalidInput(path, 'NOT_ALLOWED_HERE') : null;
  if (!conditions?.length) return new InvalidInput(path, 'REQUIRED');
  if (conditions.length > MOST_CONDITIONS) return new InvalidInput(path, 'TOO_MANY', MOST_CONDITIONS);
  return firstFault(...conditions.map(({ text }, index) => checkText(text, [...path, index, 'text'], 4_000, true)));
}

function faultOfLimits(limits: DecisionLimitsInput | null | undefined): InvalidInput | null {
  const path = ['input', 'limits'];
  return firstFault(
    checkAmount(limits?.total, [...path, 'total']),
    checkAmount(limits?.perYear, [...path, 'perYear']),
    checkAmount(limits?.perInhabitantPerYear, [...path, 'perInhabitantPerYear']),
    limits?.partIds?.length === 0 && new InvalidInput([...path, 'partIds'], 'REQUIRED'),
    ...(limits?.partIds ?? []).map(
      (id, at, all) => all.indexOf(id) < at && new InvalidInput([...path, 'partIds', at], 'DUPLICATE'),
    ),
    checkPercentage(limits?.shareOfCost, [...path, 'shareOfCost']),
  );
}
