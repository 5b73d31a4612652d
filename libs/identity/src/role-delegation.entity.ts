import { Field, ObjectType } from '@nestjs/graphql';
import { InstantScalar, LocalDateScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role that its holder has left to a deputy for a while (R12). */
@Entity('role_delegation')
@ObjectType({
  description: 'A role left to a deputy from one day to another: the deputy gets its mails and may do what it may.',
})
export class RoleDelegation {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the delegation.' })
  id!: string;

  @Column({ type: 'uuid', name: 'region_id' })
  regionId!: string;

  @Column({ type: 'uuid', name: 'role_id' })
  @Field(() => Uuid, { description: 'The role that is left to the deputy.' })
  roleId!: string;

  @Column({ type: 'uuid', name: 'person_id' })
  @Field(() => Uuid, { description: 'The deputy.' })
  personId!: string;

  @Column({ type: 'date', name: 'from_on' })
  @Field(() => LocalDateScalar, { description: 'The first day, in Europe/Oslo.' })
  fromOn!: string;

  @Column({ type: 'date', name: 'to_on' })
  @Field(() => LocalDateScalar, { description: 'The last day, in Europe/Oslo.' })
  toOn!: string;

  @Column({ type: 'timestamptz', name: 'delegated_at', default: () => 'samanker_now()' })
  delegatedAt!: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  @Field(() => InstantScalar, { nullable: true, description: 'When it was ended before its last day; null otherwise.' })
  endedAt!: Date | null;

  @Field(() => String, { description: 'Name of the deputy.' })
  personName!: string;

  @Field(() => Boolean, { description: 'Whether the deputy acts today.' })
  inEffect!: boolean;
}
