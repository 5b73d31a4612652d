import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalDateScalar, Refusal, Uuid, type Texts } from '@samanker/request';

export const MeetingChangeKind = {
  ADDED: 'ADDED',
  CHANGED: 'CHANGED',
  UNCHANGED: 'UNCHANGED',
  NOT_IN_FILE: 'NOT_IN_FILE',
} as const;
export type MeetingChangeKind = (typeof MeetingChangeKind)[keyof typeof MeetingChangeKind];
registerEnumType(MeetingChangeKind, {
  name: 'MeetingChangeKind',
  description: 'What a calendar file means for one meeting.',
  valuesMap: {
    ADDED: { description: 'The meeting is new.' },
    CHANGED: { description: 'The meeting is known; something about it is changed.' },
    UNCHANGED: { description: 'The meeting is known and the same.' },
    NOT_IN_FILE: {
      description: 'The calendar has it, the file has not. It is left as it is; cancel it if it will not be held.',
    },
  },
});

@ObjectType({ description: 'What a calendar file means for one meeting.' })
export class MeetingChange {
  @Field(() => MeetingChangeKind, { description: 'Added, changed, unchanged or not in the file.' })
  change!: MeetingChangeKind;

  @Field(() => Int, { nullable: true, description: 'The line in the file; the header is line 1.' })
  line!: number | null;

  @Field(() => Uuid, { description: 'The body.' })
  bodyId!: string;

  @Field(() => String, { description: 'The name of the body.' })
  bodyName!: string;

  @Field(() => String, { description: 'The key of the meeting in the file.' })
  externalId!: string;

  @Field(() => LocalDateScalar, { description: 'The day of the meeting.' })
  date!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day as it stood before.' })
  dateBefore!: string | null;
}

@ObjectType({ description: 'A fault in a file: where, and what.' })
export class ImportFault {
  @Field(() => Int, { description: 'The line in the file; the header is line 1.' })
  line!: number;

  @Field(() => String, { description: 'The column.' })
  column!: string;

  @Field(() => String, {
    description: 'What is wrong, for programs: UNKNOWN_BODY, NOT_A_DATE, DUPLICATE, WRONG_HEADER, …',
  })
  fault!: string;

  @Field(() => String, { description: 'What is wrong, in your language.' })
  message!: string;
}

@ObjectType({ description: 'What a calendar file changes, or would change.' })
export class MeetingImport {
  @Field(() => Boolean, { description: 'True when nothing was stored.' })
  dryRun!: boolean;

  @Field(() => Int, { description: 'How many meetings the file has that could be read.' })
  rows!: number;

  @Field(() => [MeetingChange], {
    description: 'One for each meeting of the file, and one for each that the file leaves out.',
  })
  changes!: MeetingChange[];

  @Field(() => Int, { description: 'How many faults the file has.' })
  faultCount!: number;

  @Field(() => [ImportFault], {
    description: 'What must be mended before the file can be imported, the first 200; empty after an import.',
  })
  faults!: ImportFault[];
}

/** The file has faults; nothing of it was stored. */
@ObjectType({ implements: () => [Refusal], description: 'The file has faults; nothing of it was stored.' })
export class FileHasFaults extends Refusal {
  static readonly texts: Texts = {
    nb: 'Filen har feil på {count} steder. Ingenting er lagret. Rett feilene og prøv igjen.',
    nn: 'Fila har feil på {count} stader. Ingenting er lagra. Rett feila og prøv igjen.',
    en: 'The file has {count} faults. Nothing was stored. Mend them and try again.',
  };

  @Field(() => Int, { description: 'How many faults the file has.' })
  readonly faultCount: number;

  @Field(() => [ImportFault], { description: 'The faults by line and column, the first 200 of them.' })
  readonly faults: ImportFault[];

  constructor({ faults, faultCount }: Pick<MeetingImport, 'faults' | 'faultCount'>) {
    super(['input', 'csv'], { count: faultCount });
    this.faultCount = faultCount;
    this.faults = faults;
  }
}
