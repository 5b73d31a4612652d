import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RoleName } from '@samanker/identity';
import { InstantScalar, LocalDateScalar, Uuid, type RoleKind } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NoteVisibility, TheySaySource } from './note.rules';

registerEnumType(TheySaySource, {
  name: 'TheySaySource',
  description: 'How somebody got to know what a municipality says.',
  valuesMap: {
    PHONE: { description: 'On the telephone.' },
    EMAIL: { description: 'In a mail.' },
    MEETING: { description: 'In a meeting.' },
    OTHER: { description: 'In another way.' },
  },
});

/** When a municipality says that it will have decided: what people tell each other, not a plan and not a promise. */
@Entity('they_say_date')
@ObjectType({
  description: 'When a municipality says that it will have decided. It changes no plan and stops no reminder.',
})
export class TheySayDate {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of what was said.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'participation_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The participation that it is about.' })
  participationId!: string;

  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  @Field(() => Uuid, { nullable: true, description: 'The organisation that wrote it down; null for the secretariat.' })
  organisationId!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of that organisation; null for the secretariat.' })
  organisationName!: string | null;

  @Column({ name: 'says_on', type: 'date', nullable: true })
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day; null when nothing is said any longer.' })
  on!: string | null;

  @Column({ type: 'text' })
  @Field(() => TheySaySource, { description: 'How it was said.' })
  source!: TheySaySource;

  @Column({ name: 'said_by', type: 'text', nullable: true })
  @Field(() => RoleName, { nullable: true, description: 'The title of who said it; who it was is not kept.' })
  saidBy!: RoleKind | null;

  @Column({ name: 'heard_on', type: 'date' })
  @Field(() => LocalDateScalar, { description: 'The day on which it was said.' })
  heardOn!: string;

  @Column({ type: 'text' })
  @Field(() => NoteVisibility, { description: 'Who reads it.' })
  visibility!: NoteVisibility;

  @Column({ name: 'written_by', type: 'uuid', nullable: true })
  writtenBy!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the person who wrote it down.' })
  writtenByName!: string | null;

  @Column({ name: 'written_at', type: 'timestamptz' })
  @Field(() => InstantScalar, { description: 'When it was written down.' })
  writtenAt!: Date;

  @Column({ name: 'replaced_at', type: 'timestamptz', nullable: true })
  @Field(() => InstantScalar, { nullable: true, description: 'When something else was said; null while it stands.' })
  replacedAt!: Date | null;
}
