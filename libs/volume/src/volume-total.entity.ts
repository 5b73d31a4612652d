import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Commitment } from '@samanker/participation';
import { DecimalScalar, InstantScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The sum of the lines of one item, year and commitment; kept by the worker, or summed when it is asked for (R20). */
@Entity('volume_total')
@ObjectType({ description: 'The sum of the lines of one item, year and commitment.' })
export class VolumeTotal {
  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @PrimaryColumn({ name: 'case_id', type: 'uuid' })
  caseId!: string;

  @PrimaryColumn({ name: 'item_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The item.' })
  itemId!: string;

  @Field(() => Uuid, { description: 'The part of the item.' })
  partId!: string;

  @PrimaryColumn({ type: 'integer' })
  @Field(() => Int, { description: 'The calendar year.' })
  year!: number;

  @PrimaryColumn({ type: 'text' })
  @Field(() => Commitment, { description: 'What the quantities bind to.' })
  commitment!: Commitment;

  @Column({ type: 'numeric', precision: 20, scale: 4 })
  @Field(() => DecimalScalar, { description: 'Expected quantity in the item’s unit.' })
  expected!: string;

  @Column({ type: 'numeric', precision: 20, scale: 4 })
  @Field(() => DecimalScalar, { description: 'Largest quantity; the expected one where a line names no other.' })
  maximum!: string;

  @Column({ name: 'expected_value', type: 'numeric', precision: 30, scale: 2, nullable: true })
  @Field(() => DecimalScalar, {
    description: 'Sum of the lines’ expected values, NOK excluding VAT; lines without a price left out.',
  })
  expectedValue!: string;

  @Column({ name: 'maximum_value', type: 'numeric', precision: 30, scale: 2, nullable: true })
  @Field(() => DecimalScalar, {
    description: 'Sum of the lines’ largest values, NOK excluding VAT; lines without a price left out.',
  })
  maximumValue!: string;

  @Column({ type: 'integer' })
  @Field(() => Int, { description: 'How many lines were added.' })
  lines!: number;

  @Column({ name: 'unpriced_lines', type: 'integer', default: 0 })
  @Field(() => Int, { description: 'How many of the lines have no price: the values leave them out.' })
  unpricedLines!: number;
}

/** The volume version of the case that its kept totals were computed at. */
@Entity('volume_aggregation')
export class VolumeAggregation {
  @PrimaryColumn({ name: 'case_id', type: 'uuid' })
  caseId!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'at_version', type: 'bigint' })
  atVersion!: number;

  @Column({ name: 'aggregated_at', type: 'timestamptz' })
  aggregatedAt!: Date;
}

/** Values over several items, where quantities cannot be added. */
@ObjectType({ description: 'Values added over items, by commitment. Quantities of different items are never added.' })
export class CommitmentValue {
  @Field(() => Commitment, { description: 'What the quantities bind to.' })
  commitment!: Commitment;

  @Field(() => DecimalScalar, { description: 'Sum of the expected values that are known, NOK excluding VAT.' })
  expectedValue!: string;

  @Field(() => DecimalScalar, { description: 'Sum of the largest values that are known, NOK excluding VAT.' })
  maximumValue!: string;

  @Field(() => Int, { description: 'How many lines have no price: the values leave them out.' })
  unpricedLines!: number;
}

/** The totals of one part. */
@ObjectType({ description: 'The values of one part of the case, by commitment.' })
export class PartTotal {
  @Field(() => Uuid, { description: 'The part.' })
  partId!: string;

  @Field(() => [CommitmentValue], { description: 'Its values, by commitment.' })
  values!: CommitmentValue[];
}

/** The totals of one year. */
@ObjectType({ description: 'The values of one calendar year, by commitment.' })
export class YearTotal {
  @Field(() => Int, { description: 'The calendar year.' })
  year!: number;

  @Field(() => [CommitmentValue], { description: 'Its values, by commitment.' })
  values!: CommitmentValue[];
}

/** The sum of the lines of one organisation in one item and year. */
@ObjectType({ description: 'The values of one organisation, by commitment.' })
export class MunicipalityTotal {
  @Field(() => Uuid, { description: 'Its participation.' })
  participationId!: string;

  @Field(() => Uuid, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'Name of the organisation.' })
  organisationName!: string;

  @Field(() => InstantScalar, { nullable: true, description: 'When it declared its volumes; null when it has not.' })
  declaredAt!: Date | null;

  @Field(() => Int, { description: 'How many of its lines count.' })
  lines!: number;

  @Field(() => [CommitmentValue], {
    description: 'Its values, by commitment; a part can be firm and another an option.',
  })
  values!: CommitmentValue[];
}

/** All totals of a case, of one snapshot. */
@ObjectType({ description: 'The totals of a case: always the exact sum of the lines in the same answer.' })
export class VolumeTotals {
  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When a worker added the lines up; null when they were added up for this answer.',
  })
  aggregatedAt!: Date | null;

  @Field(() => [VolumeTotal], { description: 'By item, year and commitment.' })
  items!: VolumeTotal[];

  @Field(() => [PartTotal], { description: 'By part.' })
  parts!: PartTotal[];

  @Field(() => [YearTotal], { description: 'By year.' })
  years!: YearTotal[];

  @Field(() => [CommitmentValue], { description: 'The whole case.' })
  values!: CommitmentValue[];
}
