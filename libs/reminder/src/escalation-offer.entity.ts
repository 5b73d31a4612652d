import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RoleName } from '@samanker/identity';
import { ExpectationKind } from '@samanker/expectation';
import { InstantScalar, LocalDateScalar, Uuid, type RoleKind } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum EscalationState {
  OFFERED = 'OFFERED',
  SENT = 'SENT',
  DECLINED = 'DECLINED',
  LAPSED = 'LAPSED',
}
registerEnumType(EscalationState, {
  name: 'EscalationState',
  description: 'What has become of an offer to write to the next level.',
  valuesMap: {
    OFFERED: { description: 'Waits for the coordinator.' },
    SENT: { description: 'Accepted; the mail is queued or sent.' },
    DECLINED: { description: 'The coordinator chose not to write.' },
    LAPSED: { description: 'The reason has gone.' },
  },
});

/** R10: two working days after a missed date the coordinator is offered the next level to write to, with a preview. */
@Entity('escalation_offer')
@ObjectType({ description: 'An offer to write to the next level about a missed date, with a preview of the mail.' })
export class EscalationOffer {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the offer.' })
  id!: string;

  @Column({ type: 'uuid', name: 'region_id' })
  regionId!: string;

  @Column({ type: 'uuid', name: 'expectation_id' })
  @Field(() => Uuid, { description: 'What was expected and has not come.' })
  expectationId!: string;

  @Column({ type: 'text' })
  @Field(() => RoleName, { description: 'The role that would be written to.' })
  role!: RoleKind;

  @Column({ type: 'uuid', nullable: true, name: 'person_id' })
  personId!: string | null;

  @Column({ type: 'timestamptz', name: 'offered_at', default: () => 'samanker_now()' })
  @Field(() => InstantScalar, { description: 'Since when it is offered.' })
  offeredAt!: Date;

  @Column({ type: 'text', default: 'OFFERED' })
  @Field(() => EscalationState, { description: 'What has become of it.' })
  state!: EscalationState;

  @Column({ type: 'timestamptz', nullable: true, name: 'settled_at' })
  @Field(() => InstantScalar, { nullable: true, description: 'When it was accepted, declined or lapsed.' })
  settledAt!: Date | null;

  @Column({ type: 'uuid', nullable: true, name: 'mail_id' })
  @Field(() => Uuid, { nullable: true, description: 'The mail that came of it.' })
  mailId!: string | null;

  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => Uuid, { description: 'The organisation that missed the date.' })
  organisationId!: string;

  @Field(() => String, { description: 'Name of the organisation that missed the date.' })
  organisationName!: string;

  @Field(() => ExpectationKind, { description: 'What was expected.' })
  kind!: ExpectationKind;

  @Field(() => LocalDateScalar, { description: 'The date that was missed.' })
  dueOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who would be written to; null when it is the official address.',
  })
  recipientName!: string | null;

  @Field(() => Boolean, {
    description: 'True when nobody holds the role, so that the mail goes to the official address.',
  })
  toOfficialAddress!: boolean;

  @Field(() => String, { description: 'Preview: the subject of the mail.' })
  subject!: string;

  @Field(() => String, { description: 'Preview: the text of the mail.' })
  text!: string;
}
