import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalDateScalar, Uuid } from '@samanker/request';

export const MailPreviewKind = {
  INVITATION: 'INVITATION',
  TEXT_IN: 'TEXT_IN',
  DECISION_MADE: 'DECISION_MADE',
  ADMINISTRATIVE_DECISION: 'ADMINISTRATIVE_DECISION',
  VOLUMES: 'VOLUMES',
  POWER_OF_ATTORNEY: 'POWER_OF_ATTORNEY',
  SEVERAL: 'SEVERAL',
  ESCALATION: 'ESCALATION',
} as const;
export type MailPreviewKind = (typeof MailPreviewKind)[keyof typeof MailPreviewKind];
registerEnumType(MailPreviewKind, {
  name: 'MailPreviewKind',
  description: 'The mails that can be looked at before they go.',
  valuesMap: {
    INVITATION: { description: 'The invitation to take part.' },
    TEXT_IN: { description: 'Asks for the text for a meeting.' },
    DECISION_MADE: { description: 'Asks what a body decided.' },
    ADMINISTRATIVE_DECISION: { description: 'Asks a person for a decision.' },
    VOLUMES: { description: 'Asks for volumes.' },
    POWER_OF_ATTORNEY: { description: 'Asks for the power of attorney.' },
    SEVERAL: { description: 'Several things that are open now, in one mail.' },
    ESCALATION: { description: 'Tells the next level that a date was missed.' },
  },
});

export const MailPreviewMoment = { BEFORE: 'BEFORE', ON_THE_DAY: 'ON_THE_DAY', AFTER: 'AFTER' } as const;
export type MailPreviewMoment = (typeof MailPreviewMoment)[keyof typeof MailPreviewMoment];
registerEnumType(MailPreviewMoment, {
  name: 'MailPreviewMoment',
  description: 'When a reminder would go, as R10 has it.',
  valuesMap: {
    BEFORE: { description: 'The first one before the date.' },
    ON_THE_DAY: { description: 'On the day itself.' },
    AFTER: { description: 'The last one after the date.' },
  },
});

@ObjectType({ description: 'A mail as it would be written, out of the data of this moment. It is not sent.' })
export class MailPreview {
  @Field(() => MailPreviewKind, { description: 'Which mail.' })
  kind!: MailPreviewKind;

  @Field(() => Uuid, { description: 'The organisation that would get it.' })
  organisationId!: string;

  @Field(() => LocalDateScalar, { description: 'The day it would go, and from which it counts.' })
  on!: string;

  @Field(() => String, { description: 'Its subject.' })
  subject!: string;

  @Field(() => String, { description: 'Its text part.' })
  text!: string;

  @Field(() => [String], { description: 'The names of the files that come along.' })
  attachments!: string[];

  @Field(() => String, { nullable: true, description: 'Whom it goes to; null for the official address.' })
  recipientName!: string | null;
}
