import { addDays, LocalDate, weekday } from './local-date';
import { isPublicHoliday } from './norwegian-holidays';

/** Whether a statutory limit can end that day: no Saturday, Sunday or public holiday. Christmas Eve counts as a day. */
export function isStatutoryWorkingDay(date: LocalDate): boolean {
  return weekday(date) < 6 && !isPublicHoliday(date);
}

/**
 * Last day of a statutory limit: calendar days, the day of the event not counted; an end on a Saturday, Sunday or
 * public holiday moves LATER. Regulation (EEC, Euratom) 1182/71 art. 3, through FOA § 7-6.
 */
export function statutoryLimit(eventDate: LocalDate, days: number): LocalDate {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Not a number of days: ${days}`);
  let last = addDays(eventDate, days);
  while (!isStatutoryWorkingDay(last)) last = addDays(last, 1);
  return last;
}
