import { createHash } from 'node:crypto';
import { Field, InputType, Int } from '@nestjs/graphql';
import { canonicalJson } from '@samanker/decision-log';
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
import { BudgetCoverage } from './decision.entity';
import { StepOutcome } from './step-outcome.rules';

const MOST_CONDITIONS = 50;
const MOST_VOTES = 1_000;

@InputType({
  description:
    'What can be said of a decision now or later; none of it is asked for before the decision can be recorded.',
})
export class DecisionDetailsInput {
  @Field(() => String, { nullable: true, description: 'The text of the decision; at most 20 000 characters.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'The archive’s case: 2026/1234.' })
  archiveCase?: string | null;

  @Field(() => String, { nullable: true, description: 'The archive’s document: 26/1234-5.' })
  archiveDocument?: string | null;

  @Field(() => String, { nullable: true, description: 'The body’s own number: PS 11/20.' })
  bodyCase?: string | null;

  @Field(() => String, { nullable: true, description: 'A link to the minutes; begins with https://.' })
  minutesLink?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the file of the minutes: 64 hexadecimal digits in lower case.',
  })
  minutesSha256?: string | null;

  @Field(() => Int, { nullable: true, description: 'Votes for.' })
  votesFor?: number | null;

  @Field(() => Int, { nullable: true, description: 'Votes against.' })
  votesAgainst?: number | null;

  @Field(() => String, { nullable: true, description: 'For a delegated decision: what gives the power to decide.' })
  delegationBasis?: string | null;

  @Field(() => String, { nullable: true, description: 'The legal basis on which it is exempt from public access.' })
  exemptBasis?: string | null;

  @Field(() => BudgetCoverage, { nullable: true, description: 'Where the money comes from.' })
  budgetCoverage?: BudgetCoverage | null;

  @Field(() => String, { nullable: true, description: 'People and other resources that were committed.' })
  resourcesCommitted?: string | null;
}

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

/** The first detail that is wrong in itself. */
export function faultOfDetails(details: DecisionDetailsInput | null | undefined): InvalidInput | null {
  if (!details) return null;
  const at = (field: string): string[] => ['input', 'details', field];
  const votes = (field: 'votesFor' | 'votesAgainst'): InvalidInput | null => {
    const count = details[field] ?? 0;
    if (count < 0) return new InvalidInput(at(field), 'NEGATIVE');
    return count > MOST_VOTES ? new InvalidInput(at(field), 'TOO_LARGE', MOST_VOTES) : null;
  };
  return firstFault(
    checkText(details.archiveCase, at('archiveCase'), 40),
    checkText(details.archiveDocument, at('archiveDocument'), 40),
    checkText(details.bodyCase, at('bodyCase'), 40),
    checkText(details.minutesLink, at('minutesLink'), 1_000),
    Boolean(details.minutesLink) &&
      !/^https:\/\/[^\s<>"]+$/.test(details.minutesLink!) &&
      new InvalidInput(at('minutesLink'), 'NOT_A_LINK'),
    Boolean(details.minutesSha256) &&
      !/^[0-9a-f]{64}$/.test(details.minutesSha256!) &&
      new InvalidInput(at('minutesSha256'), 'NOT_ALLOWED_HERE'),
    votes('votesFor'),
    votes('votesAgainst'),
    checkText(details.delegationBasis, at('delegationBasis'), 1_000),
    checkText(details.exemptBasis, at('exemptBasis'), 400),
    checkText(details.resourcesCommitted, at('resourcesCommitted'), 2_000),
  );
}

/**
 * What the log keeps of a decision's details: references and votes as they are, everything else (it may name people) as
 * one SHA-256 over its canonical JSON, so that a changed text is found (R31, R32).
 */
export function loggedDetails(
  details: DecisionDetailsInput | null | undefined,
  conditions: readonly DecisionConditionInput[] = [],
): Record<string, unknown> {
  const { archiveCase, archiveDocument, bodyCase, minutesSha256, votesFor, votesAgainst, budgetCoverage, ...free } =
    details ?? {};
  const wording = canonicalJson({ ...free, conditions: conditions.map(({ text, kind }) => ({ text, kind })) });
  return {
    archiveCase,
    archiveDocument,
    bodyCase,
    minutesSha256,
    votesFor,
    votesAgainst,
    budgetCoverage,
    wordingSha256: createHash('sha256').update(wording).digest('hex'),
  };
}
