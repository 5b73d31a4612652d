import { bodyNames, looksLikeBody, type BodyNames } from './body-names.rules';
import type { ImportPlace } from './import-place.rules';
import {
  kindWithin,
  MOST_MEETINGS,
  withoutRepeats,
  type ImportedMeeting,
  type ImportFaultFound,
  type LeftOut,
  type PlanReading,
  type ReadPlan,
} from './imported-meeting.rules';
import type { ImportFaultCode } from './meeting-import-faults.rules';
import {
  clockTimeIn,
  datesIn,
  monthNamed,
  onlyDates,
  wrongWeekday,
  yearIn,
  type WrittenDate,
} from './written-dates.rules';

const LONGEST_LINE = 2_000;
const LONGEST_TEXT = 120;
const DEADLINE = /\b(?:innleverings|sak(?:s)?|melde)?frist\w*|submission deadline/iu;

/** What the lines above have said. */
interface Heading {
  body: string | null;
  /** The name of a body that the organisation has not registered. */
  strange: string | null;
  year: number | null;
  month: number | null;
  /** Months of a table whose columns are lost, in order. */
  months: readonly number[];
}

/** Reads lines one after the other; a sheet without a table is read the same way. */
export function readLines(
  lines: readonly { readonly line: string; readonly place: ImportPlace }[],
  reading: PlanReading,
): ReadPlan {
  const names = bodyNames(reading.bodies);
  const heading: Heading = {
    body: reading.bodyId,
    strange: null,
    year: reading.year,
    month: null,
    months: [],
  };
  const found: ReadPlan = { meetings: [], faults: [], leftOut: [] };
  lines.forEach(({ line, place }, at) => {
    const text = line.trim().slice(0, LONGEST_LINE);
    if (text && found.meetings.length <= MOST_MEETINGS) readLine(text, at + 1, place, heading, names, reading, found);
  });
  const meetings = withoutRepeats(found.meetings);
  if (meetings.length > MOST_MEETINGS) {
    const last = meetings.at(-1)!;
    return {
      ...found,
      meetings: [],
      faults: [faultAt(last.line, last.place, 'TOO_MANY', String(MOST_MEETINGS))],
    };
  }
  return { ...found, meetings };
}

function readLine(
  text: string,
  line: number,
  place: ImportPlace,
  heading: Heading,
  names: BodyNames,
  reading: PlanReading,
  found: ReadPlan,
): void {
  const months = monthsOnly(text);
  if (months.length === 1) {
    heading.month = months[0]!;
    heading.year = yearIn(text) ?? heading.year;
    return;
  }
  if (months.length > 2) {
    heading.months = months;
    return;
  }
  const cut = DEADLINE.exec(text)?.index ?? text.length;
  const dates = datesIn(text.slice(0, cut), heading);
  const body = names.within(text);
  const strange = body ? null : strangeBody(text, dates);
  const sure = dates.filter(({ missing }) => missing !== 'MONTH');
  if (sure.length === 0 && dates.length === 0) {
    if (body || strange) Object.assign(heading, { body, strange, month: null });
    // «Møteplan 2026» names the year of all that follows.
    heading.year = yearIn(onlyDates(text)) ?? heading.year;
    return;
  }
  const byColumn = dates.length === heading.months.length && sure.length === 0 && dates.length > 0;
  const placed = byColumn ? inColumns(dates, heading) : dates;
  const each = bodiesOfDates(text.slice(0, cut), placed, names);
  if (each === 'UNCLEAR') return void found.leftOut.push(leftOut(place, text, 'NOT_UNDERSTOOD', null));
  const bodyId = body ?? (strange ? null : heading.body);
  const strangeName = body ? null : (strange ?? (heading.body ? null : heading.strange));
  if (!bodyId) {
    // A line of figures without any body is a page number, a case number or an address.
    if (strangeName && sure.length > 0) found.leftOut.push(leftOut(place, text, 'UNKNOWN_BODY', strangeName));
    else if (sure.length > 0) found.leftOut.push(leftOut(place, text, 'NOT_UNDERSTOOD', null));
    return;
  }
  if (placed.some(({ missing }) => missing === 'MONTH')) {
    // Under a body, figures alone are no days before a month has been named.
    found.leftOut.push(leftOut(place, text, 'NOT_UNDERSTOOD', null));
    return;
  }
  const deadlines = cut < text.length ? datesIn(text.slice(cut), heading) : [];
  const deadline = placed.length === 1 && deadlines.length === 1 ? deadlines[0]!.date : null;
  placed.forEach((one, at) =>
    addMeeting(one, { line, place, bodyId: each?.[at] ?? bodyId, text, deadline, latest: reading.latest }, found),
  );
}

function addMeeting(
  one: WrittenDate,
  about: {
    readonly line: number;
    readonly place: ImportPlace;
    readonly bodyId: string;
    readonly text: string;
    readonly deadline: string | null;
    readonly latest: string;
  },
  found: Pick<ReadPlan, 'meetings' | 'faults'>,
): void {
  const { line, place, bodyId, text, deadline, latest } = about;
  const fault =
    faultOfDate(one, latest) ?? (deadline && one.date && deadline > one.date ? 'DEADLINE_AFTER_MEETING' : null);
  if (fault || !one.date)
    return void found.faults.push(
      faultAt(line, place, fault ?? 'NOT_A_DATE', fault === 'DATE_TOO_LATE' ? latest : one.written),
    );
  const meeting: ImportedMeeting = {
    line,
    place,
    bodyId,
    externalId: null,
    date: one.date,
    startsAt: clockTimeIn(text),
    kind: kindWithin(text),
    submissionDeadline: deadline,
    cancelled: false,
  };
  found.meetings.push(meeting);
}

/** What is wrong with a date of a plan. */
export function faultOfDate(one: WrittenDate, latest: string): ImportFaultCode | null {
  if (one.missing === 'YEAR') return 'NO_YEAR';
  if (!one.date) return 'NO_SUCH_DAY';
  if (one.date > latest) return 'DATE_TOO_LATE';
  return wrongWeekday(one) ? 'WRONG_WEEKDAY' : null;
}

/** A table that lost its columns: as many days as months stand for one in each. */
function inColumns(dates: readonly WrittenDate[], heading: Heading): WrittenDate[] {
  return dates.map((one, at) => ({
    ...datesIn(one.written.replace(/\.$/u, ''), { year: heading.year, month: heading.months[at]! })[0]!,
    weekday: one.weekday,
  }));
}

/**
 * A line that names several bodies: which date is whose. The body stands before its dates or after them, the same way in
 * the whole line; null where the line names one body or none.
 */
function bodiesOfDates(
  text: string,
  dates: readonly WrittenDate[],
  names: BodyNames,
): readonly string[] | 'UNCLEAR' | null {
  if (dates.length < 2) return null;
  const between = [...dates.keys(), dates.length].map((at) => {
    const before = dates[at - 1];
    return names.within(text.slice(before ? before.at + before.written.length : 0, dates[at]?.at ?? text.length));
  });
  if (new Set(between.filter((id) => id !== null)).size < 2) return null;
  const [first] = between;
  if (first && between.at(-1)) return 'UNCLEAR';
  const bodies: (string | null)[] = [];
  if (first) for (const at of dates.keys()) bodies.push(between[at] ?? bodies.at(-1) ?? null);
  else for (const at of [...dates.keys()].reverse()) bodies.unshift(between[at + 1] ?? bodies[0] ?? null);
  return bodies.every((id) => id !== null) ? (bodies as string[]) : 'UNCLEAR';
}

/** The months that a line consists of, if it consists of nothing else but a year. */
function monthsOnly(text: string): number[] {
  const words = text.split(/[\s,;:|/–-]+/u).filter((word) => word !== '' && !/^20\d{2}:?$/u.test(word));
  const months = words.map(monthNamed);
  return words.length > 0 && months.every((month) => month !== null) ? (months as number[]) : [];
}

/** A name of a body that is not registered; the dates and what follows them are not part of it. */
function strangeBody(text: string, dates: readonly WrittenDate[]): string | null {
  const first = dates[0];
  const before = text.slice(0, first?.at ?? text.length);
  const after = first ? text.slice(dates.at(-1)!.at + dates.at(-1)!.written.length) : '';
  for (const part of [before, after]) {
    const name = tidyName(part);
    if (name.length > 2 && name.length <= 80 && looksLikeBody(name)) return name;
  }
  return null;
}

function tidyName(text: string): string {
  return onlyDates(text)
    .replace(/\b(?:20\d{2}|møteplan|møtedatoer|møtedatoar|møter|møte|kl)\b\.?/giu, ' ')
    .replace(/\b(?:man|tirs?|ons|tors?|fre|mån|tys)(?:dag)?(?=[\s,.]|$)\.?/giu, ' ')
    .replace(/^[\s\d.,:;()–-]+|[\s\d.,:;(–-]+$/gu, '')
    .replace(/\s+/gu, ' ');
}

function leftOut(place: ImportPlace, text: string, because: LeftOut['because'], bodyName: string | null): LeftOut {
  return { place, text: text.slice(0, LONGEST_TEXT), because, bodyName };
}

function faultAt(line: number, place: ImportPlace, fault: ImportFaultCode, limit: string): ImportFaultFound {
  return { line, column: 'date', place, fault, limit };
}
