import { bodyNames, looksLikeBody, type BodyNames } from './body-names.rules';
import type { ImportPlace } from './import-place.rules';
import {
  kindWithin,
  MOST_MEETINGS,
  withoutRepeats,
  type ImportFaultFound,
  type PlanReading,
  type ReadPlan,
} from './imported-meeting.rules';
import { columnNamed, readRecords, type MeetingColumn } from './meeting-import.rules';
import { faultOfDate, readLines } from './meeting-lines.rules';
import { clockTimeIn, datesIn, monthNamed, yearIn } from './written-dates.rules';

/** Where a cell stands; without a column, where the row does. */
export type PlaceOf = (row: number, column: number | null) => ImportPlace;

const HEAD_ROWS = 30;

/**
 * A plan as a table of cells. Three shapes: a list with headings (body, date, …); a table of bodies and months with days in
 * its cells, either way round; or lines that only happen to stand in cells, which are read as lines.
 */
export function readMeetingGrid(
  rows: readonly (readonly string[])[],
  reading: PlanReading,
  placeOf: PlaceOf,
  title = '',
): ReadPlan {
  const list = listHeading(rows);
  if (list)
    return readRecords(
      list.columns,
      rows.slice(list.row + 1).flatMap((fields, at) => {
        const line = list.row + 2 + at;
        return fields.some((field) => field.trim() !== '')
          ? [{ line, fields, placeOf: (column: number) => placeOf(line - 1, column) }]
          : [];
      }),
      reading,
    );
  return (
    readTable(rows, reading, placeOf, title) ??
    readLines(
      rows.map((row, at) => ({ line: row.filter((cell) => cell.trim()).join(' '), place: placeOf(at, null) })),
      { ...reading, year: yearIn(title) ?? reading.year },
    )
  );
}

/** The first row that names a column for the date and one more, as a list does. */
function listHeading(rows: readonly (readonly string[])[]): { row: number; columns: (MeetingColumn | null)[] } | null {
  for (const [row, cells] of rows.slice(0, HEAD_ROWS).entries()) {
    const columns = cells.map(columnNamed);
    const known = columns.filter((column) => column !== null);
    // A heading named twice is a table of its own kind, not a list.
    if (known.includes('date') && known.length > 1 && new Set(known).size === known.length) return { row, columns };
  }
  return null;
}

interface Axes {
  readonly bodyOfRow: Map<number, string>;
  /** The hour that stands beside the name of the body: «Kommunestyret (torsdag kl. 16.00)». */
  readonly hourOfRow: Map<number, string>;
  readonly bodyOfColumn: Map<number, string>;
  readonly monthOfRow: Map<number, number>;
  readonly monthOfColumn: Map<number, number>;
  readonly strangeOfRow: Map<number, string>;
  readonly strangeOfColumn: Map<number, string>;
  year: number | null;
}

/** A table of bodies and months, either way round; null when it is none. */
function readTable(
  rows: readonly (readonly string[])[],
  reading: PlanReading,
  placeOf: PlaceOf,
  title: string,
): ReadPlan | null {
  const names = bodyNames(reading.bodies);
  // Columns that have run together, as a PDF may have them, would put days into the wrong month.
  if (rows.slice(0, HEAD_ROWS).some((cells) => cells.length > 1 && cells.some(namesMonths))) return null;
  const axes = axesOf(rows, names, reading, title);
  if (axes.monthOfColumn.size < 2 && axes.bodyOfColumn.size + axes.strangeOfColumn.size < 1) return null;
  const found: ReadPlan = { meetings: [], faults: [], leftOut: [] };
  for (const [row, cells] of rows.entries()) {
    for (const [column, text] of cells.entries()) {
      if (found.meetings.length > MOST_MEETINGS)
        return {
          ...found,
          meetings: [],
          faults: [faultAt(row, placeOf(row, column), 'TOO_MANY', String(MOST_MEETINGS))],
        };
      if (text.trim() !== '') readCell(text.trim(), row, column, axes, reading, placeOf, found);
    }
  }
  return { ...found, meetings: withoutRepeats(found.meetings) };
}

function axesOf(rows: readonly (readonly string[])[], names: BodyNames, reading: PlanReading, title: string): Axes {
  const axes: Axes = {
    bodyOfRow: new Map(),
    hourOfRow: new Map(),
    bodyOfColumn: new Map(),
    monthOfRow: new Map(),
    monthOfColumn: new Map(),
    strangeOfRow: new Map(),
    strangeOfColumn: new Map(),
    year: yearIn(title) ?? null,
  };
  let monthAbove: number | null = null;
  for (const [row, cells] of rows.entries()) {
    axes.year ??= cells.map(yearIn).find((year) => year !== null) ?? null;
    const months = cells.map((cell) => monthOf(cell));
    if (months.filter((month) => month !== null).length > 1) {
      months.forEach((month, column) => month !== null && axes.monthOfColumn.set(column, month));
      continue;
    }
    // Names beside each other are headings; one at the beginning of a row is the row's.
    const labels = cells.map((cell) => (namesDay(cell) ? withoutHour(cell) : cell.trim()));
    const bodies = labels.map((cell) => (namesDay(cell) ? null : names.named(cell)));
    const strange = labels.map((cell, at) => (bodies[at] || namesDay(cell) || !looksLikeBody(cell) ? null : cell));
    const named = cells.filter((_, at) => bodies[at] || strange[at]).length;
    if (named > 1 && axes.monthOfColumn.size === 0) {
      bodies.forEach((id, column) => id && axes.bodyOfColumn.set(column, id));
      strange.forEach((name, column) => name && axes.strangeOfColumn.set(column, name));
      continue;
    }
    const body = bodies.find((id) => id !== null);
    if (body) {
      axes.bodyOfRow.set(row, body);
      const hour = clockTimeIn(cells[bodies.indexOf(body)]!);
      if (hour) axes.hourOfRow.set(row, hour);
    } else if (named > 0)
      axes.strangeOfRow.set(
        row,
        strange.find((name) => name !== null)!,
      );
    const month = months.slice(0, 2).find((one) => one !== null) ?? null;
    monthAbove = month ?? monthAbove;
    if (monthAbove) axes.monthOfRow.set(row, monthAbove);
  }
  axes.year ??= reading.year;
  return axes;
}

function readCell(
  text: string,
  row: number,
  column: number,
  axes: Axes,
  reading: PlanReading,
  placeOf: PlaceOf,
  found: ReadPlan,
): void {
  const month = axes.monthOfColumn.get(column) ?? axes.monthOfRow.get(row) ?? null;
  if (!namesDay(text) || monthOf(text) !== null) return;
  const dates = datesIn(text, { year: axes.year, month }).filter(({ missing }) => missing !== 'MONTH');
  if (dates.length === 0) return;
  const bodyId = axes.bodyOfRow.get(row) ?? axes.bodyOfColumn.get(column) ?? null;
  const place = placeOf(row, column);
  if (!bodyId) {
    const bodyName = axes.strangeOfRow.get(row) ?? axes.strangeOfColumn.get(column) ?? null;
    if (bodyName) found.leftOut.push({ place, text: text.slice(0, 120), because: 'UNKNOWN_BODY', bodyName });
    // A day in a column of months and nobody's row: told, never given to the body above.
    else if (axes.monthOfColumn.has(column))
      found.leftOut.push({ place, text: text.slice(0, 120), because: 'NOT_UNDERSTOOD', bodyName: null });
    return;
  }
  for (const one of dates) {
    const fault = faultOfDate(one, reading.latest);
    if (fault || !one.date) {
      found.faults.push(
        faultAt(row, place, fault ?? 'NO_SUCH_DAY', fault === 'DATE_TOO_LATE' ? reading.latest : one.written),
      );
      continue;
    }
    found.meetings.push({
      line: row + 1,
      place,
      bodyId,
      externalId: null,
      date: one.date,
      startsAt: clockTimeIn(text) ?? axes.hourOfRow.get(row) ?? null,
      kind: kindWithin(text),
      submissionDeadline: null,
      cancelled: false,
    });
  }
}

/** A heading with a month: «Januar», «jan.», «Januar 2026». */
function monthOf(cell: string): number | null {
  const [first = '', ...rest] = cell.trim().split(/\s+/u);
  return rest.length === 0 || (rest.length === 1 && /^20\d{2}$/u.test(rest[0]!)) ? monthNamed(first) : null;
}

/** «Jan Feb»: two months and nothing else in one cell. */
function namesMonths(cell: string): boolean {
  const words = cell.trim().split(/\s+/u);
  return words.length > 1 && words.length <= 12 && words.every((word) => monthNamed(word) !== null);
}

/** A name without the weekday and the hour that people write behind it. */
function withoutHour(cell: string): string {
  return cell
    .replace(/\([^()]{0,60}\)/gu, ' ')
    .replace(/\bkl\.?\s{0,3}\d{1,2}(?:[.:]?\d{2})?/giu, ' ')
    .trim();
}

function namesDay(cell: string): boolean {
  return /\d/u.test(cell);
}

function faultAt(row: number, place: ImportPlace, fault: ImportFaultFound['fault'], limit: string): ImportFaultFound {
  return { line: row + 1, column: 'date', place, fault, limit };
}
