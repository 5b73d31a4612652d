import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RoleName } from '@samanker/identity';
import { Choice } from '@samanker/participation';
import { InstantScalar, Uuid, type RoleKind } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum JointTenderState {
  PROPOSED = 'PROPOSED',
  PARTICIPANTS_FROZEN = 'PARTICIPANTS_FROZEN',
}
registerEnumType(JointTenderState, {
  name: 'JointTenderState',
  description: 'How far the joint tender has come.',
  valuesMap: {
    PROPOSED: { description: 'One person has proposed to freeze the participants; a second one must confirm.' },
    PARTICIPANTS_FROZEN: {
      description: 'The participants are frozen: nobody unnamed can join after the notice (R25).',
    },
  },
});

/** A participant as it will stand in the notice; name and number are those of the day of the freeze. */
@Entity('joint_tender_participant')
@ObjectType({ description: 'An organisation named in the joint tender, per part.' })
export class JointTenderParticipant {
  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @PrimaryColumn({ name: 'tender_id', type: 'uuid' })
  tenderId!: string;

  @PrimaryColumn({ name: 'part_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'Id of the part.' })
  partId!: string;

  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'Id of the organisation.' })
  organisationId!: string;

  @Column({ name: 'organisation_number', type: 'text' })
  @Field(() => String, { description: 'Its organisation number.' })
  organisationNumber!: string;

  @Column({ name: 'organisation_name', type: 'text' })
  @Field(() => String, { description: 'Its name.' })
  organisationName!: string;

  @Column({ type: 'text' })
  @Field(() => Choice, { description: 'Firm, or with an option to join later.' })
  choice!: Choice;
}

/** The joint tender of a case, from the proposal to freeze its participants (R24, R29). */
@Entity('joint_tender')
@ObjectType({ description: 'The joint tender of a case.' })
export class JointTender {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the joint tender.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'case_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Column({ name: 'report_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The frozen version of the report that it rests on.' })
  reportId!: string;

  @Column({ type: 'text', default: JointTenderState.PROPOSED })
  @Field(() => JointTenderState, { description: 'How far it has come.' })
  state!: JointTenderState;

  @Column({ name: 'proposed_by', type: 'uuid' })
  @Field(() => Uuid, { description: 'Id of the person who proposed the participants.' })
  proposedBy!: string;

  @Column({ name: 'proposed_at', type: 'timestamptz', default: () => 'samanker_now()' })
  @Field(() => InstantScalar, { description: 'When they were proposed.' })
  proposedAt!: Date;

  @Column({ name: 'confirmed_by', type: 'uuid', nullable: true })
  @Field(() => Uuid, { nullable: true, description: 'Id of the second person, who confirmed; null until then.' })
  confirmedBy!: string | null;

  @Column({ name: 'frozen_at', type: 'timestamptz', nullable: true })
  @Field(() => InstantScalar, { nullable: true, description: 'When the participants were frozen; null until then.' })
  frozenAt!: Date | null;

  @Field(() => [JointTenderParticipant], { description: 'The participants as frozen, by part and name; none before.' })
  participants!: JointTenderParticipant[];
}

/** A condition of R24 that is not met, as it is shown. */
@ObjectType({ description: 'Something that keeps the joint tender from going out, and who can mend it.' })
export class TenderCondition {
  @Field(() => String, { description: 'A stable code for programs, for example FIRM_NOT_ANCHORED.' })
  code!: string;

  @Field(() => String, { description: 'What is wrong, in one sentence, in the language of the person who asks.' })
  sentence!: string;

  @Field(() => String, { nullable: true, description: 'For FIRM_NOT_ANCHORED: what is lacking, as a code.' })
  reason!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'Id of the item it is about, if one.' })
  itemId!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The organisation that can mend it; null when the region as such can.',
  })
  organisationId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the organisation that can mend it.' })
  organisationName!: string | null;

  @Field(() => [RoleName], { description: 'The roles that can mend it.' })
  roles!: RoleKind[];
}

/** Whether the participants can be frozen now. */
@ObjectType({ description: 'Whether a joint tender can go out, and each condition that is not met.' })
export class JointTenderReadiness {
  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Field(() => Boolean, { description: 'Whether every condition is met.' })
  ready!: boolean;

  @Field(() => [TenderCondition], { description: 'The conditions that are not met.' })
  conditions!: TenderCondition[];

  @Field(() => JointTender, { nullable: true, description: 'The joint tender, if participants have been proposed.' })
  tender!: JointTender | null;
}

/** The entities of this word. */
export const jointTenderEntities = [JointTender, JointTenderParticipant];
