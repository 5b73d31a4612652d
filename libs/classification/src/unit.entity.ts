import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A unit in which needs and volumes are counted. Units of one dimension can be converted, others never (R18). */
@ObjectType({ description: 'A unit in which needs and volumes are counted.' })
@Entity('unit')
export class Unit {
  @Field(() => ID, { description: 'A stable code, for example STK, KG, ABONNEMENT.' })
  @PrimaryColumn({ type: 'text' })
  code!: string;

  @Field(() => String, {
    description: 'What is measured, for example COUNT or MASS. Quantities are added within one dimension only.',
  })
  @Column({ type: 'text' })
  dimension!: string;

  /** How many of the smallest agreed unit of the dimension this one is. */
  @Column({ name: 'to_base', type: 'numeric', precision: 18, scale: 9 })
  toBase!: string;

  @Field(() => String, { description: 'The name in Bokmål.' })
  @Column({ name: 'name_nb', type: 'text' })
  nameNb!: string;

  @Field(() => String, { description: 'The name in Nynorsk.' })
  @Column({ name: 'name_nn', type: 'text' })
  nameNn!: string;

  @Field(() => String, { description: 'The name in English.' })
  @Column({ name: 'name_en', type: 'text' })
  nameEn!: string;
}
