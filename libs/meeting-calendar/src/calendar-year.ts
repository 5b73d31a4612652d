import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar, Uuid } from '@samanker/request';
import { DecisionBody } from './decision-body.entity';
import { MeetingKind } from './meeting-calendar.rules';

@ObjectType({ description: 'A day on which a body meets, or is thought to meet.' })
export class CalendarDay {
  @Field(() => Uuid, { nullable: true, description: 'The meeting; null for a projected one, which nobody has called.' })
  meetingId!: string | null;

  @Field(() => LocalDateScalar, { description: 'The day of the meeting.' })
  date!: string;

  @Field(() => String, { nullable: true, description: 'When it starts, HH:MM, Europe/Oslo.' })
  startsAt!: string | null;

  @Field(() => MeetingKind, { description: 'What the meeting is for.' })
  kind!: MeetingKind;

  @Field(() => LocalDateScalar, { description: 'The last day to hand in a text, stated or following from the body.' })
  submissionDeadline!: string;

  @Field(() => Boolean, { description: 'Whether cases are taken at it.' })
  takesCases!: boolean;

  @Field(() => Boolean, { description: 'Projected from an earlier year: no adopted calendar stands behind it.' })
  provisional!: boolean;

  @Field(() => Boolean, { description: 'It will not be held.' })
  cancelled!: boolean;
}

@ObjectType({ description: 'The meetings of one body in one year.' })
export class BodyYear {
  @Field(() => DecisionBody, { description: 'The body.' })
  body!: DecisionBody;

  @Field(() => Boolean, { description: 'Whether the year has a calendar of its own; else its days are provisional.' })
  adopted!: boolean;

  @Field(() => Int, { nullable: true, description: 'The year whose pattern is shown where none is adopted.' })
  patternYear!: number | null;

  @Field(() => [CalendarDay], { description: 'Its days in order, cancelled ones too.' })
  days!: CalendarDay[];
}

@ObjectType({ description: 'The meeting calendar of an organisation in one year (R6).' })
export class CalendarYear {
  @Field(() => Uuid, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => Boolean, { description: 'Whether you keep this calendar.' })
  mayKeep!: boolean;

  @Field(() => [BodyYear], { description: 'Its bodies, in the order in which a case usually meets them.' })
  bodies!: BodyYear[];
}
