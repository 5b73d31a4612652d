/**
 * What makes a spreadsheet take a text for a formula, also in full width; blanks and invisible signs before it do not help. An
 * apostrophe before all that is somebody's own, and gets one more, so that it can be told from ours.
 */
const FORMULA = /^'*(?:[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|[\t\r\n])/u;
/** A plain number, as people and programs write it. */
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/**
 * A text as it is put into a cell of CSV or XLSX: one that a spreadsheet would calculate gets an apostrophe before it, and
 * is shown as it stands. Every cell that holds what somebody wrote goes through here (S8).
 */
export function plainCell(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** A text out of a cell that `plainCell` made: exporting and importing again changes nothing. */
export function givenCell(cell: string): string {
  return cell.startsWith("'") && plainCell(cell.slice(1)) === cell ? cell.slice(1) : cell;
}

/** The media type of CSV. */
export const CSV_TYPE = 'text/csv; charset=utf-8';

/** Rows as CSV the way Norwegian spreadsheets read it: semicolons, UTF-8 with a byte order mark, CR LF. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => cells.map((cell) => quoted(plainCell(cell))).join(';');
  return `\ufeff${rows.map(line).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  return /[";,\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
