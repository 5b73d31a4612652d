import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import { isClockTime } from '@samanker/clock';
import type { Work } from '@samanker/database';
import {
  checkAhead,
  checkText,
  firstFault,
  IdempotencyKeyReused,
  LogInTooWeak,
  InvalidInput,
  LocalDateScalar,
  NotFound,
  NotPermitted,
  Uuid,
  type Asker,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import type { DecisionBody } from './decision-body.entity';
import { MeetingsImported } from './meeting-calendar.events';
import { mayKeepCalendar } from './meeting-calendar.permissions';
import { bodyById, meetingById } from './meeting-calendar.queries';
import { MeetingKind } from './meeting-calendar.rules';
import { Meeting } from './meeting.entity';

@InputType({ description: 'A meeting to add to the calendar of a body.' })
export class AddMeetingInput {
  @Field(() => Uuid, { description: 'The body that meets.' })
  bodyId!: string;

  @Field(() => LocalDateScalar, { description: 'The day of the meeting.' })
  date!: string;

  @Field(() => String, { nullable: true, description: 'When it starts, HH:MM, Europe/Oslo.' })
  startsAt?: string | null;

  @Field(() => MeetingKind, { defaultValue: MeetingKind.ORDINARY, description: 'What the meeting is for.' })
  kind!: MeetingKind;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day to hand in a text, where it does not follow from the body.',
  })
  submissionDeadline?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The key of the meeting in the municipality’s own system; made from the date when left out.',
  })
  externalId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const AddMeetingResult = createUnionType({
  name: 'AddMeetingResult',
  description: 'The meeting, or why it was not added.',
  types: () => [Meeting, NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

/** Adds one meeting, extraordinary ones above all. The same meeting again is the same meeting. */
@Injectable()
export class AddMeeting {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: AddMeetingInput) {
    return this.verbs.run(asker, input, {
      verb: 'addMeeting',
      load: (work) => bodyById(work, input.bodyId),
      may: mayKeepCalendar,
      carryOut: (work, body) => add(work, body, input),
      answer: (work, id) => meetingById(work, id) as Promise<Meeting>,
    });
  }
}

async function add(work: Work, body: DecisionBody, input: AddMeetingInput): Promise<Done | InvalidInput> {
  const fault = firstFault(
    checkText(input.externalId, ['input', 'externalId'], 200),
    checkAhead(input.date, ['input', 'date'], work.today),
    input.startsAt != null && !isClockTime(input.startsAt)
      ? new InvalidInput(['input', 'startsAt'], 'NOT_ALLOWED_HERE')
      : null,
    input.submissionDeadline && input.submissionDeadline > input.date
      ? new InvalidInput(['input', 'submissionDeadline'], 'ENDS_BEFORE_START')
      : null,
  );
  if (fault) return fault;
  const externalId = input.externalId?.trim() || `${input.date}/${input.kind}`;
  const values = [
    work.regionId,
    body.id,
    externalId,
    input.date,
    input.startsAt ?? null,
    input.kind,
    input.submissionDeadline ?? null,
  ];
  const row = await work.one<Done>(
    `insert into meeting (region_id, body_id, external_id, date, starts_at, kind, submission_deadline)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (region_id, body_id, external_id) do nothing returning id`,
    values,
  );
  if (!row) {
    const same = await work.one<Done>(
      `select id from meeting where region_id = $1 and body_id = $2 and external_id = $3 and date = $4 and kind = $6
         and starts_at is not distinct from $5::time and submission_deadline is not distinct from $7::date`,
      values,
    );
    return same ?? new InvalidInput(['input', input.externalId ? 'externalId' : 'date'], 'DUPLICATE');
  }
  const after = {
    bodyId: body.id,
    date: input.date,
    kind: input.kind,
    submissionDeadline: input.submissionDeadline ?? null,
  };
  work.log({
    verb: 'addMeeting',
    subjectType: 'Meeting',
    subjectId: row.id,
    organisationId: body.organisationId,
    after,
  });
  work.publish(new MeetingsImported({ organisationId: body.organisationId }));
  return row;
}
