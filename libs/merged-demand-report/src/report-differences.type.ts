import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar, Uuid } from '@samanker/request';
import { differenceTexts } from './report-difference-sentence.rules';
import type {
  ReportDifference as Difference,
  ReportDifferenceKind as Kind,
  SpanEnd as End,
} from './report-differences.rules';

export enum ReportDifferenceKind {
  CASE_RENAMED = 'CASE_RENAMED',
  HOST_CHANGED = 'HOST_CHANGED',
  PARTICIPANT_CAME = 'PARTICIPANT_CAME',
  PARTICIPANT_WENT = 'PARTICIPANT_WENT',
  CHOICE_CHANGED = 'CHOICE_CHANGED',
  ANCHORED = 'ANCHORED',
  NO_LONGER_ANCHORED = 'NO_LONGER_ANCHORED',
  POWER_OF_ATTORNEY_CAME = 'POWER_OF_ATTORNEY_CAME',
  POWER_OF_ATTORNEY_WENT = 'POWER_OF_ATTORNEY_WENT',
  OWN_MAXIMUM_CHANGED = 'OWN_MAXIMUM_CHANGED',
  ITEM_CAME = 'ITEM_CAME',
  ITEM_WENT = 'ITEM_WENT',
  PRICE_CHANGED = 'PRICE_CHANGED',
  QUANTITY_CHANGED = 'QUANTITY_CHANGED',
  MAXIMUM_QUANTITY_CHANGED = 'MAXIMUM_QUANTITY_CHANGED',
  MUNICIPALITY_QUANTITY_CHANGED = 'MUNICIPALITY_QUANTITY_CHANGED',
  VALUE_CHANGED = 'VALUE_CHANGED',
  DECISION_DEADLINE_CHANGED = 'DECISION_DEADLINE_CHANGED',
  THRESHOLD_CLASS_CHANGED = 'THRESHOLD_CLASS_CHANGED',
  GAPS_CAME = 'GAPS_CAME',
  GAPS_CLOSED = 'GAPS_CLOSED',
  DETAILS_CHANGED = 'DETAILS_CHANGED',
}
registerEnumType(ReportDifferenceKind, {
  name: 'ReportDifferenceKind',
  description: 'In what two editions of a report differ.',
  valuesMap: Object.fromEntries(
    Object.keys(ReportDifferenceKind).map((kind) => [kind, { description: differenceTexts(kind as Kind).en }]),
  ),
});

export enum ValueSpanEnd {
  MINIMUM = 'minimum',
  EXPECTED = 'expected',
  MAXIMUM = 'maximum',
}
registerEnumType(ValueSpanEnd, {
  name: 'ValueSpanEnd',
  description: 'Which of the three values of a span.',
  valuesMap: {
    MINIMUM: { description: 'What is bound.' },
    EXPECTED: { description: 'What is expected.' },
    MAXIMUM: { description: 'What it may come to.' },
  },
});

@ObjectType({ description: 'One thing in which the later edition of a report differs from the earlier one.' })
export class ReportDifference implements Omit<Difference, 'kind' | 'span'> {
  @Field(() => ReportDifferenceKind, { description: 'What has changed.' })
  kind!: Kind;

  @Field(() => Uuid, { nullable: true, description: 'The organisation it is about, if one.' })
  organisationId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of that organisation.' })
  organisationName!: string | null;

  @Field(() => Int, { nullable: true, description: 'Number of the part it is about, if one.' })
  partNumber!: number | null;

  @Field(() => String, { nullable: true, description: 'The good or service it is about, if one.' })
  itemName!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the unit of the quantities.' })
  unitCode!: string | null;

  @Field(() => Int, { nullable: true, description: 'The calendar year, where it is about one.' })
  year!: number | null;

  @Field(() => ValueSpanEnd, { nullable: true, description: 'Which value, where it is about one.' })
  span!: End | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the earlier edition says: a decimal, a date, a choice or a name; null for nothing.',
  })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What the later edition says, in the same form.' })
  after!: string | null;

  @Field(() => String, { nullable: true, description: 'After less before, where both are decimals.' })
  change!: string | null;

  @Field(() => String, { description: 'The difference in a sentence, in the language of the person who asks.' })
  sentence!: string;
}

@ObjectType({ description: 'One of the two editions that are compared.' })
export class ComparedEdition {
  @Field(() => Int, { nullable: true, description: 'Number of the frozen version; null: the data of this moment.' })
  number!: number | null;

  @Field(() => String, { description: 'SHA-256 over its canonical JSON.' })
  sha256!: string;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was frozen.' })
  frozenAt!: Date | null;
}

/** R22: what has changed between two editions of a case's report. */
@ObjectType({ description: 'What has changed between two editions of a case’s merged-demand report.' })
export class ReportDifferences {
  @Field(() => Uuid, { description: 'The case it is about.' })
  caseId!: string;

  @Field(() => ComparedEdition, { description: 'The earlier edition.' })
  from!: ComparedEdition;

  @Field(() => ComparedEdition, { description: 'The later edition.' })
  to!: ComparedEdition;

  @Field(() => [ReportDifference], { description: 'The differences; empty when both say the same.' })
  differences!: ReportDifference[];
}
