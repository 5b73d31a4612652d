import type { LocalDate } from '@samanker/clock';
import type { NamedBody } from './body-names.rules';
import type { ImportPlace } from './import-place.rules';
import { MeetingKind } from './meeting-calendar.rules';
import type { ImportFaultCode } from './meeting-import-faults.rules';

/** What is wrong, and where: `line` is the line of a text, the row of a sheet or the number of an event. */
export interface ImportFaultFound {
  readonly line: number;
  readonly column: string;
  readonly place: ImportPlace;
  readonly fault: ImportFaultCode;
  readonly limit: string;
}

/** One meeting as the file says it. */
export interface ImportedMeeting {
  readonly line: number;
  readonly place: ImportPlace;
  readonly bodyId: string;
  /** Its key in the file; null where the file gives none. */
  readonly externalId: string | null;
  readonly date: LocalDate;
  readonly startsAt: string | null;
  readonly kind: MeetingKind;
  readonly submissionDeadline: LocalDate | null;
  /** The file says that it will not be held. */
  readonly cancelled: boolean;
}

/** Something that looks like a meeting and is not taken over, with what it says. */
export interface LeftOut {
  readonly place: ImportPlace;
  readonly text: string;
  /** A body that the organisation has not registered; or days whose month or body nobody can tell. */
  readonly because: 'UNKNOWN_BODY' | 'NOT_UNDERSTOOD';
  /** The name of the unknown body. */
  readonly bodyName: string | null;
}

/** All that was read out of what was given. */
export interface ReadPlan {
  readonly meetings: ImportedMeeting[];
  readonly faults: ImportFaultFound[];
  readonly leftOut: LeftOut[];
}

/** What every way of reading needs to know. */
export interface PlanReading {
  readonly bodies: readonly NamedBody[];
  /** The last day that a meeting is believed to be on. */
  readonly latest: LocalDate;
  /** A series without an end is read up to this day. */
  readonly seriesUntil: LocalDate;
  /** The year of dates that name none. */
  readonly year: number | null;
  /** The body of meetings that name none. */
  readonly bodyId: string | null;
}

/** Meetings that are read out of one file, at most. */
export const MOST_MEETINGS = 5_000;

const KIND_WORDS: Readonly<Record<string, MeetingKind>> = {
  '': 'ORDINARY',
  ordinært: 'ORDINARY',
  ordinær: 'ORDINARY',
  ordinar: 'ORDINARY',
  ordinært_møte: 'ORDINARY',
  budsjett: 'BUDGET',
  budsjettmøte: 'BUDGET',
  ekstraordinært: 'EXTRAORDINARY',
  ekstraordinær: 'EXTRAORDINARY',
  konstituering: 'CONSTITUTION',
  konstituerende: 'CONSTITUTION',
  valgstyre: 'ELECTORAL_BOARD',
  valstyre: 'ELECTORAL_BOARD',
  seminar: 'WORKSHOP',
  verksted: 'WORKSHOP',
};
const KINDS_WITHIN: readonly (readonly [RegExp, MeetingKind])[] = [
  [/konstituer/iu, 'CONSTITUTION'],
  [/ekstraordin|extraordinary/iu, 'EXTRAORDINARY'],
  [/val(?:g)?styr/iu, 'ELECTORAL_BOARD'],
  [
    /seminar|verksted|verkstad|temamøte|temadag|studietur|folkevalgtopplæring|folkevaldopplæring|workshop/iu,
    'WORKSHOP',
  ],
  [/budsjett|budget/iu, 'BUDGET'],
];

/** The kind that a cell names by code or word; null when it is neither. */
export function kindNamed(text: string): MeetingKind | null {
  const code = text.toUpperCase();
  const words = [text.toLowerCase(), text.toLowerCase().replace(' ', '_')];
  // A cell is anybody's words: `constructor` is no kind.
  const known = words.find((word) => Object.hasOwn(KIND_WORDS, word));
  return Object.values(MeetingKind).find((kind) => kind === code) ?? (known === undefined ? null : KIND_WORDS[known]!);
}

/** The kind that a title or a line speaks of; an ordinary meeting where it says nothing. */
export function kindWithin(text: string): MeetingKind {
  return KINDS_WITHIN.find(([words]) => words.test(text))?.[1] ?? 'ORDINARY';
}

/** The key of a meeting whose file gives none: the same as a meeting gets that is added by hand. */
export function keyOfDate({ date, kind }: Pick<ImportedMeeting, 'date' | 'kind'>): string {
  return `${date}/${kind}`;
}

/** The same meeting said twice in one plan is one meeting. */
export function withoutRepeats(meetings: readonly ImportedMeeting[]): ImportedMeeting[] {
  const seen = new Set<string>();
  return meetings.filter(({ bodyId, date, kind }) => {
    const key = `${bodyId} ${date} ${kind}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
