/** What makes a spreadsheet take a text for a formula; the same as the service looks for (S8). */
const FORMULA = /^'*(?:[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|[\t\r\n])/u;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;
const DECIMAL = /^-?\d+(?:\.\d+)?$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A cell as the page has it: decimals as of the API (`1234.5`), dates as `2026-11-22`. */
export type CsvCell = string | number | boolean | null | undefined;

/** A text as it is put into a cell: one that a spreadsheet would calculate gets an apostrophe before it (S8). */
export function plainCell(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** A cell as Norwegian spreadsheets read it: `1234,5`, `22.11.2026`. */
export function writtenCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  const text = String(cell);
  if (DECIMAL.test(text)) return text.replace('.', ',');
  return text.replace(DATE, '$3.$2.$1');
}

/** Rows as CSV the way Norwegian spreadsheets read it: semicolons, UTF-8 with a byte order mark, CR LF. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  const line = (cells: readonly CsvCell[]): string =>
    cells.map((cell) => quoted(plainCell(writtenCell(cell)))).join(';');
  return `\ufeff${rows.map(line).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  return /[";,\r\n\t]/.test(cell) && !DECIMAL.test(cell.replace(',', '.')) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A name for a file, without signs that a file system minds. */
export function fileName(name: string, extension: string): string {
  const plain = name
    .replace(/[^\p{L}\p{N} .-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${plain || 'samanker'}.${extension}`;
}

/** Hands the person a file that the page has made. */
export function saveFile(name: string, content: BlobPart, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Fetches a file of this service to where downloads go; the page stays. */
export function followDownload(path: string): void {
  const link = document.createElement('a');
  link.href = path;
  link.download = '';
  link.click();
}
