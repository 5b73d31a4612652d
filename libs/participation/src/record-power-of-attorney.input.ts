import { Field, ID, InputType } from '@nestjs/graphql';
import { LocalDateScalar, MoneyInput, Uuid } from '@samanker/request';
import { OnBehalfInput } from './on-behalf.input';

@InputType({ description: 'What an organisation adds to the case’s standard power of attorney.' })
export class RecordPowerOfAttorneyInput {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => String, { description: 'Who signed; at most 200 characters.' })
  signatory!: string;

  @Field(() => String, { description: 'By what authority: office and decision; at most 1 000 characters.' })
  authority!: string;

  @Field(() => LocalDateScalar, {
    description: 'The day on which it was signed; not before the case was opened, not after today.',
  })
  signedOn!: string;

  @Field(() => MoneyInput, { nullable: true, description: 'The organisation’s own maximum for the whole term.' })
  ownMaximum?: MoneyInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it deviates from the standard text; at most 4 000 characters.',
  })
  deviations?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Reference in the organisation’s archive; at most 100 characters.',
  })
  archiveReference?: string | null;

  @Field(() => OnBehalfInput, { nullable: true, description: 'For the host on written behalf only.' })
  onBehalf?: OnBehalfInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}
