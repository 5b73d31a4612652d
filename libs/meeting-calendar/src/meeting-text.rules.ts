import type { PlanReading, ReadPlan } from './imported-meeting.rules';
import { readMeetingGrid } from './meeting-grid.rules';
import { readLines } from './meeting-lines.rules';

/**
 * A plan pasted as text: out of a PDF, a letter, a web page or a spreadsheet. Bodies as headings or on each line; dates as
 * people write them; tables with tabs by their columns. What looks like a meeting and cannot be placed is told, never guessed.
 */
export function readMeetingText(text: string, reading: PlanReading): ReadPlan {
  const lines = text.split(/\r\n|\r|\n/u).map((line) => line.normalize('NFC').replace(/\u00a0/gu, ' '));
  const withTabs = lines.filter((line) => line.includes('\t')).length;
  if (withTabs > 1 && withTabs * 2 > lines.filter((line) => line.trim()).length)
    return readMeetingGrid(
      lines.map((line) => line.split('\t')),
      reading,
      (row, column) => ({ line: row + 1, column: column === null ? null : String(column + 1) }),
    );
  return readLines(
    lines.map((line, at) => ({ line, place: { line: at + 1, column: null } })),
    reading,
  );
}
