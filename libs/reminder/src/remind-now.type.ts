import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar, Uuid } from '@samanker/request';
import { RemindVerdict } from './remind-now.rules';

registerEnumType(RemindVerdict, {
  name: 'RemindVerdict',
  description: 'Whether somebody is reminded, or why not.',
  valuesMap: {
    GOES: { description: 'A mail goes.' },
    NOTHING_AWAITED: { description: 'Nothing is awaited of the municipality.' },
    TOO_LATE: { description: 'The deadline for the text has passed; the plan asks for another meeting.' },
    MEETING_NOT_HELD: { description: 'The meeting has not been held: what it decides is asked the day after.' },
    NOBODY_TO_WRITE_TO: { description: 'Nobody holds the role, and no official address is registered.' },
    ALREADY_QUEUED: { description: 'It stands in a mail that waits to be sent.' },
    WRITTEN_TO_TODAY: { description: 'Whoever is asked has had the mail of today.' },
  },
});

@ObjectType({ description: 'Of whom somebody can be reminded now by hand: those that the preview has a mail for.' })
export class RemindableNow {
  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Field(() => [Uuid], { description: 'Their participations.' })
  participationIds!: string[];
}

@ObjectType({ description: 'One mail of a reminder by hand, as it goes or would go.' })
export class RemindNowMail {
  @Field(() => [String], { description: 'The municipalities that it is about.' })
  organisationNames!: string[];

  @Field(() => String, { nullable: true, description: 'Who gets it; null for the post room.' })
  recipientName!: string | null;

  @Field(() => String, { description: 'The address it goes to.' })
  toAddress!: string;

  @Field(() => Int, { description: 'How many things it asks for.' })
  asked!: number;

  @Field(() => String, { description: 'Its subject.' })
  subject!: string;

  @Field(() => String, { description: 'Its text.' })
  text!: string;

  @Field(() => InstantScalar, { description: 'When it goes: now, or when working hours begin.' })
  goesAt!: Date;
}

@ObjectType({ description: 'A municipality that is not reminded, and why.' })
export class RemindNowLeftOut {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => String, { description: 'The name of the municipality.' })
  organisationName!: string;

  @Field(() => RemindVerdict, { description: 'Why nothing goes.' })
  because!: RemindVerdict;
}

@ObjectType({ description: 'What a reminder by hand comes to: who gets what, and who gets nothing and why.' })
export class RemindNowAnswer {
  @Field(() => Boolean, { description: 'Whether the mails are queued; false for a dry run.' })
  queued!: boolean;

  @Field(() => [RemindNowMail], { description: 'One mail to each address.' })
  mails!: RemindNowMail[];

  @Field(() => [RemindNowLeftOut], { description: 'Those who get nothing.' })
  leftOut!: RemindNowLeftOut[];
}
