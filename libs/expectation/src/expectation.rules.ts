import {
  addWorkingDays,
  type ClosedPeriods,
  type LocalDate,
  nextWorkingDay,
  previousWorkingDay,
} from '@samanker/clock';
import type { ExpectationKind } from './expectation.entity';

type Kind = ExpectationKind | keyof typeof ExpectationKind;

/** One moment at which a reminder goes. */
export interface Occasion {
  /** `T-10`, `T`, `T+2`: working days from the day that it is due. Part of the key that lets a reminder go only once. */
  readonly occasion: string;
  readonly on: LocalDate;
}

/** Working days within which a question is to be answered. */
export const ANSWER_WITHIN = 3;

const BEFORE = [-10, -5, -1, 0];
const AFTER = [2, 5];

// Working days from the due day. For DECISION_MADE that is the day of the meeting, of which nothing is asked before it.
const OFFSETS: Record<keyof typeof ExpectationKind, readonly number[]> = {
  // After the deadline the case is planned for another meeting, with a deadline and reminders of its own.
  TEXT_IN: BEFORE,
  DECISION_MADE: [1, ...AFTER],
  ADMINISTRATIVE_DECISION: [...BEFORE, ...AFTER],
  VOLUMES: [...BEFORE, ...AFTER],
  POWER_OF_ATTORNEY: [...BEFORE, ...AFTER],
  // On the day it is asked, on the day the answer is due, and once more.
  QUESTION: [-ANSWER_WITHIN, 0, 2],
};

/** R10: when reminders of a kind go, in working days from the date. */
export function reminderOffsets(kind: Kind): readonly number[] {
  return OFFSETS[kind];
}

/** Working days after a missed date at which the next level is offered to the coordinator. */
export const WORKING_DAYS_TO_ESCALATION = 2;

/**
 * R10, R11: the moments at which reminders go, in order, all on working days of the organisation: counted from a day
 * off, those before move earlier and those after move later.
 */
export function occasionsOf(kind: Kind, dueOn: LocalDate, closed?: ClosedPeriods): Occasion[] {
  const last = previousWorkingDay(dueOn, closed);
  return OFFSETS[kind].map((days) => ({
    occasion: days === 0 ? 'T' : days < 0 ? `T${days}` : `T+${days}`,
    on: addWorkingDays(days > 0 ? dueOn : last, days, closed),
  }));
}

/** The first moment on or after a date. */
export function nextOccasion(kind: Kind, dueOn: LocalDate, from: LocalDate, closed?: ClosedPeriods): Occasion | null {
  return occasionsOf(kind, dueOn, closed).find(({ on }) => on >= from) ?? null;
}

/** The latest moment that has come: after an outage one late reminder goes, not all that were missed. */
export function currentOccasion(
  kind: Kind,
  dueOn: LocalDate,
  today: LocalDate,
  closed?: ClosedPeriods,
): Occasion | null {
  return occasionsOf(kind, dueOn, closed).findLast(({ on }) => on <= today) ?? null;
}

/** The day by which a question of today is to be answered: a question of a day off counts from the next working day. */
export function answerDueOn(today: LocalDate, closed?: ClosedPeriods): LocalDate {
  return addWorkingDays(nextWorkingDay(today, closed), ANSWER_WITHIN, closed);
}

/** R5b: what is awaited while a case is paused as well: a question may be what the pause is about. */
export const OUTLASTS_PAUSE: readonly Kind[] = ['QUESTION'];

/** R10: is the next level ever written to about it? */
export function escalates(kind: Kind): boolean {
  return kind !== 'QUESTION';
}

/** R10: two working days after a missed date the next level is offered; that of DECISION_MADE is the day of the meeting. */
export function escalationOn(kind: Kind, dueOn: LocalDate, closed?: ClosedPeriods): LocalDate | null {
  // A question that nobody has answered is no matter for the next level.
  if (!escalates(kind)) return null;
  return addWorkingDays(dueOn, WORKING_DAYS_TO_ESCALATION, closed);
}
