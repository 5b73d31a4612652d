import { Field, ID, InputType } from '@nestjs/graphql';
import { OnBehalfInput } from '@samanker/participation';
import { Uuid } from '@samanker/request';

@InputType({ description: 'A filled-in workbook of the volume sheet of one organisation.' })
export class ImportVolumesInput {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => String, {
    description:
      'The XLSX file as it was downloaded and filled in, in base64: at most 1 000 000 characters. Rows may be sorted or left out; a quantity that is emptied becomes 0.',
  })
  file!: string;

  @Field(() => Boolean, { description: 'True: only tell what the file would change. Nothing is stored.' })
  dryRun!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True: declares the sheet with these quantities. False: saves them for your own organisation.',
  })
  declare!: boolean;

  @Field(() => OnBehalfInput, { nullable: true, description: 'For the host on written behalf only.' })
  onBehalf?: OnBehalfInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key never imports twice. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}
