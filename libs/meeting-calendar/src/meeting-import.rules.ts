import { isClockTime, isLocalDate, osloDate, type LocalDate } from '@samanker/clock';
import { parse } from 'csv-parse/sync';
import { MeetingKind } from './meeting-calendar.rules';
import type { ImportFaultCode } from './meeting-import-faults.rules';

/** The columns of a calendar file; the first three must be there. A note is for people and is not kept. */
export const MEETING_COLUMNS = ['body', 'meeting_id', 'date', 'start', 'kind', 'submission_deadline', 'note'] as const;
type MeetingColumn = (typeof MEETING_COLUMNS)[number];
const REQUIRED_COLUMNS: readonly MeetingColumn[] = ['body', 'meeting_id', 'date'];

/** What is wrong, and where: the line of the file (the header is line 1) and the column by name. */
export interface ImportFaultFound {
  readonly line: number;
  readonly column: string;
  readonly fault: ImportFaultCode;
  readonly limit: string;
}

/** One meeting as the file says it. */
export interface ImportedMeeting {
  readonly line: number;
  readonly bodyId: string;
  readonly externalId: string;
  readonly date: LocalDate;
  readonly startsAt: string | null;
  readonly kind: MeetingKind;
  readonly submissionDeadline: LocalDate | null;
}

const MOST_ROWS = 5_000;
/** Of a file that is no calendar at all, so many headers are named. */
const MOST_STRANGE_COLUMNS = 20;

const KIND_WORDS: Readonly<Record<string, MeetingKind>> = {
  '': 'ORDINARY',
  ordinært: 'ORDINARY',
  ordinar: 'ORDINARY',
  budsjett: 'BUDGET',
  ekstraordinært: 'EXTRAORDINARY',
  konstituering: 'CONSTITUTION',
  konstituerende: 'CONSTITUTION',
  valgstyre: 'ELECTORAL_BOARD',
  valstyre: 'ELECTORAL_BOARD',
  seminar: 'WORKSHOP',
  verksted: 'WORKSHOP',
};

/**
 * Reads a calendar file; every fault is named by line and column, so that all can be mended in one go. `latest` is the last
 * day that a meeting is believed to be on.
 */
export function readMeetingFile(
  csv: string,
  bodies: readonly { readonly id: string; readonly name: string }[],
  latest: LocalDate,
): { readonly meetings: ImportedMeeting[]; readonly faults: ImportFaultFound[] } {
  const parsed = parseRecords(csv);
  if ('fault' in parsed) return { meetings: [], faults: [parsed] };
  const [header, ...rows] = parsed.records;
  const headerFaults = faultsOfHeader(header?.fields ?? []);
  if (headerFaults.length > 0) return { meetings: [], faults: headerFaults };
  const columns = header!.fields.map(columnName);
  if (rows.length === 0) return { meetings: [], faults: [fault(1, 'body', 'NO_ROWS')] };
  if (rows.length > MOST_ROWS)
    return { meetings: [], faults: [fault(MOST_ROWS + 2, 'body', 'TOO_MANY', String(MOST_ROWS))] };

  const bodyIds = new Map(bodies.map(({ id, name }) => [name.trim().toLowerCase(), id]));
  const faults: ImportFaultFound[] = [];
  const meetings: ImportedMeeting[] = [];
  const lineOf = new Map<string, number>();
  for (const { line, fields } of rows) {
    if (fields.length !== columns.length) {
      faults.push(
        fault(line, columns[Math.min(fields.length, columns.length) - 1] ?? 'body', 'WRONG_NUMBER_OF_FIELDS'),
      );
      continue;
    }
    const read = readRow(
      line,
      new Map(columns.map((column, index) => [column, (fields[index] ?? '').trim()])),
      bodyIds,
    );
    faults.push(...read.faults);
    if (!read.meeting) continue;
    if (read.meeting.date > latest) faults.push(fault(line, 'date', 'DATE_TOO_LATE', latest));
    const key = `${read.meeting.bodyId}\n${read.meeting.externalId}`;
    const before = lineOf.get(key);
    if (before !== undefined) faults.push(fault(line, 'meeting_id', 'DUPLICATE', String(before)));
    else lineOf.set(key, line);
    meetings.push(read.meeting);
  }
  return { meetings, faults };
}

function parseRecords(csv: string): { records: { line: number; fields: string[] }[] } | ImportFaultFound {
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
      to: MOST_ROWS + 2,
    }) as unknown as {
      info: { lines: number };
      record: string[];
    }[];
    return { records: records.map(({ info, record }) => ({ line: info.lines, fields: record })) };
  } catch (error) {
    return fault((error as { lines?: number }).lines ?? 1, 'body', 'UNREADABLE');
  }
}

function columnName(text: string): string {
  const name = text.trim().toLowerCase().replaceAll(' ', '_');
  return name === 'external_id' ? 'meeting_id' : name;
}

function faultsOfHeader(header: readonly string[]): ImportFaultFound[] {
  const names = header.map(columnName);
  const known: readonly string[] = MEETING_COLUMNS;
  const strange = header
    .filter((_, index) => !known.includes(names[index]!) || names.indexOf(names[index]!) !== index)
    .slice(0, MOST_STRANGE_COLUMNS);
  return [
    ...strange.map((name) => fault(1, name.slice(0, 60), 'WRONG_HEADER', MEETING_COLUMNS.join(', '))),
    ...REQUIRED_COLUMNS.filter((name) => !names.includes(name)).map((name) => fault(1, name, 'MISSING_COLUMN')),
  ];
}

function readRow(
  line: number,
  cells: ReadonlyMap<string, string>,
  bodyIds: ReadonlyMap<string, string>,
): { meeting: ImportedMeeting | null; faults: ImportFaultFound[] } {
  const cell = (column: MeetingColumn): string => cells.get(column) ?? '';
  const faults = REQUIRED_COLUMNS.filter((column) => cell(column) === '').map((column) =>
    fault(line, column, 'REQUIRED'),
  );
  const add = (column: MeetingColumn, code: ImportFaultCode, limit = ''): void =>
    void faults.push(fault(line, column, code, limit));

  const bodyId = bodyIds.get(cell('body').toLowerCase());
  if (cell('body') && !bodyId) add('body', 'UNKNOWN_BODY');
  const externalId = cell('meeting_id');
  if (externalId.length > 200) add('meeting_id', 'TOO_LONG', '200');
  const date = readDate(cell('date'));
  if (cell('date') && !date) add('date', 'NOT_A_DATE');
  const submissionDeadline = readDate(cell('submission_deadline'));
  if (cell('submission_deadline') && !submissionDeadline) add('submission_deadline', 'NOT_A_DATE');
  if (date && submissionDeadline && submissionDeadline > date) add('submission_deadline', 'DEADLINE_AFTER_MEETING');
  const startsAt =
    cell('start')
      .replace('.', ':')
      .padStart(cell('start') ? 5 : 0, '0') || null;
  if (startsAt && !isClockTime(startsAt)) add('start', 'NOT_A_TIME');
  const kind = readKind(cell('kind'));
  if (!kind) add('kind', 'UNKNOWN_KIND', Object.values(MeetingKind).join(', '));

  if (faults.length > 0 || !bodyId || !date || !kind) return { meeting: null, faults };
  return { meeting: { line, bodyId, externalId, date, startsAt, kind, submissionDeadline }, faults };
}

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * B56: plain dates and date-times alike; and the way people write dates in Norway. A date-time with a zone is a day in
 * Oslo: 2021-03-11T23:00:00Z is 12 March.
 */
function readDate(text: string): LocalDate | null {
  const norwegian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const dateTime = DATE_TIME.exec(text);
  const date = norwegian
    ? `${norwegian[3]}-${norwegian[2]!.padStart(2, '0')}-${norwegian[1]!.padStart(2, '0')}`
    : (dateTime?.[1] ?? text);
  if (!isLocalDate(date)) return null;
  if (!dateTime?.[2]) return date;
  const instant = new Date(text.replace(' ', 'T'));
  return Number.isNaN(instant.getTime()) ? null : osloDate(instant);
}

function readKind(text: string): MeetingKind | null {
  const code = text.toUpperCase();
  return Object.values(MeetingKind).find((kind) => kind === code) ?? KIND_WORDS[text.toLowerCase()] ?? null;
}

function fault(line: number, column: string, code: ImportFaultCode, limit = ''): ImportFaultFound {
  return { line, column, fault: code, limit };
}
