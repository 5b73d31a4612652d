import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Choice, Commitment } from './participation.rules';

registerEnumType(Choice, {
  name: 'Choice',
  description: 'What an organisation wants with one part of a case.',
  valuesMap: {
    FIRM: { description: 'Takes part.' },
    OPTION: { description: 'Named, and may join later.' },
    OUT: { description: 'Does not take part.' },
  },
});
registerEnumType(Commitment, {
  name: 'Commitment',
  description: 'What a declared quantity binds to.',
  valuesMap: {
    COMMITTED: { description: 'Anchored and firm.' },
    OPTION: { description: 'Anchored with an option to join later.' },
    NOT_ANCHORED: { description: 'Declared, but the organisation is not anchored.' },
  },
});

/** What a participation chose for one part (R5). */
@Entity('part_choice')
@ObjectType({ description: 'What an organisation chose for one part of the case.' })
export class PartChoice {
  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @PrimaryColumn({ name: 'participation_id', type: 'uuid' })
  participationId!: string;

  @PrimaryColumn({ name: 'part_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The part.' })
  partId!: string;

  @Field(() => Int, { description: 'Number of the part in the case.' })
  partNumber!: number;

  @Column({ type: 'text' })
  @Field(() => Choice, { description: 'The choice.' })
  choice!: Choice;
}
