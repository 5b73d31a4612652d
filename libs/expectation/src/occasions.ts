import { addWorkingDays, nextWorkingDay, previousWorkingDay, type ClosedPeriods, type LocalDate } from '@samanker/clock';
import type { ExpectationKind } from './expectation.entity';

type Kind = ExpectationKind | keyof typeof ExpectationKind;

/** One moment at which a reminder goes. */
export interface Occasion {
  readonly occasion: string;
  readonly on: LocalDate;
}

/** R10: the moments at which reminders go, in order. */
export function occasionsOf(kind: Kind, dueOn: LocalDate, closed: ClosedPeriods): Occasion[] {
  if (kind === 'DECISION_MADE') return [1, 2, 5].map((days) => ({ occasion: `T+${days}`, on: addWorkingDays(dueOn, days, closed) }));
  const last = previousWorkingDay(dueOn, closed);
  return [10, 5, 1, 0].map((days) => ({ occasion: days ? `T-${days}` : 'T', on: addWorkingDays(last, -days, closed) }));
}

/** The first moment on or after a date. */
export function nextOccasion(kind: Kind, dueOn: LocalDate, from: LocalDate, closed: ClosedPeriods): Occasion | null {
  return occasionsOf(kind, dueOn, closed).find(({ on }) => on >= from) ?? null;
}

/** R10: two working days after a missed date. */
export function escalationOn(_kind: Kind, dueOn: LocalDate, closed: ClosedPeriods): LocalDate {
  return addWorkingDays(nextWorkingDay(dueOn, closed), 2, closed);
}
