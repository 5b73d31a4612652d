import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Uuid } from '@samanker/request';
import { CalendarOrigin } from './decision-body.entity';
import { DecisionBodyKind } from './meeting-calendar.rules';

@InputType({ description: 'A decision body as it shall stand.' })
export class SaveDecisionBodyInput {
  @Field(() => Uuid, { description: 'The organisation whose body it is.' })
  organisationId!: string;

  @Field(() => Uuid, { nullable: true, description: 'The body to change; left out for a new one.' })
  id?: string | null;

  @Field(() => String, { description: 'What the organisation calls it; one of a name per organisation.' })
  name!: string;

  @Field(() => DecisionBodyKind, { description: 'What kind of body it is.' })
  kind!: DecisionBodyKind;

  @Field(() => Int, { defaultValue: 14, description: 'Days before a meeting by which the text must be in, 0 to 90.' })
  submissionDays!: number;

  @Field(() => Int, { defaultValue: 7, description: 'Days from the meeting before in the same chain, 0 to 90.' })
  handoverDays!: number;

  @Field(() => CalendarOrigin, {
    defaultValue: CalendarOrigin.REAL,
    description: 'Whether its calendar is the real one.',
  })
  calendarOrigin!: CalendarOrigin;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}
