import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar, InstantScalar, LocalDateScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What lets the host act for an organisation: the case's standard text with what the organisation adds to it (R5, B23). */
@Entity('power_of_attorney')
@ObjectType({ description: 'What lets the host act for an organisation in this case.' })
export class PowerOfAttorney {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the power of attorney.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'participation_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The participation that it belongs to.' })
  participationId!: string;

  @Column({ name: 'text_version', type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Version of the case’s standard text that was signed.' })
  textVersion!: number;

  @Column({ name: 'host_organisation_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The host that it names.' })
  hostOrganisationId!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'Who signed.' })
  signatory!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'By what authority: office and decision.' })
  authority!: string;

  @Column({ name: 'signed_on', type: 'date' })
  @Field(() => LocalDateScalar, { description: 'The day on which it was signed.' })
  signedOn!: string;

  @Column({ name: 'own_maximum', type: 'numeric', precision: 16, scale: 2, nullable: true })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The organisation’s own maximum for the whole term, NOK excluding VAT.',
  })
  ownMaximum!: string | null;

  @Column({ type: 'text', default: '' })
  @Field(() => String, { description: 'Where it deviates from the standard text; empty when it does not.' })
  deviations!: string;

  @Column({ name: 'archive_reference', type: 'text', default: '' })
  @Field(() => String, { description: 'Reference in the organisation’s archive.' })
  archiveReference!: string;

  @Column({ name: 'on_behalf_because', type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Set when the host recorded it on the organisation’s written behalf: why.',
  })
  onBehalfBecause!: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'samanker_now()' })
  @Field(() => InstantScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  @Field(() => InstantScalar, { nullable: true, description: 'When it was withdrawn or replaced.' })
  withdrawnAt!: Date | null;

  @Column({ name: 'withdrawn_because', type: 'text', nullable: true })
  withdrawnBecause!: string | null;
}
