import { Field, InputType } from '@nestjs/graphql';
import { MoneyInput } from '@samanker/request';

@InputType({ description: 'A good or service that volumes will be declared for.' })
export class VolumeItemInput {
  @Field(() => String, { description: 'What it is; at most 200 characters.' })
  name!: string;

  @Field(() => String, { description: 'Code of the unit, or its name: STK, stykk, enheter.' })
  unitCode!: string;

  @Field(() => String, { description: 'CPV code, with or without check digit.' })
  cpvCode!: string;

  @Field(() => MoneyInput, { nullable: true, description: 'Estimated price of one unit.' })
  unitPrice?: MoneyInput | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the participants must buy it from the contract only.',
  })
  dutyToBuy!: boolean;
}

@InputType({ description: 'A part (lot) of the case.' })
export class CasePartInput {
  @Field(() => String, { description: 'What the part is about; at most 200 characters.' })
  title!: string;

  @Field(() => [VolumeItemInput], { description: 'What is bought in it; at least one.' })
  items!: VolumeItemInput[];
}
