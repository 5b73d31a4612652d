import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { CasePartInput } from '@samanker/procurement-case';
import { LocalDateScalar, Uuid } from '@samanker/request';
import { SheetBody, SheetColumn } from './sheet-columns.rules';
import { SheetMeaning } from './sheet-wordings.rules';
import './running-case.enums';

@InputType({ description: 'The case as it is to be made. Your organisation is its host.' })
export class RunningCaseInput {
  @Field(() => String, { description: 'Title; at most 300 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What is to be bought and why; at most 10 000 characters.' })
  description?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it began; left out, it is the day of the first decision in the sheet, or today.',
  })
  openedOn?: string | null;

  @Field(() => LocalDateScalar, {
    description: 'The day by which every municipality must have decided; not before today.',
  })
  decisionDeadline!: string;

  @Field(() => Int, { description: 'First calendar year of the contract; not before this year.' })
  firstYear!: number;

  @Field(() => Int, { description: 'How many years it runs, options not counted: 1–15.' })
  years!: number;

  @Field(() => Int, { defaultValue: 0, description: 'How many years it can be extended by: 0–10.' })
  optionYears!: number;

  @Field(() => [CasePartInput], { description: 'Its parts: 1–99.' })
  parts!: CasePartInput[];
}

@InputType({ description: 'What a column is, said by you.' })
export class RunningCaseColumnInput {
  @Field(() => Int, { description: 'Its place, from 0.' })
  column!: number;

  @Field(() => SheetColumn, { description: 'What it is about.' })
  meaning!: SheetColumn;

  @Field(() => SheetBody, { nullable: true, description: 'For a status or a date: the body that decided.' })
  body?: SheetBody | null;

  @Field(() => Int, { nullable: true, description: 'For quantities: the number of the item in the case, from 1.' })
  itemNumber?: number | null;

  @Field(() => Int, { nullable: true, description: 'For a choice: the number of the part; left out, all parts.' })
  partNumber?: number | null;

  @Field(() => Int, { nullable: true, description: 'For quantities: the year; left out, each year of the contract.' })
  year?: number | null;
}

@InputType({ description: 'Which municipality is meant.' })
export class RunningCaseMunicipalityInput {
  @Field(() => String, { description: 'What stands in the sheet.' })
  text!: string;

  @Field(() => Uuid, { description: 'The municipality.' })
  organisationId!: string;
}

@InputType({ description: 'What words mean.' })
export class RunningCaseWordingInput {
  @Field(() => String, { description: 'The words, as the dry run told them.' })
  wording!: string;

  @Field(() => SheetMeaning, { description: 'What they mean.' })
  meaning!: SheetMeaning;
}

@InputType({ description: 'A case that runs in a spreadsheet. Your organisation is its host.' })
export class ImportRunningCaseInput {
  @Field(() => Uuid, { nullable: true, description: 'A case of yours that is there already; else it is made.' })
  caseId?: string | null;

  @Field(() => RunningCaseInput, {
    nullable: true,
    description:
      'The case to make. One of yours with the same title is used again: the same sheet twice makes one case. A dry run can do without.',
  })
  newCase?: RunningCaseInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was pasted: cells with tabs between them, or CSV. At most 1 000 000 characters, 10 000 rows.',
  })
  table?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Instead: an XLSX or CSV file in base64, at most 1 000 000 characters, 10 000 rows.',
  })
  file?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of that file; at most 200 characters.' })
  fileName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The sheet of the workbook; left out, the one with most headings.',
  })
  sheetName?: string | null;

  @Field(() => [RunningCaseColumnInput], {
    nullable: true,
    description: 'What columns are, where it was not recognised.',
  })
  columns?: RunningCaseColumnInput[] | null;

  @Field(() => [RunningCaseMunicipalityInput], {
    nullable: true,
    description: 'Who is meant, where it is not certain.',
  })
  municipalities?: RunningCaseMunicipalityInput[] | null;

  @Field(() => [RunningCaseWordingInput], { nullable: true, description: 'What words mean, where it is not certain.' })
  wordings?: RunningCaseWordingInput[] | null;

  @Field(() => [Int], { nullable: true, description: 'Rows to leave out, as spreadsheets count.' })
  leaveOutRows?: number[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why you record for the others; at most 600 characters. Needed to store anything.',
  })
  because?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where their written answers are: a reference in the archive, or a link that begins with https://. At most 1 000 characters. Needed to store anything.',
  })
  evidence?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True: municipalities that have not decided get an invitation by mail.',
  })
  sendInvitations!: boolean;

  @Field(() => Boolean, { description: 'True: only tell what the sheet would make. Nothing is stored.' })
  dryRun!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key never imports twice. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}
