import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import {
  IdempotencyKeyReused,
  LogInTooWeak,
  InvalidInput,
  NotFound,
  NotPermitted,
  Uuid,
  type Asker,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { MeetingCancelled } from './meeting-calendar.events';
import { mayKeepCalendar } from './meeting-calendar.permissions';
import { meetingById } from './meeting-calendar.queries';
import { Meeting } from './meeting.entity';

@InputType({ description: 'A meeting that will not be held.' })
export class CancelMeetingInput {
  @Field(() => Uuid, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const CancelMeetingResult = createUnionType({
  name: 'CancelMeetingResult',
  description: 'The cancelled meeting, or why it was not cancelled.',
  types: () => [Meeting, NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

interface MeetingToCancel {
  readonly id: string;
  readonly date: string;
  readonly cancelled: boolean;
  readonly organisationId: string;
}

/** Cancels a meeting; what was submitted to it is opened again by a reaction (R2). A cancelled one is cancelled already. */
@Injectable()
export class CancelMeeting {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: CancelMeetingInput) {
    return this.verbs.run(asker, input, {
      verb: 'cancelMeeting',
      load: (work) => lockMeeting(work, input.meetingId),
      may: mayKeepCalendar,
      carryOut: (work, meeting) => cancel(work, meeting),
      answer: (work, id) => meetingById(work, id) as Promise<Meeting>,
    });
  }
}

function lockMeeting(work: Work, id: string): Promise<MeetingToCancel | null> {
  return work.one<MeetingToCancel>(
    `select m.id, m.date, m.cancelled_at is not null as cancelled, b.organisation_id as "organisationId"
     from meeting m join decision_body b on b.id = m.body_id where m.region_id = $1 and m.id = $2 for update of m`,
    [work.regionId, id],
  );
}

async function cancel(work: Work, meeting: MeetingToCancel): Promise<Done> {
  if (meeting.cancelled) return { id: meeting.id };
  await work.execute('update meeting set cancelled_at = $2 where id = $1', [meeting.id, work.now]);
  work.log({
    verb: 'cancelMeeting',
    subjectType: 'Meeting',
    subjectId: meeting.id,
    organisationId: meeting.organisationId,
    before: { date: meeting.date, cancelled: false },
    after: { date: meeting.date, cancelled: true },
  });
  work.publish(new MeetingCancelled({ meetingId: meeting.id }));
  return { id: meeting.id };
}
