import { addDays, dateParts, dayNumber, LocalDate } from './local-date';
import { ClosedPeriods, isWorkingDay, nextWorkingDay } from './working-days';

/** The time zone of every date in the product. */
export const TIME_ZONE = 'Europe/Oslo';

/** R11: mail goes out from 08:00 … */
export const WORKING_HOURS_START = '08:00';
/** … to 16:00, the end not included. */
export const WORKING_HOURS_END = '16:00';

const MS_PER_DAY = 86_400_000;
const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

/** Zone named outright: the zone of the process never matters. */
const oslo = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

interface WallClock {
  date: LocalDate;
  time: string;
}

function wallClock(instant: Date): WallClock {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of oslo.formatToParts(instant)) part[type] = value;
  return {
    date: `${(part.year ?? '').padStart(4, '0')}-${part.month}-${part.day}`,
    time: `${part.hour}:${part.minute}:${part.second}`,
  };
}

function wallMilliseconds(date: LocalDate, time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return dayNumber(date) * MS_PER_DAY + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** What the wall clock in Oslo is ahead of UTC, in milliseconds. */
function offsetAt(instant: number): number {
  const { date, time } = wallClock(new Date(instant));
  return wallMilliseconds(date, time) - Math.floor(instant / 1000) * 1000;
}

/** The calendar date in Oslo at an instant. */
export function osloDate(instant: Date): LocalDate {
  return wallClock(instant).date;
}

/** The time of day in Oslo at an instant, `HH:MM`. */
export function osloTime(instant: Date): string {
  return wallClock(instant).time.slice(0, 5);
}

/** Whether the text is a time of day, `HH:MM`, 00:00–23:59. */
export function isClockTime(value: unknown): value is string {
  return typeof value === 'string' && value.length === 5 && CLOCK.test(value);
}

/**
 * The instant of a wall-clock time (`HH:MM` or `HH:MM:SS`) in Oslo. Across summer time (B57): an hour that comes twice
 * means the first one; one that never comes (02:30 on 28 March 2027) means the same distance later (03:30).
 */
export function osloInstant(date: LocalDate, time: string): Date {
  if (!CLOCK.test(time)) throw new RangeError(`Not a time of day: ${time.slice(0, 20)}`);
  const wall = wallMilliseconds(date, time);
  const before = offsetAt(wall - MS_PER_DAY);
  const after = offsetAt(wall + MS_PER_DAY);
  const early = wall - before;
  if (before === after || offsetAt(early) === before) return new Date(early);
  const late = wall - after;
  return new Date(offsetAt(late) === after ? late : early);
}

/** B57: the last second of a deadline's day, 23:59:59 in Oslo. */
export function endOfDay(date: LocalDate): Date {
  return osloInstant(date, '23:59:59');
}

/** The first instant of a day in Oslo. */
export function startOfDay(date: LocalDate): Date {
  return osloInstant(date, '00:00');
}

/** R11: a working day between 08:00 and 16:00 in Oslo. */
export function isWithinWorkingHours(instant: Date, closed?: ClosedPeriods): boolean {
  const { date, time } = wallClock(instant);
  return time >= WORKING_HOURS_START && time < WORKING_HOURS_END && isWorkingDay(date, closed);
}

/** R11: the instant itself within working hours, else the next 08:00 of a working day. */
export function nextWorkingInstant(instant: Date, closed?: ClosedPeriods): Date {
  if (isWithinWorkingHours(instant, closed)) return instant;
  const { date, time } = wallClock(instant);
  const first = time < WORKING_HOURS_START ? date : addDays(date, 1);
  return osloInstant(nextWorkingDay(first, closed), WORKING_HOURS_START);
}

/** Date and time in Oslo as parts, for texts and calendars. */
export function osloParts(instant: Date): { year: number; month: number; day: number; time: string } {
  const { date, time } = wallClock(instant);
  return { ...dateParts(date), time: time.slice(0, 5) };
}
