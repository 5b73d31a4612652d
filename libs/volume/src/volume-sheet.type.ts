import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ActOnBehalf } from '@samanker/participation';
import { DecimalScalar, InstantScalar, Uuid } from '@samanker/request';
import { LineOrigin, VolumeDraft, VolumeLine } from './volume-line.entity';

/** What one organisation has declared, and for its own people what it has saved besides. */
@ObjectType({ description: 'The volumes of one organisation in a case.' })
export class VolumeSheet {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Field(() => Uuid, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => InstantScalar, { nullable: true, description: 'When the volumes were last declared; null when never.' })
  declaredAt!: Date | null;

  @Field(() => [ActOnBehalf], {
    description: 'When the host declared them on the organisation’s written behalf. Never wiped (R29).',
  })
  actsOnBehalf!: ActOnBehalf[];

  @Field(() => [VolumeLine], { description: 'What is declared, or filled in from needs, by item and year.' })
  lines!: VolumeLine[];

  @Field(() => [VolumeDraft], {
    description: 'What is saved and not yet declared; seen by the organisation’s own people only.',
  })
  drafts!: VolumeDraft[];
}

/** A modelled quantity for one cell of the sheet. */
@ObjectType({
  description: 'A modelled quantity, from the population and what others have declared. Nothing is stored.',
})
export class VolumeSuggestion {
  @Field(() => Uuid, { description: 'The item.' })
  itemId!: string;

  @Field(() => Int, { description: 'The calendar year.' })
  year!: number;

  @Field(() => DecimalScalar, { description: 'Suggested expected quantity in the item’s unit.' })
  expected!: string;

  @Field(() => DecimalScalar, { description: 'The others’ median per 1 000 inhabitants.' })
  ratePerThousand!: string;

  @Field(() => Int, { description: 'How many others have declared a quantity.' })
  peers!: number;

  @Field(() => Int, { description: 'The inhabitants that it was worked out for.' })
  population!: number;

  @Field(() => LineOrigin, { description: 'Always MODELLED: to be shown with the quantity.' })
  origin!: LineOrigin;
}
