import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { OnBehalfInput } from '@samanker/participation';
import { DecimalScalar, MoneyInput, Uuid } from '@samanker/request';

@InputType({ description: 'One cell of the sheet: an item in a year.' })
export class VolumeCellInput {
  @Field(() => Uuid, { description: 'The item; one of the case.' })
  itemId!: string;

  @Field(() => Int, { description: 'The calendar year; within the term of the case, option years included.' })
  year!: number;

  @Field(() => DecimalScalar, { description: 'Expected quantity, at most four decimals; 0 where nothing is bought.' })
  expected!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Largest quantity, where it differs from the expected one.',
  })
  maximum?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The unit of these quantities, where it is not the item’s: converted when that is exact, else refused.',
  })
  unitCode?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Own price of one unit of the item; left out where the item’s holds.',
  })
  unitPrice?: MoneyInput | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether this is a suggestion taken over as it was; stays marked as modelled.',
  })
  modelled!: boolean;
}

@InputType({ description: 'Cells of the volume sheet of one organisation. Cells that are left out stay as they are.' })
export class DeclareVolumesInput {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => [VolumeCellInput], {
    description: 'The cells that were changed; each item and year at most once, at most 2 000.',
  })
  cells!: VolumeCellInput[];

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'True: declares these cells and everything saved before, for all to see. False: saves these cells for your own organisation.',
  })
  declare!: boolean;

  @Field(() => OnBehalfInput, { nullable: true, description: 'For the host on written behalf only.' })
  onBehalf?: OnBehalfInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}
