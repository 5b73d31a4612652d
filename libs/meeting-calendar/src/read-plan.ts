import { cellName, readWorkbook, type WorkbookCell } from '@samanker/attachment';
import type { ImportMeetingsInput } from './import-meetings.input';
import type { ImportPlace } from './import-place.rules';
import { MOST_MEETINGS, withoutRepeats, type PlanReading, type ReadPlan } from './imported-meeting.rules';
import { readICalendar } from './meeting-icalendar.rules';
import { readMeetingFile } from './meeting-import.rules';
import { readMeetingGrid } from './meeting-grid.rules';
import { readMeetingText } from './meeting-text.rules';

/** The ways in which a calendar can be handed in; exactly one is used. */
export const PLAN_FIELDS = ['csv', 'workbook', 'iCalendar', 'text'] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

/** Reads what was handed in; nothing to read is a fault too. */
export async function readPlan(input: ImportMeetingsInput, field: PlanField, reading: PlanReading): Promise<ReadPlan> {
  const given = input[field] ?? '';
  const found =
    field === 'csv'
      ? readMeetingFile(given, reading)
      : field === 'iCalendar'
        ? readICalendar(given, reading)
        : field === 'text'
          ? readMeetingText(given, reading)
          : await readMeetingWorkbook(given, reading);
  if (found.meetings.length > 0 || found.faults.length > 0) return found;
  return { ...found, faults: [faultAt({ line: 1, column: null }, 'NO_ROWS')] };
}

/** Every sheet that holds meetings; a fault names sheet and cell. */
async function readMeetingWorkbook(base64: string, reading: PlanReading): Promise<ReadPlan> {
  const sheets = await readWorkbook(Buffer.from(base64, 'base64'));
  if (typeof sheets === 'string')
    return { meetings: [], faults: [faultAt({ line: 1, column: null }, sheets)], leftOut: [] };
  const parts = sheets.map(({ name, rows }) =>
    readMeetingGrid(
      rows.map((row) => row.map(cellText)),
      reading,
      (row, column): ImportPlace => ({ cell: cellName(name, row, column ?? 0) }),
      name,
    ),
  );
  const meetings = withoutRepeats(parts.flatMap((part) => part.meetings));
  const faults = parts.flatMap((part) => part.faults);
  return {
    meetings,
    faults:
      meetings.length > MOST_MEETINGS
        ? [faultAt({ line: 1, column: null }, 'TOO_MANY', String(MOST_MEETINGS))]
        : faults,
    leftOut: parts.flatMap((part) => part.leftOut),
  };
}

/** A cell as text; a date of a sheet has no zone and stands at midnight UTC. */
function cellText(cell: WorkbookCell): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null ? '' : String(cell);
}

function faultAt(
  place: ImportPlace,
  fault: ReadPlan['faults'][number]['fault'],
  limit = '',
): ReadPlan['faults'][number] {
  return { line: 1, column: 'file', place, fault, limit };
}
