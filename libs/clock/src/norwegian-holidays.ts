import { addDays, dateOf, LocalDate, yearOf } from './local-date';

/** The public holidays of Norway; Christmas Eve is none of them. */
export type HolidayName =
  | 'NEW_YEARS_DAY'
  | 'MAUNDY_THURSDAY'
  | 'GOOD_FRIDAY'
  | 'EASTER_SUNDAY'
  | 'EASTER_MONDAY'
  | 'LABOUR_DAY'
  | 'CONSTITUTION_DAY'
  | 'ASCENSION_DAY'
  | 'WHIT_SUNDAY'
  | 'WHIT_MONDAY'
  | 'CHRISTMAS_DAY'
  | 'BOXING_DAY';

/** A public holiday on its date. Two may fall on one date (17 May 2027: Constitution Day and Whit Monday). */
export interface Holiday {
  date: LocalDate;
  name: HolidayName;
}

/** Easter Sunday of a year, Gregorian computus (Meeus/Jones/Butcher). */
export function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dateOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The twelve public holidays of a year, in order of date. */
export function publicHolidays(year: number): Holiday[] {
  const easter = easterSunday(year);
  const holidays: Holiday[] = [
    { date: dateOf(year, 1, 1), name: 'NEW_YEARS_DAY' },
    { date: addDays(easter, -3), name: 'MAUNDY_THURSDAY' },
    { date: addDays(easter, -2), name: 'GOOD_FRIDAY' },
    { date: easter, name: 'EASTER_SUNDAY' },
    { date: addDays(easter, 1), name: 'EASTER_MONDAY' },
    { date: dateOf(year, 5, 1), name: 'LABOUR_DAY' },
    { date: dateOf(year, 5, 17), name: 'CONSTITUTION_DAY' },
    { date: addDays(easter, 39), name: 'ASCENSION_DAY' },
    { date: addDays(easter, 49), name: 'WHIT_SUNDAY' },
    { date: addDays(easter, 50), name: 'WHIT_MONDAY' },
    { date: dateOf(year, 12, 25), name: 'CHRISTMAS_DAY' },
    { date: dateOf(year, 12, 26), name: 'BOXING_DAY' },
  ];
  return holidays.sort((x, y) => (x.date < y.date ? -1 : x.date > y.date ? 1 : 0));
}

/** Holidays follow from the year alone, so a year once computed stays true. */
const byYear = new Map<number, ReadonlySet<LocalDate>>();

/** Whether the date is a public holiday in Norway. */
export function isPublicHoliday(date: LocalDate): boolean {
  const year = yearOf(date);
  let dates = byYear.get(year);
  if (!dates) {
    dates = new Set(publicHolidays(year).map((holiday) => holiday.date));
    byYear.set(year, dates);
  }
  return dates.has(date);
}

/** Whether the date is Christmas Eve: a day off for reminders (R11), not a public holiday for statutory limits. */
export function isChristmasEve(date: LocalDate): boolean {
  return date.endsWith('-12-24');
}
