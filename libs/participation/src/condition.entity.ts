import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum ConditionKind {
  BEFORE_NOTICE = 'BEFORE_NOTICE',
  FOLLOW_UP = 'FOLLOW_UP',
}
registerEnumType(ConditionKind, {
  name: 'ConditionKind',
  description: 'When a condition must be met.',
  valuesMap: {
    BEFORE_NOTICE: { description: 'Before the notice of the joint tender: without it the decision does not count.' },
    FOLLOW_UP: { description: 'To be followed up later; does not hold the case back.' },
  },
});

export enum ConditionState {
  OPEN = 'OPEN',
  MET = 'MET',
  NOT_ACCEPTED = 'NOT_ACCEPTED',
}
registerEnumType(ConditionState, {
  name: 'ConditionState',
  description: 'Whether a condition is met.',
  valuesMap: {
    OPEN: { description: 'Not settled yet.' },
    MET: { description: 'Met.' },
    NOT_ACCEPTED: { description: 'The host does not accept it: the organisation must decide again.' },
  },
});

/** A condition that came with a decision (R3). */
@Entity('condition')
@ObjectType({ description: 'A condition that an organisation set when it decided.' })
export class Condition {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the condition.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'participation_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The participation that it belongs to.' })
  participationId!: string;

  @Column({ name: 'decision_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The decision that it came with.' })
  decisionId!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'The condition in the words of the decision.' })
  text!: string;

  @Column({ type: 'text' })
  @Field(() => ConditionKind, { description: 'When it must be met.' })
  kind!: ConditionKind;

  @Column({ type: 'text', default: ConditionState.OPEN })
  @Field(() => ConditionState, { description: 'Whether it is met.' })
  state!: ConditionState;

  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  @Field(() => InstantScalar, { nullable: true, description: 'When the host settled it.' })
  settledAt!: Date | null;

  /** Its decision was superseded: it stays to be seen and counts for nothing (R2). */
  @Column({ name: 'superseded_at', type: 'timestamptz', nullable: true })
  supersededAt!: Date | null;
}
