import { isLocalDate, osloDate, osloTime, type LocalDate } from '@samanker/clock';
import ICAL from 'ical.js';
import type { PlanReading } from './imported-meeting.rules';
import type { ImportFaultCode } from './meeting-import-faults.rules';

/** Dates of one series that are looked at: a weekly meeting for twenty years. */
const MOST_OF_A_SERIES = 1_200;
/** Series by the hour or the second are no meetings; and parts that can stand for no day at all would never end. */
const PLAIN_SERIES =
  /^(?:(?:FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)|INTERVAL=\d{1,2}|COUNT=\d{1,4}|UNTIL=[\dTZ]{8,16}|WKST=\w{2}|BYDAY=[\w,+-]{2,60}|BYMONTHDAY=[\d,-]{1,40}|BYMONTH=[\d,]{1,30}|BYSETPOS=[\d,-]{1,20})(?:;|$))+$/iu;
/** Outlook's names of our own time. */
const OSLO_ZONES =
  /^(?:\/?.*Europe\/Oslo|(?:W\. |Central |Romance )?(?:Europe(?:an)?|Central Europe) Standard Time|CET|MET)$/iu;

/** How many dates of series are still looked at in one file. */
export interface SeriesBudget {
  left: number;
}

/** What one file gets: every body of a large municipality for twenty years. */
export const SERIES_BUDGET = 8_000;

/** Why a date or a series is not read. */
export type Unreadable = ImportFaultCode | { readonly fault: ImportFaultCode; readonly limit: string };

/** The days of a series without those that were taken out; to the end of next year where it has no end. */
export function seriesOf(
  event: ICAL.Component,
  start: ICAL.Property,
  zones: ReadonlyMap<string, ICAL.Timezone>,
  { seriesUntil }: PlanReading,
  budget: SeriesBudget,
): LocalDate[] | Unreadable {
  const rules = event.getAllProperties('rrule');
  const days = new Set<LocalDate>();
  try {
    const from = start.getFirstValue() as ICAL.Time;
    for (const rule of rules) {
      const recur = rule.getFirstValue() as ICAL.Recur;
      if (!PLAIN_SERIES.test(recur.toString()) || neverEnds(recur)) return 'UNREADABLE_SERIES';
      const dates = recur.iterator(from);
      for (let tries = 0, at = dates.next(); at; tries += 1, at = dates.next()) {
        const when = dayOf(at, start, zones);
        if ('fault' in when) return when;
        if (when.date > seriesUntil) break;
        budget.left -= 1;
        if (tries >= MOST_OF_A_SERIES || budget.left < 0) return 'UNREADABLE_SERIES';
        days.add(when.date);
      }
    }
    if (rules.length === 0) {
      const when = dayOf(from, start, zones);
      if ('fault' in when) return when;
      days.add(when.date);
    }
    for (const [name, change] of [
      ['rdate', (day: LocalDate) => days.add(day)],
      ['exdate', (day: LocalDate) => days.delete(day)],
    ] as const)
      for (const property of event.getAllProperties(name))
        for (const value of property.getValues() as unknown[]) {
          if (!(value instanceof ICAL.Time)) return 'UNREADABLE_SERIES';
          const when = dayOf(value, property, zones);
          if ('fault' in when) return when;
          change(when.date);
        }
  } catch {
    return 'UNREADABLE_SERIES';
  }
  return [...days].sort();
}

/** Day and month that never come together, such as 31 February: looking for them would not end. */
function neverEnds(recur: ICAL.Recur): boolean {
  const figures = (part: string): number[] => (recur.getComponent(part) as (number | string)[]).map(Number);
  const months = figures('BYMONTH');
  const outside = (part: string, most: number): boolean =>
    figures(part).some((figure) => figure === 0 || Math.abs(figure) > most);
  const days = (recur.getComponent('BYDAY') as string[]).map(String);
  const numbered = days.some((day) => day.length > 2);
  const parts = ['BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS'].filter((part) => figures(part).length > 0);
  return (
    days.some((day) => !/^(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)$/u.test(day)) ||
    // Every seventh day, but only on Mondays; the fifth Monday of a day: looked for until the end of time.
    (recur.freq === 'DAILY' && parts.length > 0 && (recur.interval > 1 || numbered || parts.join() !== 'BYDAY')) ||
    (parts.includes('BYSETPOS') && (recur.freq !== 'MONTHLY' || numbered || parts.join() !== 'BYDAY,BYSETPOS')) ||
    (parts.includes('BYMONTHDAY') && days.length > 0) ||
    outside('BYMONTHDAY', months.length > 0 ? 28 : 31) ||
    outside('BYSETPOS', 4) ||
    months.some((month) => month < 1 || month > 12) ||
    recur.interval < 1 ||
    recur.interval > 12 ||
    // Every second week of a month, and the like: nobody meets so, and looking for it can take for ever.
    (recur.interval > 1 && months.length > 0)
  );
}

/** The zones that the file explains, but for such as change their hour more often than twice a year. */
export function zonesOf(calendar: ICAL.Component): Map<string, ICAL.Timezone> {
  const zones = new Map<string, ICAL.Timezone>();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    const rules = zone.getAllSubcomponents().flatMap((observance) => observance.getAllProperties('rrule'));
    const plain = rules.every((rule) => {
      const recur = rule.getFirstValue() as unknown;
      return (
        recur instanceof ICAL.Recur &&
        recur.freq === 'YEARLY' &&
        PLAIN_SERIES.test(recur.toString()) &&
        !neverEnds(recur)
      );
    });
    if (plain && rules.length <= 50) zones.set(String(zone.getFirstPropertyValue('tzid')), new ICAL.Timezone(zone));
  }
  return zones;
}

/** A day, and the hour in Oslo where one is given. */
export interface Placed {
  readonly date: LocalDate;
  readonly startsAt: string | null;
}

export function placedIn(
  property: ICAL.Property,
  zones: ReadonlyMap<string, ICAL.Timezone>,
): Placed | Exclude<Unreadable, string> {
  const value = property.getFirstValue() as unknown;
  return value instanceof ICAL.Time ? dayOf(value, property, zones) : { fault: 'NOT_A_DATE', limit: '' };
}

/** The day and the hour in Oslo. A time without a zone is as it stands; a whole day is that day everywhere. */
function dayOf(
  time: ICAL.Time,
  property: ICAL.Property,
  zones: ReadonlyMap<string, ICAL.Timezone>,
): Placed | Exclude<Unreadable, string> {
  const two = (figure: number): string => String(figure).padStart(2, '0');
  const date = `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`;
  if (!isLocalDate(date)) return { fault: 'NOT_A_DATE', limit: '' };
  if (time.isDate) return { date, startsAt: null };
  const clock = `${two(time.hour)}:${two(time.minute)}`;
  const zone = String(property.getFirstParameter('tzid') ?? '');
  if (time.zone === ICAL.Timezone.utcTimezone) return inOslo(new Date(`${date}T${clock}:00Z`));
  if (zone === '' || OSLO_ZONES.test(zone)) return { date, startsAt: clock };
  const defined = zones.get(zone);
  if (defined) {
    const { year, month, day, hour, minute } = time;
    return inOslo(new ICAL.Time({ year, month, day, hour, minute, second: 0, isDate: false }, defined).toJSDate());
  }
  const instant = instantIn(zone, date, clock);
  return instant ? inOslo(instant) : { fault: 'UNKNOWN_TIME_ZONE', limit: zone.slice(0, 60) };
}

function inOslo(instant: Date): Placed {
  return { date: osloDate(instant), startsAt: osloTime(instant) };
}

/** The instant of a wall clock in a zone that this machine knows by name; null when it does not. */
function instantIn(zone: string, date: LocalDate, clock: string): Date | null {
  try {
    const wall = Date.parse(`${date}T${clock}:00Z`);
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
      wall,
    );
    const offset = Date.parse(`${shown.replace(' ', 'T')}Z`) - wall;
    return new Date(wall - offset);
  } catch {
    return null;
  }
}
