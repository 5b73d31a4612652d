import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InterfaceLanguage } from '@samanker/identity';
import { InstantScalar, LocalDateScalar, Uuid, type Language } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum MailKind {
  DIGEST = 'DIGEST',
  ESCALATION = 'ESCALATION',
  INVITATION = 'INVITATION',
  NOTICE = 'NOTICE',
  LOG_IN_CODE = 'LOG_IN_CODE',
}
registerEnumType(MailKind, {
  name: 'MailKind',
  description: 'Why a mail is sent.',
  valuesMap: {
    DIGEST: { description: 'Everything a person is reminded of on one day.' },
    ESCALATION: { description: 'Tells the next level that a date was missed.' },
    INVITATION: { description: 'Invites a municipality to a case.' },
    NOTICE: {
      description:
        'Tells at once of what cannot wait for the digest of the day: a merge proposal, or a text due today that came up after it had gone.',
    },
    LOG_IN_CODE: { description: 'Carries a one-time code to log in with; goes at once, at any hour.' },
  },
});

export enum MailState {
  QUEUED = 'QUEUED',
  SENT = 'SENT',
  CANCELLED = 'CANCELLED',
  REFUSED = 'REFUSED',
}
registerEnumType(MailState, {
  name: 'MailState',
  description: 'What has become of a mail.',
  valuesMap: {
    QUEUED: { description: 'Waits for working hours, or for the next attempt.' },
    SENT: { description: 'The mail server has accepted it.' },
    CANCELLED: { description: 'Lost its reason before it was sent; was not sent.' },
    REFUSED: { description: 'The mail server refused it for good, or could not be reached for days.' },
  },
});

/** One mail to one address. The row is the truth: what is QUEUED and due goes, whatever became of the queue (R9). */
@Entity('mail')
@ObjectType({ description: 'A mail that the service sends, and what became of it.' })
export class Mail {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the mail.' })
  id!: string;

  @Column({ type: 'uuid', name: 'region_id' })
  regionId!: string;

  @Column({ type: 'text' })
  @Field(() => MailKind, { description: 'Why it is sent.' })
  kind!: MailKind;

  @Column({ type: 'uuid', nullable: true, name: 'organisation_id' })
  @Field(() => Uuid, { nullable: true, description: 'The organisation it goes to.' })
  organisationId!: string | null;

  @Column({ type: 'uuid', nullable: true, name: 'person_id' })
  personId!: string | null;

  @Column({ type: 'uuid', nullable: true, name: 'case_id' })
  @Field(() => Uuid, { nullable: true, description: 'The case it is about; null when it is about several.' })
  caseId!: string | null;

  @Column({ type: 'text', name: 'to_address' })
  @Field(() => String, { description: 'The address it goes to.' })
  toAddress!: string;

  @Column({ type: 'text' })
  @Field(() => InterfaceLanguage, { description: 'The language it is written in.' })
  language!: Language;

  @Column({ type: 'date', name: 'mail_on' })
  @Field(() => LocalDateScalar, { description: 'The day it belongs to; at most one of a kind to an address on a day.' })
  mailOn!: string;

  @Column({ type: 'text', default: '' })
  occasion!: string;

  @Column({ type: 'text', default: 'QUEUED' })
  @Field(() => MailState, { description: 'What has become of it.' })
  state!: MailState;

  @Column({ type: 'text', default: '' })
  @Field(() => String, { description: 'Subject; empty until the first attempt.' })
  subject!: string;

  @Column({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'How many times it has been tried.' })
  attempts!: number;

  @Column({ type: 'timestamptz', name: 'next_attempt_at', default: () => 'samanker_now()' })
  @Field(() => InstantScalar, { description: 'When it is tried next, while it is QUEUED; domain time.' })
  nextAttemptAt!: Date;

  @Column({ type: 'timestamptz', nullable: true, name: 'leased_until' })
  leasedUntil!: Date | null;

  @Column({ type: 'text', nullable: true, name: 'message_id' })
  messageId!: string | null;

  @Column({ type: 'text', nullable: true, name: 'last_response' })
  @Field(() => String, { nullable: true, description: 'What the mail server said last.' })
  lastResponse!: string | null;

  @Column({ type: 'timestamptz', nullable: true, name: 'sent_at' })
  @Field(() => InstantScalar, { nullable: true, description: 'When the mail server accepted it; domain time.' })
  sentAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Name of the organisation it goes to.' })
  organisationName!: string | null;
}

/** One occasion of one expectation, said in one mail: unique, whatever crashes (R10). */
@Entity('reminder')
export class Reminder {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id!: string;

  @Column({ type: 'uuid', name: 'region_id' })
  regionId!: string;

  @Column({ type: 'uuid', name: 'expectation_id' })
  expectationId!: string;

  @Column({ type: 'text' })
  occasion!: string;

  @Column({ type: 'uuid', name: 'mail_id' })
  mailId!: string;
}
