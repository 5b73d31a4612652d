import { Field, Int, ObjectType } from '@nestjs/graphql';
import { InstantScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that was uploaded. Its content lies in the store by its SHA-256; neither row nor content is ever changed. */
@Entity('attachment')
@ObjectType({ description: 'A file that was uploaded, for example the minutes of a meeting. It is never changed.' })
export class Attachment {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'The id of the file.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'SHA-256 of the content, hexadecimal.' })
  sha256!: string;

  @Column({ type: 'integer' })
  @Field(() => Int, { description: 'The size in bytes.' })
  bytes!: number;

  @Column({ name: 'media_type', type: 'text' })
  @Field(() => String, { description: 'What kind of file it is: application/pdf.' })
  mediaType!: string;

  @Column({ type: 'text' })
  @Field(() => String, {
    description: 'What the file was called, without anything that a file system could stumble on.',
  })
  name!: string;

  @Column({ name: 'subject_type', type: 'text' })
  subjectType!: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  @Column({ name: 'participation_id', type: 'uuid' })
  participationId!: string;

  @Column({ name: 'case_id', type: 'uuid' })
  caseId!: string;

  /** Whose business it is. */
  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'uploaded_by', type: 'uuid' })
  uploadedBy!: string;

  /** The organisation that the person acted for: the host when it uploaded on the organisation's behalf. */
  @Column({ name: 'uploaded_for', type: 'uuid' })
  uploadedFor!: string;

  @Column({ name: 'uploaded_at', type: 'timestamptz', default: () => 'samanker_now()' })
  @Field(() => InstantScalar, { description: 'When it was uploaded.' })
  uploadedAt!: Date | string;

  /** Where it is downloaded, on the address of the service. */
  @Field(() => String, { description: 'Where it is downloaded, on the address of the service.' })
  get url(): string {
    return `/attachments/${this.id}`;
  }
}
