import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar, Refusal, Uuid, type Texts } from '@samanker/request';
import type { SheetUnreadable } from './given-sheet';
import { RunningCaseColumn, RunningCaseFault, RunningCaseRow, RunningCaseWording } from './running-case.type';

/** How much of a sheet is told row by row; the counts are of all of it. */
export const MOST_TOLD = 1_000;
/** Nobody mends more in one go. */
export const MOST_FAULTS = 200;

@ObjectType({ description: 'What a spreadsheet made, or would make in a dry run.' })
export class RunningCaseImport {
  @Field(() => Boolean, { description: 'True: nothing was stored.' })
  dryRun!: boolean;

  @Field(() => Uuid, { nullable: true, description: 'The case; null in a dry run for a new one.' })
  caseId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its title, where it was there already.' })
  knownCaseTitle!: string | null;

  @Field(() => String, { description: 'The sheet that was read.' })
  sheetName!: string;

  @Field(() => [String], { description: 'The sheets of the workbook.' })
  sheetNames!: string[];

  @Field(() => Int, { nullable: true, description: 'The row of the headings, as spreadsheets count; null for none.' })
  headingRow!: number | null;

  @Field(() => [RunningCaseColumn], { description: 'Its columns.' })
  columns!: RunningCaseColumn[];

  @Field(() => Int, { description: 'How many rows of municipalities it has.' })
  rowCount!: number;

  @Field(() => [RunningCaseRow], { description: 'Those rows, the first 1 000 of them.' })
  rows!: RunningCaseRow[];

  @Field(() => [RunningCaseWording], { description: 'Words whose meaning you have to say.' })
  unknownWordings!: RunningCaseWording[];

  @Field(() => Int, { description: 'How many municipalities are new in the case.' })
  newParticipations!: number;

  @Field(() => Int, { description: 'How many of them have not decided yet: they get an invitation if you say so.' })
  undecided!: number;

  @Field(() => Int, { description: 'How many decisions are new.' })
  newDecisions!: number;

  @Field(() => Int, { description: 'How many municipalities get volumes by it.' })
  newVolumes!: number;

  @Field(() => Int, { description: 'How many notes, and days that somebody says, are new.' })
  newNotes!: number;

  @Field(() => Int, { description: 'How many choices are new.' })
  newChoices!: number;

  @Field(() => Int, { description: 'How much of the sheet is known otherwise already; that stays as it is.' })
  kept!: number;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day of a decision in the sheet.' })
  firstDecisionOn!: string | null;

  @Field(() => Int, { description: 'How many cells cannot be taken over.' })
  faultCount!: number;

  @Field(() => [RunningCaseFault], { description: 'Those cells, the first 200 of them.' })
  faults!: RunningCaseFault[];
}

/** Cells of the sheet cannot be taken over; nothing of it was stored. */
@ObjectType({
  implements: () => [Refusal],
  description: 'Cells of the sheet cannot be taken over; nothing of it was stored.',
})
export class RunningCaseHasFaults extends Refusal {
  static readonly texts: Texts = {
    nb: 'Arket har feil i {count} celler. Ingenting er lagret. Rett dem og prøv igjen.',
    nn: 'Arket har feil i {count} celler. Ingenting er lagra. Rett dei og prøv igjen.',
    en: 'The sheet has faults in {count} cells. Nothing was stored. Mend them and try again.',
  };

  @Field(() => [RunningCaseFault], { description: 'The cells, the first 200 of them.' })
  readonly faults: RunningCaseFault[];

  constructor({ faults, faultCount }: Pick<RunningCaseImport, 'faults' | 'faultCount'>) {
    super(['input', 'table'], { count: faultCount });
    this.faults = faults;
  }
}

const UNREADABLE: Readonly<Record<SheetUnreadable, Texts>> = {
  NO_TABLE: {
    nb: 'Lim inn radene fra regnearket, eller velg en fil.',
    nn: 'Lim inn radene frå reknearket, eller vel ei fil.',
    en: 'Paste the rows of your spreadsheet, or choose a file.',
  },
  NOT_A_WORKBOOK: {
    nb: 'Filen kan ikke leses. Lagre den som .xlsx, eller lim inn radene.',
    nn: 'Fila kan ikkje lesast. Lagre henne som .xlsx, eller lim inn radene.',
    en: 'The file cannot be read. Save it as .xlsx, or paste the rows.',
  },
  TOO_LARGE: {
    nb: 'Arket er for stort. Vi leser høyst 10 000 rader og 200 kolonner. Ta bare med radene for kommunene.',
    nn: 'Arket er for stort. Vi les høgst 10 000 rader og 200 kolonnar. Ta berre med radene for kommunane.',
    en: 'The sheet is too large. We read at most 10,000 rows and 200 columns. Include the rows of the municipalities only.',
  },
  HAS_MACROS: {
    nb: 'Filen har makroer. Lagre den som .xlsx uten makroer, eller lim inn radene.',
    nn: 'Fila har makroar. Lagre henne som .xlsx utan makroar, eller lim inn radene.',
    en: 'The file has macros. Save it as .xlsx without macros, or paste the rows.',
  },
};

/** The sheet cannot be read at all. */
@ObjectType({ implements: () => [Refusal], description: 'There is no sheet, or it cannot be read at all.' })
export class SheetNotAccepted extends Refusal {
  static readonly texts: Texts = UNREADABLE.NOT_A_WORKBOOK;

  constructor(private readonly fault: SheetUnreadable) {
    super(['input', 'table']);
    this.speak('NB');
  }

  protected override textsOf(): Texts {
    // The first sentence is spoken while the object is being made, before it knows its fault.
    return UNREADABLE[this.fault ?? 'NOT_A_WORKBOOK'];
  }
}
