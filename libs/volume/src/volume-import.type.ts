import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DecimalScalar, Refusal, Uuid, type Texts } from '@samanker/request';

/** Which of the two quantities of a cell. */
export enum VolumeQuantity {
  EXPECTED = 'EXPECTED',
  MAXIMUM = 'MAXIMUM',
}
registerEnumType(VolumeQuantity, {
  name: 'VolumeQuantity',
  description: 'Which of the two quantities of an item and a year.',
  valuesMap: {
    EXPECTED: { description: 'What is expected to be bought.' },
    MAXIMUM: { description: 'The most that may be bought.' },
  },
});

@ObjectType({ description: 'A quantity that a workbook says differently from the sheet.' })
export class VolumeImportChange {
  @Field(() => String, { description: 'Where it stands in the file, for example Volum!E5.' })
  cell!: string;

  @Field(() => Uuid, { description: 'The item.' })
  itemId!: string;

  @Field(() => String, { description: 'Name of the item.' })
  itemName!: string;

  @Field(() => Int, { description: 'The calendar year.' })
  year!: number;

  @Field(() => VolumeQuantity, { description: 'Which quantity.' })
  quantity!: VolumeQuantity;

  @Field(() => DecimalScalar, { nullable: true, description: 'What the sheet says; null where it says nothing.' })
  before!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What the file says; null: no largest quantity any more.',
  })
  after!: string | null;
}

@ObjectType({ description: 'A cell of a workbook that cannot be taken over.' })
export class VolumeImportFault {
  @Field(() => String, { description: 'Where it stands in the file, for example Volum!E5.' })
  cell!: string;

  @Field(() => String, { description: 'What is wrong and what to do, in the language of the one who asks.' })
  message!: string;
}

@ObjectType({ description: 'What a workbook changes in the volume sheet of one organisation.' })
export class VolumeImport {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => Boolean, { description: 'True: nothing was stored.' })
  dryRun!: boolean;

  @Field(() => Int, { description: 'How many quantities stand in the file.' })
  quantities!: number;

  @Field(() => [VolumeImportChange], { description: 'What it says differently from the sheet; empty when nothing.' })
  changes!: VolumeImportChange[];

  @Field(() => Int, { description: 'How many cells cannot be taken over.' })
  faultCount!: number;

  @Field(() => [VolumeImportFault], { description: 'Those cells, the first 200 of them.' })
  faults!: VolumeImportFault[];
}

/** Cells of the file cannot be taken over; nothing of it was stored. */
@ObjectType({
  implements: () => [Refusal],
  description: 'Cells of the workbook cannot be taken over; nothing of it was stored.',
})
export class WorkbookHasFaults extends Refusal {
  static readonly texts: Texts = {
    nb: 'Filen har feil i {count} celler. Ingenting er lagret. Rett cellene og prøv igjen.',
    nn: 'Fila har feil i {count} celler. Ingenting er lagra. Rett cellene og prøv igjen.',
    en: 'The file has faults in {count} cells. Nothing was stored. Mend them and try again.',
  };

  @Field(() => [VolumeImportFault], { description: 'The cells, the first 200 of them.' })
  readonly faults: VolumeImportFault[];

  constructor({ faults, faultCount }: Pick<VolumeImport, 'faults' | 'faultCount'>) {
    super(['input', 'file'], { count: faultCount });
    this.faults = faults;
  }
}

/** Why a file is not taken for the sheet. */
export const WORKBOOK_FAULTS = {
  NOT_A_WORKBOOK: {
    nb: 'Filen er ikke et Excel-ark som kan leses. Lagre den som .xlsx og prøv igjen.',
    nn: 'Fila er ikkje eit Excel-ark som kan lesast. Lagre henne som .xlsx og prøv igjen.',
    en: 'The file is not an Excel workbook that can be read. Save it as .xlsx and try again.',
  },
  TOO_LARGE: {
    nb: 'Filen er for stor. Last ned arket på nytt, og fyll ut det.',
    nn: 'Fila er for stor. Last ned arket på nytt, og fyll ut det.',
    en: 'The file is too large. Download the sheet again and fill in that.',
  },
  HAS_MACROS: {
    nb: 'Filen har makroer. Lagre den som .xlsx uten makroer og prøv igjen.',
    nn: 'Fila har makroar. Lagre henne som .xlsx utan makroar og prøv igjen.',
    en: 'The file has macros. Save it as .xlsx without macros and try again.',
  },
  NO_KEYS: {
    nb: 'Filen er ikke laget her. Last ned arket, og fyll ut det.',
    nn: 'Fila er ikkje laga her. Last ned arket, og fyll ut det.',
    en: 'The file was not made here. Download the sheet and fill in that.',
  },
  OTHER_PARTICIPATION: {
    nb: 'Filen hører til en annen kommune eller sak. Velg riktig fil.',
    nn: 'Fila høyrer til ein annan kommune eller ei anna sak. Vel rett fil.',
    en: 'The file belongs to another municipality or case. Choose the right one.',
  },
} satisfies Record<string, Texts>;

/** The file is not the sheet of this participation, or cannot be read at all. */
@ObjectType({
  implements: () => [Refusal],
  description: 'The file is no workbook that can be read, or not the sheet of this participation.',
})
export class WorkbookNotAccepted extends Refusal {
  static readonly texts: Texts = WORKBOOK_FAULTS.NOT_A_WORKBOOK;

  constructor(private readonly fault: keyof typeof WORKBOOK_FAULTS) {
    super(['input', 'file']);
    this.speak('NB');
  }

  protected override textsOf(): Texts {
    // The first sentence is spoken while the object is being made, before it knows its fault.
    return WORKBOOK_FAULTS[this.fault ?? 'NOT_A_WORKBOOK'];
  }
}
