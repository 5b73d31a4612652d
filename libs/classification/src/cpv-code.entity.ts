import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A code of the EU's common procurement vocabulary (CPV 2008), with its Norwegian and English name. */
@ObjectType({ description: 'A code of the common procurement vocabulary (CPV 2008).' })
@Entity('cpv_code')
export class CpvCode {
  @Field(() => ID, { description: 'Eight digits, without the check digit.' })
  @PrimaryColumn({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'The name in Norwegian (Bokmål; there is no official Nynorsk list).' })
  @Column({ name: 'name_nb', type: 'text' })
  nameNb!: string;

  @Field(() => String, { description: 'The name in English.' })
  @Column({ name: 'name_en', type: 'text' })
  nameEn!: string;

  @Field(() => Int, {
    description: 'How fine the code is: 2 division, 3 group, 4 class, 5 and more category (digits that count).',
  })
  @Column({ type: 'integer' })
  level!: number;
}
