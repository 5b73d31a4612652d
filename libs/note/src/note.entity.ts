import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NoteVisibility } from './note.rules';

registerEnumType(NoteVisibility, {
  name: 'NoteVisibility',
  description: 'Who reads a note, or a date that was said.',
  valuesMap: {
    OWN: { description: 'Only those who act for the organisation that wrote it.' },
    CASE: {
      description:
        'Those who work on the case: the municipality that it is about, the host, the secretariat and the regional group.',
    },
  },
});

/** What somebody wants to remember about a participation. */
@Entity('note')
@ObjectType({ description: 'What somebody wants to remember about a municipality’s part in a case.' })
export class Note {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the note.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'participation_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The participation that it is about.' })
  participationId!: string;

  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  @Field(() => Uuid, { nullable: true, description: 'The organisation that wrote it; null for the secretariat.' })
  organisationId!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of that organisation; null for the secretariat.' })
  organisationName!: string | null;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'The text; empty once it is withdrawn.' })
  text!: string;

  @Column({ type: 'text' })
  @Field(() => NoteVisibility, { description: 'Who reads it.' })
  visibility!: NoteVisibility;

  @Column({ name: 'written_by', type: 'uuid', nullable: true })
  writtenBy!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the person who wrote it.' })
  writtenByName!: string | null;

  @Column({ name: 'written_at', type: 'timestamptz' })
  @Field(() => InstantScalar, { description: 'When it was written.' })
  writtenAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz', nullable: true })
  @Field(() => InstantScalar, { nullable: true, description: 'When it was changed last; null when never.' })
  changedAt!: Date | null;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  @Field(() => InstantScalar, { nullable: true, description: 'When it was withdrawn; null while it stands.' })
  withdrawnAt!: Date | null;

  @Column({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Counts its changes.' })
  version!: number;

  @Field(() => Boolean, { description: 'Whether you may change it.' })
  mayChange!: boolean;
}
