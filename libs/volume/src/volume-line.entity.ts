import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Commitment } from '@samanker/participation';
import { DecimalScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a quantity comes from. */
export enum LineOrigin {
  NEED = 'NEED',
  DECLARED = 'DECLARED',
  MODELLED = 'MODELLED',
}
registerEnumType(LineOrigin, {
  name: 'LineOrigin',
  description: 'Where a quantity comes from.',
  valuesMap: {
    NEED: { description: 'Filled in from a registered need.' },
    DECLARED: { description: 'Stated by the organisation.' },
    MODELLED: { description: 'Made up after a model and taken over as it was; marked wherever it is shown.' },
  },
});

/** One declared quantity: an organisation, an item, a year (R20). */
@Entity('volume_line')
@ObjectType({ description: 'One declared quantity: an organisation, an item, a year.' })
export class VolumeLine {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the line.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'participation_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The participation that it belongs to.' })
  participationId!: string;

  @Column({ name: 'item_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The item.' })
  itemId!: string;

  @Column({ type: 'integer' })
  @Field(() => Int, { description: 'The calendar year.' })
  year!: number;

  @Column({ type: 'numeric', precision: 16, scale: 4 })
  @Field(() => DecimalScalar, { description: 'Expected quantity in the item’s unit.' })
  expected!: string;

  @Column({ type: 'numeric', precision: 16, scale: 4, nullable: true })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Largest quantity, where it differs from the expected one.',
  })
  maximum!: string | null;

  @Column({ name: 'unit_price', type: 'numeric', precision: 16, scale: 2, nullable: true })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The organisation’s own price of one unit, NOK excluding VAT; null where the item’s holds.',
  })
  unitPrice!: string | null;

  @Column({ type: 'text' })
  @Field(() => LineOrigin, { description: 'Where the quantity comes from.' })
  origin!: LineOrigin;

  @Field(() => [Uuid], { description: 'The needs that it was filled in from.' })
  needIds!: string[];

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Expected quantity × price, NOK excluding VAT, rounded to whole øre; null without a price.',
  })
  expectedValue!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Largest quantity × price, NOK excluding VAT, rounded to whole øre; null without a price.',
  })
  maximumValue!: string | null;

  @Field(() => Commitment, {
    nullable: true,
    description: 'What it counts as; null where the organisation is out and it counts nowhere.',
  })
  commitment!: Commitment | null;
}

/** The need that a line was filled in from (R17): every need can be traced. */
@Entity('volume_line_need')
export class VolumeLineNeed {
  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @PrimaryColumn({ name: 'line_id', type: 'uuid' })
  lineId!: string;

  @PrimaryColumn({ name: 'need_id', type: 'uuid' })
  needId!: string;
}

/** A cell that an organisation has saved and not yet declared: its own until then (R28). */
@Entity('volume_draft')
@ObjectType({ description: 'A quantity that your organisation has saved and not yet declared.' })
export class VolumeDraft {
  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @PrimaryColumn({ name: 'participation_id', type: 'uuid' })
  participationId!: string;

  @PrimaryColumn({ name: 'item_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The item.' })
  itemId!: string;

  @PrimaryColumn({ type: 'integer' })
  @Field(() => Int, { description: 'The calendar year.' })
  year!: number;

  @Column({ type: 'numeric', precision: 16, scale: 4 })
  @Field(() => DecimalScalar, { description: 'Expected quantity in the item’s unit.' })
  expected!: string;

  @Column({ type: 'numeric', precision: 16, scale: 4, nullable: true })
  @Field(() => DecimalScalar, { nullable: true, description: 'Largest quantity, where it differs.' })
  maximum!: string | null;

  @Column({ name: 'unit_price', type: 'numeric', precision: 16, scale: 2, nullable: true })
  @Field(() => DecimalScalar, { nullable: true, description: 'Own price of one unit, NOK excluding VAT.' })
  unitPrice!: string | null;

  @Column({ type: 'text' })
  @Field(() => LineOrigin, { description: 'Where the quantity comes from.' })
  origin!: LineOrigin;
}

/** An organisation has declared its volumes. */
@Entity('volume_declaration')
export class VolumeDeclaration {
  @PrimaryColumn({ name: 'participation_id', type: 'uuid' })
  participationId!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'declared_at', type: 'timestamptz' })
  declaredAt!: Date;

  @Column({ name: 'declared_by', type: 'uuid' })
  declaredBy!: string;
}
