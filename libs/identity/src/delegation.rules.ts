import { addMonths, type LocalDate } from '@samanker/clock';
import { firstFault, InvalidInput } from '@samanker/request';

/** The longest time that somebody stands in for somebody: what lasts longer is a role of its own. */
export const MOST_DELEGATED_MONTHS = 12;

/** From one day to another, both included, in Europe/Oslo. */
export interface Period {
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
}

/** R12: the first fault of a period: it begins today or later, ends not before, and at most a year after. */
export function faultOfPeriod({ fromOn, toOn }: Period, today: LocalDate): InvalidInput | null {
  const last = addMonths(fromOn, MOST_DELEGATED_MONTHS);
  return firstFault(
    fromOn < today && new InvalidInput(['input', 'fromOn'], 'DATE_PASSED'),
    toOn < fromOn && new InvalidInput(['input', 'toOn'], 'ENDS_BEFORE_START'),
    toOn > last && new InvalidInput(['input', 'toOn'], 'DATE_TOO_LATE', last),
  );
}

/** R12: one deputy at a time for a role: the first period that shares a day with the wanted one. */
export function overlapping<Other extends Period>(wanted: Period, others: readonly Other[]): Other | null {
  return others.find(({ fromOn, toOn }) => fromOn <= wanted.toOn && toOn >= wanted.fromOn) ?? null;
}

/** Does the deputy act today? */
export function isInEffect({ fromOn, toOn, endedAt }: Period & { endedAt: Date | null }, today: LocalDate): boolean {
  return endedAt === null && fromOn <= today && today <= toOn;
}
