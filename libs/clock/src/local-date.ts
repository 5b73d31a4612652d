/** A calendar date `YYYY-MM-DD` in Europe/Oslo. Dates of this form sort and compare as text. */
export type LocalDate = string;

/** Day of the week, Monday = 1 … Sunday = 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A week by ISO 8601; its year differs from the calendar year around 1 January. */
export interface IsoWeek {
  year: number;
  week: number;
}

/** First and last year in which a date is believed; others are slips of the keyboard. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2200;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_PER_ERA = 146_097;
/** Days from 0000-03-01 to 1970-01-01 in the proleptic Gregorian calendar. */
const EPOCH_SHIFT = 719_468;

/** Days from 1970-01-01 to the given civil date. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Number of days in a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the value is a date that exists, written `YYYY-MM-DD`, in the years 1900–2200. */
export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string') return false;
  const parts = FORM.exec(value);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** The date, or null when the value is not one (2016-02-30, 16.11.2016, year 1899 or 2201). */
export function parseLocalDate(value: unknown): LocalDate | null {
  return isLocalDate(value) ? value : null;
}

/** The date, or a RangeError: for values that must already have been checked. */
export function localDate(value: unknown): LocalDate {
  if (!isLocalDate(value)) throw new RangeError(`Not a calendar date: ${String(value).slice(0, 40)}`);
  return value;
}

/** Year, month (1–12) and day of a date. */
export function dateParts(date: LocalDate): { year: number; month: number; day: number } {
  return { year: yearOf(date), month: digits(date, 5, 2), day: digits(date, 8, 2) };
}

/** The calendar year of a date. */
export function yearOf(date: LocalDate): number {
  return digits(date, 0, 4);
}

function digits(date: LocalDate, start: number, length: number): number {
  let n = 0;
  for (let i = start; i < start + length; i += 1) {
    const digit = date.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    n = n * 10 + digit;
  }
  return n;
}

/** The date of year, month and day, which must exist. */
export function dateOf(year: number, month: number, day: number): LocalDate {
  const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Days since 1970-01-01: the number to calculate and search with. */
export function dayNumber(date: LocalDate): number {
  const { year, month, day } = dateParts(date);
  const n = daysFromCivil(year, month, day);
  if (Number.isNaN(n) || date.length !== 10) throw new RangeError(`Not a calendar date: ${date.slice(0, 40)}`);
  return n;
}

/** The date of a number of days since 1970-01-01. */
export function dateOfDayNumber(number: number): LocalDate {
  const z = number + EPOCH_SHIFT;
  const era = Math.floor(z / DAYS_PER_ERA);
  const dayOfEra = z - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return dateOf(year, month, dayOfYear - Math.floor((153 * mp + 2) / 5) + 1);
}

/** The date a number of calendar days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return days === 0 ? date : dateOfDayNumber(dayNumber(date) + days);
}

/** The same day a number of months later; the last of the month where that day does not exist (31 Jan + 1 = 28 Feb). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = dateParts(date);
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dateOf(y, m, Math.min(day, daysInMonth(y, m)));
}

/** Calendar days from one date to another: positive when `to` is later. */
export function diffDays(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Day of the week, Monday = 1 … Sunday = 7. */
export function weekday(date: LocalDate): Weekday {
  return weekdayOfDayNumber(dayNumber(date));
}

/** Day of the week of a number of days since 1970-01-01, a Thursday. */
export function weekdayOfDayNumber(number: number): Weekday {
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The ISO week of a date: the week belongs to the year that holds its Thursday. */
export function isoWeek(date: LocalDate): IsoWeek {
  const number = dayNumber(date);
  const thursday = number - weekdayOfDayNumber(number) + 4;
  const year = yearOf(dateOfDayNumber(thursday));
  return { year, week: Math.floor((thursday - daysFromCivil(year, 1, 1)) / 7) + 1 };
}

/** How many ISO weeks a year has: 52 or 53. 28 December always lies in the last one. */
export function isoWeeksInYear(year: number): number {
  return isoWeek(dateOf(year, 12, 28)).week;
}

/** The date of a day in an ISO week. 4 January always lies in week 1. */
export function dateOfIsoWeek(year: number, week: number, day: Weekday): LocalDate {
  const fourth = daysFromCivil(year, 1, 4);
  return dateOfDayNumber(fourth - weekdayOfDayNumber(fourth) + (week - 1) * 7 + day);
}

/** The earliest of the dates. */
export function minDate(first: LocalDate, ...others: LocalDate[]): LocalDate {
  return others.reduce((a, b) => (b < a ? b : a), first);
}

/** The latest of the dates. */
export function maxDate(first: LocalDate, ...others: LocalDate[]): LocalDate {
  return others.reduce((a, b) => (b > a ? b : a), first);
}
