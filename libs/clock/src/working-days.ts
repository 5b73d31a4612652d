import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  isoWeek,
  LAST_YEAR,
  FIRST_YEAR,
  LocalDate,
  weekdayOfDayNumber,
  yearOf,
} from './local-date';
import { isChristmasEve, isPublicHoliday } from './norwegian-holidays';

/** A period, both ends included. */
export interface DateRange {
  from: LocalDate;
  to: LocalDate;
}

/** When an organisation is closed, besides weekends and holidays. */
export interface ClosedPeriods {
  /** Closed periods, both ends included. */
  ranges?: readonly DateRange[];
  /** ISO week numbers (1–53) closed every year, such as 28, 29 and 30. */
  weeks?: readonly number[];
}

/** Whether the organisation itself is closed that day; weekends and holidays are not looked at. */
export function isClosed(date: LocalDate, closed?: ClosedPeriods): boolean {
  if (!closed) return false;
  if (closed.ranges?.some((range) => date >= range.from && date <= range.to)) return true;
  return closed.weeks !== undefined && closed.weeks.length > 0 && closed.weeks.includes(isoWeek(date).week);
}

/** R11: Monday to Friday, no public holiday, not Christmas Eve, not closed. */
export function isWorkingDay(date: LocalDate, closed?: ClosedPeriods): boolean {
  return (
    weekdayOfDayNumber(dayNumber(date)) < 6 &&
    !isPublicHoliday(date) &&
    !isChristmasEve(date) &&
    !isClosed(date, closed)
  );
}

/** A calendar closed without end must not hang a process. */
function assertWithinYears(date: LocalDate): void {
  const year = yearOf(date);
  if (year < FIRST_YEAR || year > LAST_YEAR) throw new RangeError('No working day in that direction: always closed');
}

function moveToWorkingDay(date: LocalDate, step: 1 | -1, closed?: ClosedPeriods): LocalDate {
  let number = dayNumber(date);
  let day = date;
  while (!isWorkingDay(day, closed)) {
    number += step;
    day = dateOfDayNumber(number);
    assertWithinYears(day);
  }
  return day;
}

/** The date itself when it is a working day, else the last one before: a submission deadline moves EARLIER (B34). */
export function previousWorkingDay(date: LocalDate, closed?: ClosedPeriods): LocalDate {
  return moveToWorkingDay(date, -1, closed);
}

/** The date itself when it is a working day, else the first one after. */
export function nextWorkingDay(date: LocalDate, closed?: ClosedPeriods): LocalDate {
  return moveToWorkingDay(date, 1, closed);
}

/** The n-th working day after the date (before it when negative); the date itself when n is 0. */
export function addWorkingDays(date: LocalDate, days: number, closed?: ClosedPeriods): LocalDate {
  if (!Number.isInteger(days)) throw new RangeError(`Not a whole number of working days: ${days}`);
  const step = days < 0 ? -1 : 1;
  let left = Math.abs(days);
  let day = date;
  while (left > 0) {
    day = moveToWorkingDay(addDays(day, step), step, closed);
    left -= 1;
  }
  return day;
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, closed?: ClosedPeriods): number {
  if (to < from) {
    const count = workingDaysBetween(to, from, closed);
    return count === 0 ? 0 : -count;
  }
  const last = dayNumber(to);
  let count = 0;
  for (let number = dayNumber(from) + 1; number <= last; number += 1) {
    if (isWorkingDay(dateOfDayNumber(number), closed)) count += 1;
  }
  return count;
}
