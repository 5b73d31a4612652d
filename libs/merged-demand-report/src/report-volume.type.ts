import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Choice, Commitment } from '@samanker/participation';
import { DecimalScalar, Uuid } from '@samanker/request';
import type { ReportContent } from './report-content';
import { ReportLineOrigin } from './report-enums';

/** One element of a list of the report. */
export type Of<K extends keyof ReportContent> = ReportContent[K] extends readonly (infer T)[] ? T : ReportContent[K];

@ObjectType({
  description:
    'What a set of volumes is worth, NOK excluding VAT: what is bound, what is expected, what it may come to.',
})
export class ValueSpan {
  @Field(() => DecimalScalar, {
    description: 'What anchored firm participants are bound to buy, extensions not counted.',
  })
  minimum!: string;

  @Field(() => DecimalScalar, {
    description: 'What firm participants, anchored or not, expect to buy, extensions not counted.',
  })
  expected!: string;

  @Field(() => DecimalScalar, {
    description: 'Firm and option participants at their maximum, extensions included: what thresholds are measured by.',
  })
  maximum!: string;
}

@ObjectType({ description: 'A good or service with its terms and the maximum quantity.' })
export class ReportItem implements Of<'items'> {
  @Field(() => Uuid, { description: 'Id of the item.' })
  itemId!: string;

  @Field(() => Uuid, { description: 'Id of the part it belongs to.' })
  partId!: string;

  @Field(() => Int, { description: 'Number of the item in the case.' })
  number!: number;

  @Field(() => String, { description: 'What it is.' })
  name!: string;

  @Field(() => String, { description: 'Code of the unit.' })
  unitCode!: string;

  @Field(() => String, { description: 'CPV code, eight digits.' })
  cpvCode!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Estimated price of one unit, NOK excluding VAT; null when nobody has stated one.',
  })
  unitPrice!: string | null;

  @Field(() => Boolean, { description: 'Whether firm participants are bound to buy it here.' })
  dutyToBuy!: boolean;

  @Field(() => DecimalScalar, {
    description: 'The most that can be bought over the whole term: firm and option participants, extensions included.',
  })
  maximumQuantity!: string;
}

@ObjectType({ description: 'The total of one item in one year, by how firmly it stands.' })
export class ReportTotal implements Of<'totals'> {
  @Field(() => Uuid, { description: 'Id of the item.' })
  itemId!: string;

  @Field(() => Uuid, { description: 'Id of the part of the item.' })
  partId!: string;

  @Field(() => Int, { description: 'Calendar year.' })
  year!: number;

  @Field(() => Boolean, { description: 'Whether the year lies in an extension of the term.' })
  extension!: boolean;

  @Field(() => Commitment, { description: 'How firmly the quantities stand.' })
  commitment!: Commitment;

  @Field(() => DecimalScalar, { description: 'Expected quantity.' })
  expected!: string;

  @Field(() => DecimalScalar, { description: 'Maximum quantity.' })
  maximum!: string;

  @Field(() => DecimalScalar, { description: 'Value of the expected quantity, NOK excluding VAT.' })
  expectedValue!: string;

  @Field(() => DecimalScalar, { description: 'Value of the maximum quantity, NOK excluding VAT.' })
  maximumValue!: string;

  @Field(() => Int, { description: 'How many organisations it is made up of.' })
  organisations!: number;
}

@ObjectType({ description: 'What one organisation has stated for one item and year.' })
export class ReportLine implements Of<'lines'> {
  @Field(() => Uuid, { description: 'Id of the organisation.' })
  organisationId!: string;

  @Field(() => Uuid, { description: 'Id of the item.' })
  itemId!: string;

  @Field(() => Int, { description: 'Calendar year.' })
  year!: number;

  @Field(() => Commitment, { description: 'How firmly the quantity stands.' })
  commitment!: Commitment;

  @Field(() => Choice, {
    nullable: true,
    description: 'The choice for the part; null without an answer, and then the line counts in no value.',
  })
  choice!: Choice | null;

  @Field(() => DecimalScalar, { description: 'Expected quantity.' })
  expected!: string;

  @Field(() => DecimalScalar, { description: 'Maximum quantity; equal to the expected one where none was stated.' })
  maximum!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Value of the expected quantity, NOK excluding VAT; null without a price.',
  })
  expectedValue!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Value of the maximum quantity, NOK excluding VAT; null without a price.',
  })
  maximumValue!: string | null;

  @Field(() => ReportLineOrigin, { description: 'Where the quantity comes from.' })
  origin!: ReportLineOrigin;

  @Field(() => Boolean, {
    description: 'Whether it was carried forward from the last declared year into an extension.',
  })
  carriedForward!: boolean;
}
