import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Uuid } from '@samanker/request';

/** What every act on one need is told: which, as it was seen. */
@InputType({ isAbstract: true })
export abstract class NeedActInput {
  @Field(() => Uuid, { description: 'Which need.' })
  needId!: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  version!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}
