import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DecimalScalar, LocalDateScalar } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ContractKind, ThresholdClass, ThresholdKind, type Threshold } from './threshold.rules';

registerEnumType(ThresholdKind, {
  name: 'ThresholdKind',
  description: 'What a threshold of procurement law is about.',
  valuesMap: {
    LOWER_LIMIT: { description: 'Below it the Procurement Act does not apply.' },
    NATIONAL: { description: 'From it a notice is published nationally (part II of the regulation).' },
    EEA_MUNICIPAL: { description: 'From it goods and services of a municipality are announced in the EEA (part III).' },
    EEA_STATE: { description: 'The same for state authorities.' },
    WORKS_EEA: { description: 'From it works are announced in the EEA (part III).' },
    SPECIAL_SERVICES: { description: 'From it health, social and other special services are announced (part IV).' },
  },
});

registerEnumType(ContractKind, {
  name: 'ContractKind',
  description: 'What is bought, as far as the thresholds tell things apart.',
  valuesMap: {
    GOODS_AND_SERVICES: { description: 'Goods and ordinary services.' },
    SPECIAL_SERVICES: { description: 'Health, social and other special services.' },
    WORKS: { description: 'Building and construction works.' },
  },
});

registerEnumType(ThresholdClass, {
  name: 'ThresholdClass',
  description: 'Which part of the procurement regulation a value falls under.',
  valuesMap: {
    OUTSIDE_THE_ACT: { description: 'Below the lower limit of the Act.' },
    PART_I: { description: 'Part I only: the basic principles, no duty to publish.' },
    PART_II: { description: 'Part II: published nationally.' },
    PART_III: { description: 'Part III: published in the EEA.' },
    PART_IV: { description: 'Part IV: special services above their threshold, published in the EEA.' },
    UNKNOWN: { description: 'The service has no figures for this date.' },
  },
});

/** A figure of law with its source: data, never a constant in code (B1). */
@Entity('procurement_threshold')
@ObjectType({
  description: 'A threshold of procurement law with the date from which it holds and where it is taken from.',
})
export class ProcurementThreshold implements Threshold {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'text' })
  @Field(() => ThresholdKind, { description: 'What the threshold is about.' })
  kind!: ThresholdKind;

  @Column({ name: 'valid_from', type: 'date' })
  @Field(() => LocalDateScalar, { description: 'The first day on which it holds; until the next of its kind.' })
  validFrom!: string;

  @Column({ type: 'numeric', precision: 16, scale: 2 })
  @Field(() => DecimalScalar, { description: 'NOK excluding VAT; a value equal to it has reached it.' })
  amount!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'Where the figure is taken from.' })
  source!: string;

  @Column({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether amount and date have been checked against their source.' })
  verified!: boolean;
}

/** The entities of this word. */
export const procurementLawEntities = [ProcurementThreshold];
