import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ExpectationKind } from '@samanker/expectation';
import { Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an organisation has agreed to about reminders (R10). */
@Entity('reminder_policy')
export class KeptReminderPolicy {
  @PrimaryColumn({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ type: 'text', array: true })
  escalates!: string[];
}

@ObjectType({ description: 'When reminders of one kind go: fixed by R10, the same for everybody.' })
export class ReminderSchedule {
  @Field(() => ExpectationKind, { description: 'What is asked for.' })
  kind!: ExpectationKind;

  @Field(() => [Int], { description: 'Working days from the date: -10 before it, 0 on the day, 2 after it.' })
  workingDays!: number[];

  @Field(() => Int, {
    nullable: true,
    description: 'Working days after the date at which the next level may be written to; null where it never is.',
  })
  escalationAfter!: number | null;

  @Field(() => Boolean, { description: 'Whether the organisation agreed that the next level is written to by itself.' })
  escalatesByItself!: boolean;
}

@ObjectType({ description: 'How an organisation is reminded: what is fixed, and what it has chosen (R10, R11).' })
export class ReminderPolicy {
  @Field(() => Uuid, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => Boolean, { description: 'Whether you may change it.' })
  mayKeep!: boolean;

  @Field(() => String, { description: 'Nothing is sent before this hour on a working day, HH:MM, Europe/Oslo.' })
  sendingFrom!: string;

  @Field(() => String, { description: 'Nothing is sent from this hour on.' })
  sendingTo!: string;

  @Field(() => [ReminderSchedule], { description: 'One for each kind of thing that is asked for.' })
  schedules!: ReminderSchedule[];
}
