import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar, LocalDateScalar, MoneyInput, Uuid } from '@samanker/request';
import type { Terms } from './merge-terms.rules';

@InputType({ description: 'An item of the case to be, and the needs that it takes up.' })
export class MergeItemInput {
  @Field(() => String, { description: 'What is bought; at most 200 characters.' })
  name!: string;

  @Field(() => String, { description: 'Code of the unit; the quantities of its needs must convert into it exactly.' })
  unitCode!: string;

  @Field(() => String, { description: 'CPV code, eight digits.' })
  cpvCode!: string;

  @Field(() => MoneyInput, { nullable: true, description: 'Expected price of one unit.' })
  unitPrice?: MoneyInput | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether who takes part firmly must buy it here; only that counts in the smallest value of the report.',
  })
  dutyToBuy!: boolean;

  @Field(() => [Uuid], {
    description: 'The needs that it takes up; each need of the proposal stands in exactly one item.',
  })
  needIds!: string[];
}

@InputType({ description: 'A part (lot) of the case to be.' })
export class MergePartInput {
  @Field(() => String, { description: 'What the part is about; at most 200 characters.' })
  title!: string;

  @Field(() => [MergeItemInput], { description: 'What is bought in it.' })
  items!: MergeItemInput[];
}

@InputType({ description: 'What the case is to be.' })
export class MergeTermsInput {
  @Field(() => Uuid, { description: 'The host: the organisation that buys for all.' })
  hostOrganisationId!: string;

  @Field(() => String, { description: 'Title of the case; at most 300 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What is to be bought and why.' })
  description?: string | null;

  @Field(() => LocalDateScalar, { description: 'The day by which every municipality must have decided.' })
  decisionDeadline!: string;

  @Field(() => Int, { description: 'First calendar year of the contract.' })
  firstYear!: number;

  @Field(() => Int, { description: 'How many years the contract runs, 1–15, options not counted.' })
  years!: number;

  @Field(() => Int, { nullable: true, description: 'How many years it can be extended by, 0–10.' })
  optionYears?: number | null;

  @Field(() => [MergePartInput], { nullable: true, description: 'Parts and items; as in the preview when left out.' })
  parts?: MergePartInput[] | null;
}

@ObjectType({ description: 'An item of the case to be, and the needs that it takes up.' })
export class MergeTermsItem {
  @Field(() => String, { description: 'What is bought.' })
  name!: string;

  @Field(() => String, { description: 'Code of the unit.' })
  unitCode!: string;

  @Field(() => String, { description: 'CPV code, eight digits.' })
  cpvCode!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Expected price of one unit, NOK excluding VAT.' })
  unitPrice!: string | null;

  @Field(() => Boolean, { description: 'Whether who takes part firmly must buy it here.' })
  dutyToBuy!: boolean;

  @Field(() => [Uuid], { description: 'The needs that it takes up.' })
  needIds!: string[];
}

@ObjectType({ description: 'A part (lot) of the case to be.' })
export class MergeTermsPart {
  @Field(() => String, { description: 'What the part is about.' })
  title!: string;

  @Field(() => [MergeTermsItem], { description: 'What is bought in it.' })
  items!: MergeTermsItem[];
}

@ObjectType({ description: 'What the case is to be, as the first acceptance said.' })
export class MergeTerms {
  @Field(() => Uuid, { description: 'The host.' })
  hostOrganisationId!: string;

  @Field(() => String, { description: 'Title of the case.' })
  title!: string;

  @Field(() => String, { description: 'What is to be bought and why.' })
  description!: string;

  @Field(() => LocalDateScalar, { description: 'The day by which every municipality must have decided.' })
  decisionDeadline!: string;

  @Field(() => Int, { description: 'First calendar year of the contract.' })
  firstYear!: number;

  @Field(() => Int, { description: 'How many years the contract runs.' })
  years!: number;

  @Field(() => Int, { description: 'How many years it can be extended by.' })
  optionYears!: number;

  @Field(() => [MergeTermsPart], { description: 'Parts and items.' })
  parts!: MergeTermsPart[];
}

/** The stored terms as they are shown: a price is an amount excluding VAT. */
export function termsShown(terms: Terms): MergeTerms {
  const parts = terms.parts.map((part) => ({
    title: part.title,
    items: part.items.map((item) => ({
      ...item,
      dutyToBuy: item.dutyToBuy ?? false,
      needIds: [...item.needIds],
      unitPrice: item.unitPrice?.amount ?? null,
    })),
  }));
  return { ...terms, parts };
}
