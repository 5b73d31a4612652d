import { isClockTime, isLocalDate, osloDate, parseLocalDate, type LocalDate } from '@samanker/clock';
import { parse } from 'csv-parse/sync';
import { bodyNames, type BodyNames } from './body-names.rules';
import type { ImportPlace } from './import-place.rules';
import {
  keyOfDate,
  kindNamed,
  MOST_MEETINGS,
  type ImportedMeeting,
  type ImportFaultFound,
  type PlanReading,
  type ReadPlan,
} from './imported-meeting.rules';
import { MeetingKind } from './meeting-calendar.rules';
import type { ImportFaultCode } from './meeting-import-faults.rules';
import { datesIn, wrongWeekday } from './written-dates.rules';

/** The columns of a calendar file; body and date must be there. A note is for people and is not kept. */
export const MEETING_COLUMNS = ['body', 'meeting_id', 'date', 'start', 'kind', 'submission_deadline', 'note'] as const;
export type MeetingColumn = (typeof MEETING_COLUMNS)[number];
const REQUIRED_COLUMNS: readonly MeetingColumn[] = ['body', 'date'];

/** What people call the columns. */
const COLUMN_WORDS: Readonly<Record<string, MeetingColumn>> = {
  external_id: 'meeting_id',
  møte_id: 'meeting_id',
  'møte-id': 'meeting_id',
  møteid: 'meeting_id',
  organ: 'body',
  utvalg: 'body',
  utval: 'body',
  råd_og_utvalg: 'body',
  politisk_organ: 'body',
  dato: 'date',
  møtedato: 'date',
  tid: 'start',
  klokkeslett: 'start',
  'kl.': 'start',
  kl: 'start',
  tidspunkt: 'start',
  type: 'kind',
  møtetype: 'kind',
  frist: 'submission_deadline',
  innleveringsfrist: 'submission_deadline',
  saksfrist: 'submission_deadline',
  frist_for_saker: 'submission_deadline',
  merknad: 'note',
  sted: 'note',
  stad: 'note',
  møtested: 'note',
  møtestad: 'note',
};

/** Of a file that is no calendar at all, so many headers are named. */
const MOST_STRANGE_COLUMNS = 20;

/** One row of a list, and where its cells stand. */
export interface MeetingRecord {
  readonly line: number;
  readonly fields: readonly string[];
  readonly placeOf: (column: number) => ImportPlace;
}

/** The column that a heading names, or null. */
export function columnNamed(text: string): MeetingColumn | null {
  const name = text.trim().toLowerCase().replaceAll(' ', '_');
  // Headings are anybody's words: `constructor` names no column.
  const word = Object.hasOwn(COLUMN_WORDS, name) ? COLUMN_WORDS[name] : undefined;
  return MEETING_COLUMNS.find((column) => column === name) ?? word ?? null;
}

/**
 * Reads a calendar file; every fault is named by line and column, so that all can be mended in one go.
 */
export function readMeetingFile(csv: string, reading: PlanReading): ReadPlan {
  const parsed = parseRecords(csv);
  if ('fault' in parsed) return failing(parsed);
  const [header, ...rows] = parsed.records;
  const headerFaults = faultsOfHeader(header?.fields ?? []);
  if (headerFaults.length > 0) return failing(...headerFaults);
  const columns = header!.fields.map(columnNamed);
  if (rows.length === 0) return failing(faultOf(1, 'body', 'NO_ROWS'));
  if (rows.length > MOST_MEETINGS)
    return failing(faultOf(MOST_MEETINGS + 2, 'body', 'TOO_MANY', String(MOST_MEETINGS)));
  return readRecords(columns, rows, reading, columns.length);
}

/** Reads the rows of a list by its columns; unknown columns are left alone. `width` is how many fields each row must have. */
export function readRecords(
  columns: readonly (MeetingColumn | null)[],
  rows: readonly MeetingRecord[],
  reading: PlanReading,
  width: number | null = null,
): ReadPlan {
  if (rows.length > MOST_MEETINGS) {
    const { line } = rows[MOST_MEETINGS]!;
    return failing(faultOf(line, 'body', 'TOO_MANY', String(MOST_MEETINGS)));
  }
  const names = bodyNames(reading.bodies);
  const found: ReadPlan = { meetings: [], faults: [], leftOut: [] };
  const seen = new Map<string, number>();
  for (const row of rows) {
    const { line, fields } = row;
    if (width !== null && fields.length !== width) {
      const at = Math.min(fields.length, width) - 1;
      found.faults.push(faultOf(line, columns[at] ?? 'body', 'WRONG_NUMBER_OF_FIELDS'));
      continue;
    }
    const { meeting, faults } = readRow(row, columns, names, reading);
    found.faults.push(...faults);
    if (!meeting) continue;
    if (meeting.date > reading.latest)
      found.faults.push({ ...faultOf(line, 'date', 'DATE_TOO_LATE', reading.latest), place: meeting.place });
    const key = `${meeting.bodyId}\n${meeting.externalId ?? keyOfDate(meeting)}`;
    const before = seen.get(key);
    if (before !== undefined)
      found.faults.push({
        ...faultOf(line, meeting.externalId === null ? 'date' : 'meeting_id', 'DUPLICATE', String(before)),
        place: meeting.place,
      });
    else seen.set(key, line);
    found.meetings.push(meeting);
  }
  return found;
}

function parseRecords(csv: string): { records: MeetingRecord[] } | ImportFaultFound {
  const firstLine = csv.slice(0, csv.search(/\r?\n|$/));
  const delimiter = [';', '\t', ','].find((mark) => firstLine.includes(mark)) ?? ',';
  try {
    const records = parse(csv, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      // A file of half a million short rows is refused for its length without being read to its end.
      to: MOST_MEETINGS + 2,
    }) as unknown as {
      info: { lines: number };
      record: string[];
    }[];
    return {
      records: records.map(({ info: { lines }, record }) => ({
        line: lines,
        fields: record,
        placeOf: (column) => ({ line: lines, column: String(column + 1) }),
      })),
    };
  } catch (error) {
    return faultOf((error as { lines?: number }).lines ?? 1, 'body', 'UNREADABLE');
  }
}

function faultsOfHeader(header: readonly string[]): ImportFaultFound[] {
  const names = header.map(columnNamed);
  const strange = header
    .filter((_, index) => !names[index] || names.indexOf(names[index]) !== index)
    .slice(0, MOST_STRANGE_COLUMNS);
  return [
    ...strange.map((name) => faultOf(1, name.slice(0, 60), 'WRONG_HEADER', MEETING_COLUMNS.join(', '))),
    ...REQUIRED_COLUMNS.filter((name) => !names.includes(name)).map((name) => faultOf(1, name, 'MISSING_COLUMN')),
  ];
}

function readRow(
  { line, fields, placeOf }: MeetingRecord,
  columns: readonly (MeetingColumn | null)[],
  names: BodyNames,
  reading: PlanReading,
): { meeting: ImportedMeeting | null; faults: ImportFaultFound[] } {
  const at = (column: MeetingColumn): number => columns.indexOf(column);
  const cell = (column: MeetingColumn): string => (fields[at(column)] ?? '').trim();
  const faults: ImportFaultFound[] = [];
  const add = (column: MeetingColumn, code: ImportFaultCode, limit = ''): void =>
    void faults.push({ line, column, place: placeOf(Math.max(at(column), 0)), fault: code, limit });
  const hasKey = at('meeting_id') >= 0;
  if (cell('body') === '' && !reading.bodyId) add('body', 'REQUIRED');
  if (hasKey && cell('meeting_id') === '') add('meeting_id', 'REQUIRED');
  if (cell('date') === '') add('date', 'REQUIRED');

  const bodyId = cell('body') === '' ? reading.bodyId : names.named(cell('body'));
  if (cell('body') && !bodyId) add('body', 'UNKNOWN_BODY', cell('body').slice(0, 80));
  const externalId = hasKey ? cell('meeting_id') : null;
  if (externalId && externalId.length > 200) add('meeting_id', 'TOO_LONG', '200');
  const date = readDate(cell('date'), reading.year);
  if (cell('date') && !date) add('date', 'NOT_A_DATE');
  const submissionDeadline = readDate(cell('submission_deadline'), reading.year);
  if (cell('submission_deadline') && !submissionDeadline) add('submission_deadline', 'NOT_A_DATE');
  if (date && submissionDeadline && submissionDeadline > date) add('submission_deadline', 'DEADLINE_AFTER_MEETING');
  const startsAt = readTime(cell('start'));
  if (startsAt && !isClockTime(startsAt)) add('start', 'NOT_A_TIME');
  const kind = kindNamed(cell('kind'));
  if (!kind) add('kind', 'UNKNOWN_KIND', Object.values(MeetingKind).join(', '));

  if (faults.length > 0 || !bodyId || !date || !kind) return { meeting: null, faults };
  const place = placeOf(Math.max(at('date'), 0));
  return {
    meeting: { line, place, bodyId, externalId, date, startsAt, kind, submissionDeadline, cancelled: false },
    faults,
  };
}

/** `17:00` out of «17.00», «kl. 17» and «9:00–12:00». */
function readTime(text: string): string | null {
  if (text === '') return null;
  const [first = ''] = text.replace(/^kl\.? ?/iu, '').split(/ ?[-–] ?/u);
  const plain = first.trim().replace('.', ':');
  return (/^\d{1,2}$/u.test(plain) ? `${plain}:00` : plain).padStart(5, '0');
}

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * B56: plain dates and date-times alike; and the way people write dates in Norway. A date-time with a zone is a day in
 * Oslo: 2021-03-11T23:00:00Z is 12 March.
 */
function readDate(text: string, year: number | null): LocalDate | null {
  const plain = parseLocalDate(text);
  if (plain) return plain;
  const dateTime = DATE_TIME.exec(text);
  if (!dateTime) return writtenDate(text, year);
  if (!isLocalDate(dateTime[1])) return null;
  if (!dateTime[2]) return dateTime[1];
  const instant = new Date(text.replace(' ', 'T'));
  return Number.isNaN(instant.getTime()) ? null : osloDate(instant);
}

/** «14.01.2026», «14. januar 2026», «ons. 14.1.» with the year of the plan; a weekday that does not fit is a fault. */
function writtenDate(text: string, year: number | null): LocalDate | null {
  if (/^\d{4}-/u.test(text)) return null;
  const dates = datesIn(text, { year, month: null });
  const [one] = dates;
  return dates.length === 1 && one && !wrongWeekday(one) ? one.date : null;
}

function failing(...faults: ImportFaultFound[]): ReadPlan {
  return { meetings: [], faults, leftOut: [] };
}

function faultOf(line: number, column: string, fault: ImportFaultCode, limit = ''): ImportFaultFound {
  return { line, column, place: { line, column }, fault, limit };
}
