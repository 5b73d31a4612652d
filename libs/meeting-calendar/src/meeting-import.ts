import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalDateScalar, Refusal, Uuid, type Texts } from '@samanker/request';
import { DecisionBodyKind } from './meeting-calendar.rules';

export const MeetingChangeKind = {
  ADDED: 'ADDED',
  CHANGED: 'CHANGED',
  UNCHANGED: 'UNCHANGED',
  CANCELLED: 'CANCELLED',
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
    CANCELLED: { description: 'The file says that the meeting will not be held; it is cancelled.' },
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

  @Field(() => String, {
    nullable: true,
    description: 'Where it stands: a line, a cell such as Ark1!C4, or an event; null when it is not in the file.',
  })
  place!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The meeting in the calendar; null for a new one.' })
  meetingId!: string | null;

  @Field(() => Uuid, { description: 'The body.' })
  bodyId!: string;

  @Field(() => String, { description: 'The name of the body.' })
  bodyName!: string;

  @Field(() => String, { description: 'The key of the meeting in the file.' })
  externalId!: string;

  @Field(() => LocalDateScalar, { description: 'The day of the meeting.' })
  date!: string;

  @Field(() => String, { nullable: true, description: 'When it starts, HH:MM, Europe/Oslo.' })
  startsAt!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day as it stood before.' })
  dateBefore!: string | null;
}

export const LeftOutBecause = { UNKNOWN_BODY: 'UNKNOWN_BODY', NOT_UNDERSTOOD: 'NOT_UNDERSTOOD' } as const;
export type LeftOutBecause = (typeof LeftOutBecause)[keyof typeof LeftOutBecause];
registerEnumType(LeftOutBecause, {
  name: 'LeftOutBecause',
  description: 'Why something that looks like a meeting is left out.',
  valuesMap: {
    UNKNOWN_BODY: { description: 'It names a body that the organisation has not registered.' },
    NOT_UNDERSTOOD: { description: 'Nobody can tell its month or its body.' },
  },
});

@ObjectType({ description: 'Something that looks like a meeting and is left out. It does not stop the rest.' })
export class LeftOutOfImport {
  @Field(() => String, { description: 'Where it stands: a line, a cell or an event.' })
  place!: string;

  @Field(() => String, { description: 'What stands there, the first 120 characters.' })
  text!: string;

  @Field(() => LeftOutBecause, { description: 'Why it is left out.' })
  because!: LeftOutBecause;
}

@ObjectType({ description: 'A body that a plan names and the organisation has not registered.' })
export class UnknownBody {
  @Field(() => String, { description: 'Its name as the plan writes it.' })
  name!: string;

  @Field(() => DecisionBodyKind, { description: 'What kind of body the name speaks of; a committee in doubt.' })
  kind!: DecisionBodyKind;

  @Field(() => Int, { description: 'How many lines, cells or events name it.' })
  times!: number;
}

@ObjectType({ description: 'A fault in a file: where, and what.' })
export class ImportFault {
  @Field(() => Int, { description: 'The line in the file; the header is line 1.' })
  line!: number;

  @Field(() => String, { description: 'The column.' })
  column!: string;

  @Field(() => String, { description: 'Where it stands in words: a line, a cell such as Ark1!C4, or an event.' })
  place!: string;

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

  @Field(() => Int, { description: 'How many things that look like meetings are left out.' })
  leftOutCount!: number;

  @Field(() => [LeftOutOfImport], { description: 'What is left out and why, the first 200.' })
  leftOut!: LeftOutOfImport[];

  @Field(() => [UnknownBody], { description: 'Bodies that are not registered yet, the first 30, most named first.' })
  unknownBodies!: UnknownBody[];
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

  constructor({ faults, faultCount }: Pick<MeetingImport, 'faults' | 'faultCount'>, field: string) {
    super(['input', field], { count: faultCount });
    this.faultCount = faultCount;
    this.faults = faults;
  }
}
