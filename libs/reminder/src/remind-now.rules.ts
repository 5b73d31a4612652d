import type { LocalDate } from '@samanker/clock';
import type { ExpectationKind } from '@samanker/expectation';
import { tooLate } from './sweep-reminders.rules';

/** Why nobody is reminded, or that somebody is. */
export enum RemindVerdict {
  GOES = 'GOES',
  NOTHING_AWAITED = 'NOTHING_AWAITED',
  TOO_LATE = 'TOO_LATE',
  MEETING_NOT_HELD = 'MEETING_NOT_HELD',
  NOBODY_TO_WRITE_TO = 'NOBODY_TO_WRITE_TO',
  ALREADY_QUEUED = 'ALREADY_QUEUED',
  WRITTEN_TO_TODAY = 'WRITTEN_TO_TODAY',
}

/** One thing that is awaited, and what has been written about it already. */
export interface ToRemindOf {
  readonly kind: keyof typeof ExpectationKind;
  readonly dueOn: LocalDate;
  /** Where whoever is responsible is written to; null when nowhere. */
  readonly address: string | null;
  /** It stands in a mail that waits to be sent. */
  readonly queued: boolean;
  /** The digest of today has gone to that address, or is under way. */
  readonly writtenToToday: boolean;
}

/**
 * R10–R12 for a reminder by hand: only where a person can act now, to nobody twice on a day, to somebody who can be
 * written to. A text is not asked for after its deadline, and what a meeting decided not before it was held.
 */
export function remindVerdict(one: ToRemindOf, today: LocalDate): RemindVerdict {
  if (tooLate(one.kind, one.dueOn, today)) return RemindVerdict.TOO_LATE;
  if (one.kind === 'DECISION_MADE' && one.dueOn >= today) return RemindVerdict.MEETING_NOT_HELD;
  if (!one.address) return RemindVerdict.NOBODY_TO_WRITE_TO;
  if (one.queued) return RemindVerdict.ALREADY_QUEUED;
  return one.writtenToToday ? RemindVerdict.WRITTEN_TO_TODAY : RemindVerdict.GOES;
}

/** The key of a reminder by hand: once for a due date on a day. */
export function byHandKey(dueOn: LocalDate, today: LocalDate): string {
  return `BY_HAND ${dueOn} ${today}`;
}
