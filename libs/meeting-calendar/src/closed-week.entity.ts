import { Field, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Days on which an organisation is closed besides weekends and public holidays: no working days (R11). */
@Entity('closed_week')
@ObjectType({
  description:
    'A period in which an organisation is closed, besides weekends and public holidays. Both ends are included.',
})
export class ClosedWeek {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'The id of the period.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The organisation that is closed.' })
  organisationId!: string;

  @Column({ name: 'from_date', type: 'date' })
  @Field(() => LocalDateScalar, { description: 'The first closed day.' })
  fromDate!: string;

  @Column({ name: 'to_date', type: 'date' })
  @Field(() => LocalDateScalar, { description: 'The last closed day.' })
  toDate!: string;

  @Column({ type: 'text', default: '' })
  @Field(() => String, { description: 'Why: summer, winter holiday.' })
  reason!: string;
}
