import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FiguresOrigin } from '@samanker/need';
import { DecimalScalar, InstantScalar, LocalDateScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CaseStage } from './procurement-case.rules';

registerEnumType(CaseStage, {
  name: 'CaseStage',
  description: 'How far a procurement case has come.',
  valuesMap: {
    PREPARING: { description: 'Being prepared; nobody is invited yet.' },
    INVITED: { description: 'Municipalities are invited and decide.' },
    PARTICIPANTS_FROZEN: { description: 'Two people have frozen the participants; the joint tender can go out.' },
    PAUSED: { description: 'Paused, with a reason; can go on later.' },
    CANCELLED: { description: 'Cancelled for good, with a reason.' },
  },
});

/** One thing to be bought: what volumes are declared for (R20). */
@Entity('volume_item')
@ObjectType({
  description: 'A good or service in a part of the case, with the unit that its quantities are counted in.',
})
export class VolumeItem {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the item.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'case_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The case it belongs to.' })
  caseId!: string;

  @Column({ name: 'part_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The part it belongs to.' })
  partId!: string;

  @Column({ type: 'integer' })
  @Field(() => Int, { description: 'Running number in the case, from 1.' })
  number!: number;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'What it is.' })
  name!: string;

  @Column({ name: 'unit_code', type: 'text' })
  @Field(() => String, { description: 'Code of the unit that quantities are counted in.' })
  unitCode!: string;

  @Column({ name: 'cpv_code', type: 'text' })
  @Field(() => String, { description: 'CPV code, eight digits.' })
  cpvCode!: string;

  @Column({ name: 'unit_price', type: 'numeric', precision: 16, scale: 2, nullable: true })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Estimated price of one unit, NOK excluding VAT; a municipality can give its own.',
  })
  unitPrice!: string | null;

  @Column({ name: 'duty_to_buy', type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether the participants must buy this from the contract only.' })
  dutyToBuy!: boolean;
}

/** A part (lot) of the case: municipalities choose it firm, with an option, or not (R5). */
@Entity('case_part')
@ObjectType({ description: 'A part (lot) of a procurement case, chosen separately by each municipality.' })
export class CasePart {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the part.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'case_id', type: 'uuid' })
  caseId!: string;

  @Column({ type: 'integer' })
  @Field(() => Int, { description: 'Running number in the case, from 1.' })
  number!: number;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'What the part is about.' })
  title!: string;

  @Field(() => [VolumeItem], { description: 'What is bought in this part, by number.' })
  items!: VolumeItem[];
}

/** A joint procurement under way: one host buys for those who take part. */
@Entity('procurement_case')
@ObjectType({ description: 'A joint procurement: one host buys for the municipalities that take part.' })
export class ProcurementCase {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the case.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'host_organisation_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The host: the organisation that buys for all.' })
  hostOrganisationId!: string;

  @Field(() => String, { description: 'Name of the host.' })
  hostName!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Column({ type: 'text', default: '' })
  @Field(() => String, { description: 'What is to be bought and why.' })
  description!: string;

  @Column({ type: 'text', default: CaseStage.PREPARING })
  @Field(() => CaseStage, { description: 'How far it has come.' })
  stage!: CaseStage;

  @Column({ name: 'stage_reason', type: 'text', default: '' })
  @Field(() => String, { description: 'Why it was paused or cancelled; empty otherwise.' })
  stageReason!: string;

  @Column({ name: 'stage_before_pause', type: 'text', nullable: true })
  stageBeforePause!: CaseStage | null;

  @Column({ name: 'opened_on', type: 'date' })
  @Field(() => LocalDateScalar, { description: 'The day on which it was opened.' })
  openedOn!: string;

  @Column({ name: 'decision_deadline', type: 'date' })
  @Field(() => LocalDateScalar, { description: 'The day by which every municipality must have decided.' })
  decisionDeadline!: string;

  @Column({ name: 'first_year', type: 'integer' })
  @Field(() => Int, { description: 'First calendar year of the contract.' })
  firstYear!: number;

  @Column({ type: 'integer' })
  @Field(() => Int, { description: 'How many years the contract runs, options not counted.' })
  years!: number;

  @Column({ name: 'option_years', type: 'integer', default: 0 })
  @Field(() => Int, { description: 'How many years it can be extended by.' })
  optionYears!: number;

  @Column({ name: 'waits_for_legality_review', type: 'boolean', default: false })
  @Field(() => Boolean, {
    description: 'Whether a decision counts only when the three weeks for a legality review have passed.',
  })
  waitsForLegalityReview!: boolean;

  @Column({ name: 'figures_origin', type: 'text', default: FiguresOrigin.REAL })
  @Field(() => FiguresOrigin, { description: 'Whether the figures of the case are known or modelled.' })
  figuresOrigin!: FiguresOrigin;

  @Column({ name: 'volume_version', type: 'bigint', default: 1 })
  volumeVersion!: number;

  @Column({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Counts the changes of the case itself.' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'samanker_now()' })
  @Field(() => InstantScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => [CasePart], { description: 'Its parts with their items, by number.' })
  parts!: CasePart[];
}
