import { Field, ObjectType } from '@nestjs/graphql';
import { InstantScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A question between a municipality and the host of a case, with its answer. Neither is ever changed; shared is for good. */
@Entity('question')
@ObjectType({ description: 'A question between a municipality and the host of a case, and the answer to it.' })
export class Question {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the question.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'case_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The case that it is about.' })
  caseId!: string;

  @Column({ name: 'participation_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The participation of the municipality.' })
  participationId!: string;

  @Field(() => Uuid, { description: 'The municipality: it asks or is asked.' })
  organisationId!: string;

  @Field(() => String, { description: 'Name of the municipality.' })
  organisationName!: string;

  @Field(() => String, { description: 'Name of the host, which is the other side.' })
  hostName!: string;

  @Column({ name: 'by_host', type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether the host asks the municipality; else the municipality asks the host.' })
  byHost!: boolean;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'The question.' })
  text!: string;

  @Column({ name: 'asked_by', type: 'uuid', nullable: true })
  askedBy!: string | null;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  @Field(() => InstantScalar, { description: 'When it was asked.' })
  askedAt!: Date;

  @Column({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The answer; null while nobody has answered.' })
  answer!: string | null;

  @Column({ name: 'answered_by', type: 'uuid', nullable: true })
  answeredBy!: string | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  @Field(() => InstantScalar, { nullable: true, description: 'When it was answered.' })
  answeredAt!: Date | null;

  @Column({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether the host has chosen that all municipalities see question and answer.' })
  shared!: boolean;

  /** The mail that tells the asker of the answer: one, whatever crashes (R9). */
  @Column({ name: 'answer_mail_id', type: 'uuid', nullable: true })
  answerMailId!: string | null;

  @Field(() => Boolean, { description: 'Whether it waits for your answer.' })
  mayAnswer!: boolean;

  @Field(() => Boolean, { description: 'Whether you may share the answer with all municipalities.' })
  mayShare!: boolean;
}
