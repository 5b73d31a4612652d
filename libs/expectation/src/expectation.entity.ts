import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RoleName } from '@samanker/identity';
import { InstantScalar, LocalDateScalar, Uuid, type RoleKind } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum ExpectationKind {
  TEXT_IN = 'TEXT_IN',
  DECISION_MADE = 'DECISION_MADE',
  ADMINISTRATIVE_DECISION = 'ADMINISTRATIVE_DECISION',
  VOLUMES = 'VOLUMES',
  POWER_OF_ATTORNEY = 'POWER_OF_ATTORNEY',
  QUESTION = 'QUESTION',
}
registerEnumType(ExpectationKind, {
  name: 'ExpectationKind',
  description: 'What somebody is expected to do.',
  valuesMap: {
    TEXT_IN: { description: 'Hand in the case document for a meeting; due on the submission deadline.' },
    DECISION_MADE: { description: 'Say what a body decided; due on the day of the meeting.' },
    ADMINISTRATIVE_DECISION: { description: 'Decide an administrative step; due within its working days.' },
    VOLUMES: { description: 'Declare the volumes.' },
    POWER_OF_ATTORNEY: { description: 'Record the power of attorney.' },
    QUESTION: { description: 'Answer a question about the case.' },
  },
});

/** What mails and task lists say about an expectation; plain JSON, no personal data. */
export interface ExpectationFacts {
  readonly caseTitle?: string;
  readonly stepTitle?: string;
  readonly bodyName?: string;
  /** Date of the meeting that it is about. */
  readonly meetingOn?: string | null;
  /** Date of the next meeting of the same body that takes cases. */
  readonly nextMeetingOn?: string | null;
  /** When the last body would decide if this one is missed. */
  readonly nextDecisionOn?: string | null;
  readonly [fact: string]: string | number | boolean | null | undefined;
}

/** Something awaited of somebody by a date: the row is the truth that reminders are made from (R9). */
@Entity('expectation')
@ObjectType({ description: 'Something that is expected of an organisation by a date.' })
export class Expectation {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the expectation.' })
  id!: string;

  @Column({ type: 'uuid', name: 'region_id' })
  regionId!: string;

  @Column({ type: 'text' })
  @Field(() => ExpectationKind, { description: 'What is expected.' })
  kind!: ExpectationKind;

  @Column({ type: 'uuid', name: 'case_id' })
  @Field(() => Uuid, { description: 'The case it belongs to.' })
  caseId!: string;

  @Column({ type: 'uuid', name: 'participation_id' })
  @Field(() => Uuid, { description: 'The participation it belongs to.' })
  participationId!: string;

  @Column({ type: 'uuid', name: 'subject_id' })
  @Field(() => Uuid, { description: 'What it is about: an anchoring step or a participation.' })
  subjectId!: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  @Field(() => Uuid, { description: 'The organisation that it is expected of.' })
  organisationId!: string;

  @Column({ type: 'text' })
  occasion!: string;

  @Column({ type: 'text' })
  @Field(() => RoleName, { description: 'The role that it is expected of.' })
  role!: RoleKind;

  @Column({ type: 'uuid', nullable: true, name: 'person_id' })
  personId!: string | null;

  @Column({ type: 'date', name: 'due_on' })
  @Field(() => LocalDateScalar, { description: 'By when.' })
  dueOn!: string;

  @Column({ type: 'jsonb', default: {} })
  facts!: ExpectationFacts;

  @Column({ type: 'date', nullable: true, name: 'next_reminder_on' })
  @Field(() => LocalDateScalar, { nullable: true, description: 'When the next reminder goes; null when none is left.' })
  nextReminderOn!: string | null;

  @Column({ type: 'date', nullable: true, name: 'escalation_on' })
  escalationOn!: string | null;

  @Column({ type: 'timestamptz', name: 'opened_at', default: () => 'samanker_now()' })
  @Field(() => InstantScalar, { description: 'Since when it is expected.' })
  openedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true, name: 'fulfilled_at' })
  fulfilledAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true, name: 'withdrawn_at' })
  withdrawnAt!: Date | null;

  @Column({ type: 'text', nullable: true, name: 'withdrawn_because' })
  withdrawnBecause!: string | null;
}
