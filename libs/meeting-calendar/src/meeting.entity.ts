import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar, LocalDateScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MeetingKind } from './meeting-calendar.rules';

registerEnumType(MeetingKind, {
  name: 'MeetingKind',
  description: 'What a meeting is for. Only ordinary, budget and extraordinary meetings take cases.',
  valuesMap: {
    ORDINARY: { description: 'An ordinary meeting; takes cases.' },
    BUDGET: { description: 'The meeting that adopts the budget; takes cases.' },
    EXTRAORDINARY: { description: 'A meeting called outside the calendar; takes cases.' },
    CONSTITUTION: { description: 'A new council constitutes itself; takes no cases.' },
    ELECTORAL_BOARD: { description: 'The body sits as electoral board; takes no cases.' },
    WORKSHOP: { description: 'A seminar or workshop; takes no cases.' },
  },
});

/** One meeting of a decision body. */
@Entity('meeting')
@ObjectType({ description: 'One meeting of a decision body.' })
export class Meeting {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'The id of the meeting.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'body_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The body that meets.' })
  bodyId!: string;

  @Column({ name: 'external_id', type: 'text' })
  @Field(() => String, { description: 'The key of the meeting in the calendar it came from; one per body.' })
  externalId!: string;

  @Column({ type: 'date' })
  @Field(() => LocalDateScalar, { description: 'The day of the meeting.' })
  date!: string;

  @Column({ name: 'starts_at', type: 'time', nullable: true })
  @Field(() => String, { nullable: true, description: 'When it starts, HH:MM, Europe/Oslo.' })
  startsAt!: string | null;

  @Column({ type: 'text', default: MeetingKind.ORDINARY })
  @Field(() => MeetingKind, { description: 'What the meeting is for.' })
  kind!: MeetingKind;

  @Column({ name: 'submission_deadline', type: 'date', nullable: true })
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day to hand in a text, where the calendar states one; otherwise it follows from the body.',
  })
  submissionDeadline!: string | null;

  @Column({ name: 'cancelled_at', type: 'timestamptz', nullable: true })
  @Field(() => InstantScalar, { nullable: true, description: 'When the meeting was cancelled; null while it stands.' })
  cancelledAt!: Date | string | null;
}
