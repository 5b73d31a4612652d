import { dateOf, dateOfDayNumber, dayNumber, daysInMonth, yearOf, type LocalDate } from '@samanker/clock';
import { textOf, type SheetCell } from './sheet-text.rules';

/** A date found in a cell, and what else stands there. */
export interface FoundDate {
  /** Null where there is none. */
  readonly date: LocalDate | null;
  /** The text without the date. */
  readonly rest: string;
  readonly fault: DateFault | null;
}

/** Why something that looks like a date is none. */
export type DateFault = 'NOT_A_DATE' | 'DATE_WITHOUT_YEAR';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'ma[iy]', 'jun', 'jul', 'aug', 'sep', 'o[kc]t', 'nov', 'de[sc]'];
const MONTH = '(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[sc])[a-zæøå]*';

/** Day, month and year where they stand in each way of writing a date; the longest first. */
const WAYS: readonly { readonly pattern: RegExp; readonly parts: (m: RegExpExecArray) => (string | undefined)[] }[] = [
  { pattern: /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:\d{2}\S*)?(?!\d)/, parts: (m) => [m[3], m[2], m[1]] },
  { pattern: /(?<!\d)(\d{1,2})\s?[./]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?!\d)/, parts: (m) => [m[1], m[2], m[3]] },
  { pattern: /(?<!\d)(\d{1,2})-(\d{1,2})-(\d{4}|\d{2})(?!\d)/, parts: (m) => [m[1], m[2], m[3]] },
  { pattern: /(?<!\d)(\d{1,2})[./]\s?(\d{1,2})\s(\d{4})(?!\d)/, parts: (m) => [m[1], m[2], m[3]] },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})\\.?\\s?(${MONTH})\\.?(?:[\\s-]{0,2}(\\d{4}|\\d{2}))?(?!\\d)`, 'i'),
    parts: (m) => [m[1], m[2], m[3]],
  },
  { pattern: /(?<!\d)(\d{1,2})[./](\d{1,2})\.?(?![\d/])/, parts: (m) => [m[1], m[2], undefined] },
];

/** Days of a spreadsheet from 1980 to 2100: such a number in a column of dates is a date that lost its format. */
const SERIAL = /^(\d{5})(?:\.\d+)?$/;
const FIRST_SERIAL = 29_221;
const LAST_SERIAL = 73_415;

/** The first date in a cell, in the ways that people and programs write it; a number only where dates are expected. */
export function dateIn(cell: SheetCell, { serials = false } = {}): FoundDate {
  const text = textOf(cell);
  const serial = Number(SERIAL.exec(text)?.[1] ?? 0);
  if (serials && serial >= FIRST_SERIAL && serial <= LAST_SERIAL)
    return { date: dateOfDayNumber(dayNumber('1899-12-30') + serial), rest: '', fault: null };
  for (const { pattern, parts } of WAYS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
      .replace(/\s+/g, ' ')
      .trim();
    const [day, month, year] = parts(found);
    if (year === undefined) return { date: null, rest, fault: 'DATE_WITHOUT_YEAR' };
    const date = dateFrom(Number(day), monthNumber(month!), fullYear(year));
    return { date, rest, fault: date ? null : 'NOT_A_DATE' };
  }
  return { date: null, rest: text, fault: null };
}

function monthNumber(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : MONTHS.findIndex((name) => new RegExp(`^${name}`, 'i').test(text)) + 1;
}

/** 16 is 2016: nobody's decisions of 1916 stand in a spreadsheet. */
function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function dateFrom(day: number, month: number, year: number): LocalDate | null {
  if (year < 1990 || year > 2100 || month < 1 || month > 12) return null;
  return day >= 1 && day <= daysInMonth(year, month) ? dateOf(year, month, day) : null;
}

/** The latest day that "in March", "mars 2017" or "uke 11" leaves open, no earlier than today; null where it names no time. */
export function latestDayOf(cell: SheetCell, today: LocalDate): LocalDate | null {
  const { date, rest } = dateIn(cell, { serials: true });
  if (date) return date;
  const found = new RegExp(`(?<![\\p{L}])(${MONTH})\\.?(?:\\s(\\d{4}))?`, 'iu').exec(rest);
  if (!found) return null;
  const month = monthNumber(found[1]!);
  const endOf = (year: number): LocalDate => dateOf(year, month, daysInMonth(year, month));
  if (found[2]) return endOf(Number(found[2]));
  const year = yearOf(today);
  return endOf(year) >= today ? endOf(year) : endOf(year + 1);
}
