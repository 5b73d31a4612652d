import { Field, Int, ObjectType } from '@nestjs/graphql';
import { StepOutcome } from '@samanker/anchoring';
import { Choice } from '@samanker/participation';
import { LocalDateScalar, Uuid } from '@samanker/request';
import { RunningCaseEffectKind, RunningCaseNoteReason, RunningCaseStanding } from './running-case.enums';
import { SheetBody, SheetColumn } from './sheet-columns.rules';

@ObjectType({ description: 'A column of the sheet, and what it was taken for.' })
export class RunningCaseColumn {
  @Field(() => Int, { description: 'Its place, from 0.' })
  column!: number;

  @Field(() => String, { description: 'Its letters, for example B.' })
  letters!: string;

  @Field(() => String, { description: 'Its heading; empty where it has none.' })
  heading!: string;

  @Field(() => String, { description: 'The first things that stand in it.' })
  sample!: string;

  @Field(() => SheetColumn, { nullable: true, description: 'What it is about; null where you have to say it.' })
  meaning!: SheetColumn | null;

  @Field(() => SheetBody, { nullable: true, description: 'The body that its heading names.' })
  body!: SheetBody | null;

  @Field(() => Int, { nullable: true, description: 'For quantities: the number of the item in the case, from 1.' })
  itemNumber!: number | null;

  @Field(() => String, { nullable: true, description: 'For quantities: the name of the item by the heading.' })
  itemName!: string | null;

  @Field(() => Int, { nullable: true, description: 'For a choice: the number of the part; null for all parts.' })
  partNumber!: number | null;

  @Field(() => Int, { nullable: true, description: 'For quantities: the year; null for each year of the contract.' })
  year!: number | null;
}

@ObjectType({ description: 'Something that a row makes.' })
export class RunningCaseEffect {
  @Field(() => RunningCaseEffectKind, { description: 'What it is.' })
  kind!: RunningCaseEffectKind;

  @Field(() => RunningCaseStanding, { description: 'Whether it is new.' })
  standing!: RunningCaseStanding;

  @Field(() => String, { description: 'Where it stands in the sheet, for example Ark1!C5.' })
  cell!: string;

  @Field(() => String, { nullable: true, description: 'For a decision or a body: its title.' })
  title!: string | null;

  @Field(() => StepOutcome, { nullable: true, description: 'For a decision: what it came to.' })
  outcome!: StepOutcome | null;

  @Field(() => Choice, { nullable: true, description: 'For a choice: which.' })
  choice!: Choice | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'For a decision or what they say: the day.' })
  on!: string | null;

  @Field(() => Int, { nullable: true, description: 'For volumes: how many quantities.' })
  quantities!: number | null;

  @Field(() => String, { nullable: true, description: 'For a note: its words.' })
  text!: string | null;

  @Field(() => RunningCaseNoteReason, { nullable: true, description: 'For a note: why it is nothing else.' })
  because!: RunningCaseNoteReason | null;
}

@ObjectType({ description: 'A municipality that may be meant.' })
export class RunningCaseSuggestion {
  @Field(() => Uuid, { description: 'The municipality.' })
  organisationId!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType({ description: 'A row of the sheet, and what it makes.' })
export class RunningCaseRow {
  @Field(() => Int, { description: 'Its number in the sheet, as spreadsheets count.' })
  rowNumber!: number;

  @Field(() => String, { description: 'What stands for the municipality.' })
  text!: string;

  @Field(() => Boolean, { description: 'You leave it out.' })
  leftOut!: boolean;

  @Field(() => Uuid, { nullable: true, description: 'The municipality; null where it is not certain.' })
  organisationId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  organisationName!: string | null;

  @Field(() => [RunningCaseSuggestion], { description: 'Who may be meant, the likeliest first; empty when certain.' })
  suggestions!: RunningCaseSuggestion[];

  @Field(() => [RunningCaseEffect], { description: 'What it makes.' })
  effects!: RunningCaseEffect[];
}

@ObjectType({ description: 'Words in a column whose meaning you have to say.' })
export class RunningCaseWording {
  @Field(() => String, { description: 'The words, without date, body and case number.' })
  wording!: string;

  @Field(() => String, { description: 'A cell that holds them.' })
  cell!: string;

  @Field(() => Int, { description: 'In how many cells they stand.' })
  count!: number;
}

@ObjectType({ description: 'A cell that cannot be taken over.' })
export class RunningCaseFault {
  @Field(() => String, { description: 'Where it stands, for example Ark1!C5.' })
  cell!: string;

  @Field(() => String, { description: 'What is wrong and what to do, in the language of the one who asks.' })
  message!: string;
}
