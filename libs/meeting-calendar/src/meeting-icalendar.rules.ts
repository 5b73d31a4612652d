import type { LocalDate } from '@samanker/clock';
import ICAL from 'ical.js';
import {
  placedIn,
  SERIES_BUDGET,
  seriesOf,
  zonesOf,
  type Placed,
  type SeriesBudget,
  type Unreadable,
} from './calendar-series.rules';
import { bodyNames, type BodyNames } from './body-names.rules';
import {
  kindWithin,
  MOST_MEETINGS,
  type ImportFaultFound,
  type PlanReading,
  type ReadPlan,
} from './imported-meeting.rules';
import type { ImportFaultCode } from './meeting-import-faults.rules';

const LONGEST_KEY = 200;
/** What one date of an event says. */
interface Told {
  readonly date: LocalDate;
  readonly startsAt: string | null;
  readonly title: string;
  readonly cancelled: boolean;
  readonly key: string;
}

/**
 * A calendar file (RFC 5545): single meetings and series, with what was moved, left out and cancelled of them, in the day and
 * hour of Oslo. Events that name no body of the organisation are told and left out.
 */
export function readICalendar(text: string, reading: PlanReading): ReadPlan {
  const found: ReadPlan = { meetings: [], faults: [], leftOut: [] };
  const calendar = parsed(text);
  if (!calendar) return { ...found, faults: [faultAt(1, '', 'NOT_A_CALENDAR')] };
  const names = bodyNames(reading.bodies);
  const zones = zonesOf(calendar);
  const ownBody = names.within(said(calendar, 'x-wr-calname')) ?? reading.bodyId;
  const allCancelled = said(calendar, 'method').toUpperCase() === 'CANCEL';
  const events = calendar.getAllSubcomponents('vevent');
  const masters = new Map<string, ICAL.Component[]>();
  for (const event of events) {
    const uid = said(event, 'uid');
    masters.set(uid, [...(masters.get(uid) ?? []), event]);
  }
  const budget = { left: SERIES_BUDGET };
  let number = 0;
  for (const [uid, group] of masters) {
    number += 1;
    const title = said(group[0]!, 'summary');
    const told = datesOf(uid, group, zones, reading, budget);
    if (typeof told === 'string' || 'fault' in told) {
      const { fault, limit } = typeof told === 'string' ? { fault: told, limit: '' } : told;
      found.faults.push(faultAt(number, title, fault, limit));
      continue;
    }
    for (const one of told) take(one, number, names, ownBody, allCancelled, reading, found);
    if (found.meetings.length > MOST_MEETINGS)
      return { ...found, meetings: [], faults: [faultAt(number, title, 'TOO_MANY', String(MOST_MEETINGS))] };
  }
  return found;
}

function take(
  { date, startsAt, title, cancelled, key }: Told,
  number: number,
  names: BodyNames,
  ownBody: string | null,
  allCancelled: boolean,
  reading: PlanReading,
  found: ReadPlan,
): void {
  const place = { event: number, title };
  const bodyId = names.within(title) ?? ownBody;
  if (!bodyId) {
    // One line for a series is enough.
    if (found.leftOut.at(-1)?.place !== place && !found.leftOut.some(({ text }) => text === title))
      found.leftOut.push({
        place,
        text: title.slice(0, 120),
        because: 'UNKNOWN_BODY',
        bodyName: title.slice(0, 80) || null,
      });
    return;
  }
  if (date > reading.latest) return void found.faults.push(faultAt(number, title, 'DATE_TOO_LATE', reading.latest));
  found.meetings.push({
    line: number,
    place,
    bodyId,
    externalId: key,
    date,
    startsAt,
    kind: kindWithin(title),
    submissionDeadline: null,
    cancelled: cancelled || allCancelled || /\b(?:avlyst|utgår|cancelled)\b/iu.test(title),
  });
}

function parsed(text: string): ICAL.Component | null {
  if (!/^\s*BEGIN:VCALENDAR/iu.test(text.replace(/^\ufeff/u, ''))) return null;
  try {
    const jcal = ICAL.parse(text.replace(/^\ufeff/u, '').trim()) as unknown[];
    // Several calendars after each other: the first is read.
    return new ICAL.Component((Array.isArray(jcal[0]) ? jcal[0] : jcal) as never);
  } catch {
    return null;
  }
}

/** The dates of one event and of what was changed of its series. */
function datesOf(
  uid: string,
  group: readonly ICAL.Component[],
  zones: ReadonlyMap<string, ICAL.Timezone>,
  reading: PlanReading,
  budget: SeriesBudget,
): Told[] | Unreadable {
  const changes = new Map<string, ICAL.Component>();
  const told: Told[] = [];
  const singles: ICAL.Component[] = [];
  for (const event of group) {
    const id = event.getFirstProperty('recurrence-id');
    const when = id && placedIn(id, zones);
    if (when && 'fault' in when) return when;
    if (when) changes.set(when.date, event);
    else singles.push(event);
  }
  for (const event of singles) {
    const start = event.getFirstProperty('dtstart');
    const first = start && placedIn(start, zones);
    if (!start || !first) return 'NOT_A_DATE';
    if ('fault' in first) return first;
    const series = event.getAllProperties('rrule').length + event.getAllProperties('rdate').length > 0;
    if (!series) {
      told.push(toldOf(event, first, uid || `${first.date}`));
      continue;
    }
    const days = seriesOf(event, start, zones, reading, budget);
    if (typeof days === 'string' || 'fault' in days) return days;
    for (const date of days) {
      const changed = changes.get(date);
      changes.delete(date);
      const moved = changed?.getFirstProperty('dtstart');
      const when = moved ? placedIn(moved, zones) : { date, startsAt: first.startsAt };
      if ('fault' in when) return when;
      told.push(toldOf(changed ?? event, when, `${uid}/${date}`));
    }
  }
  // Changes of a series whose beginning is not in the file stand for themselves.
  for (const [date, event] of changes) {
    const start = event.getFirstProperty('dtstart');
    const when = start && placedIn(start, zones);
    if (!when) continue;
    if ('fault' in when) return when;
    told.push(toldOf(event, when, `${uid}/${date}`));
  }
  return told;
}

function toldOf(event: ICAL.Component, when: Placed, key: string): Told {
  return {
    ...when,
    title: said(event, 'summary'),
    cancelled: said(event, 'status').toUpperCase() === 'CANCELLED',
    key: key.length > LONGEST_KEY ? `${key.slice(0, 150)}…${key.slice(-40)}` : key,
  };
}

function said(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name) as unknown;
  return typeof value === 'string' ? value.trim() : '';
}

function faultAt(number: number, title: string, fault: ImportFaultCode, limit = ''): ImportFaultFound {
  return { line: number, column: 'event', place: { event: number, title }, fault, limit };
}
