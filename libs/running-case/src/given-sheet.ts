import { parse } from 'csv-parse/sync';
import { MOST_ROWS, readWorkbook, type WorkbookFault } from '@samanker/attachment';
import type { GivenSheet } from './running-sheet.rules';
import { readHeading } from './sheet-columns.rules';
import { textOf } from './sheet-text.rules';

/** What a person hands in. */
export interface SheetHandedIn {
  readonly table?: string | null;
  readonly file?: string | null;
  readonly sheetName?: string | null;
}

/** Why a sheet cannot be read at all. */
export type SheetUnreadable = WorkbookFault | 'NO_TABLE';

/** The sheet that is meant, and the names of all of them. */
export interface SheetChosen {
  readonly sheet: GivenSheet;
  readonly names: readonly string[];
}

/** Reads what was pasted, or a workbook, or a CSV file as Norwegian spreadsheets save it. Formulas are never calculated. */
export async function givenSheet(input: SheetHandedIn): Promise<SheetChosen | SheetUnreadable> {
  if (input.table?.trim()) return tableOf(input.table);
  if (!input.file) return 'NO_TABLE';
  const bytes = Buffer.from(input.file, 'base64');
  // A workbook is a ZIP archive; whatever is none is a text.
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') {
    return bytes.includes(0) ? 'NOT_A_WORKBOOK' : tableOf(decoded(bytes));
  }
  const sheets = await readWorkbook(bytes);
  if (typeof sheets === 'string') return sheets;
  const named = sheets.find(({ name }) => name === input.sheetName);
  const chosen = named ?? sheets.toSorted((a, b) => headingsIn(b.rows) - headingsIn(a.rows))[0];
  if (!chosen) return 'NOT_A_WORKBOOK';
  return { sheet: { ...chosen, pointIsDecimal: true }, names: sheets.map(({ name }) => name) };
}

function tableOf(text: string): SheetChosen | SheetUnreadable {
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = text.includes('\t') ? '\t' : firstLine.includes(';') || !firstLine.includes(',') ? ';' : ',';
  try {
    const rows = parse(text, {
      delimiter,
      bom: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
      toLine: MOST_ROWS + 100,
    });
    if (rows.length > MOST_ROWS) return 'TOO_LARGE';
    const name = 'Ark1';
    return { sheet: { name, rows: rows as string[][], pointIsDecimal: false }, names: [name] };
  } catch {
    return 'NOT_A_WORKBOOK';
  }
}

/** UTF-8, or what Excel saves as "CSV" in Norway. */
function decoded(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : text;
}

function headingsIn(rows: GivenSheet['rows']): number {
  const counts = rows.slice(0, 20).map((row) => row.filter((cell) => readHeading(textOf(cell))).length);
  return Math.max(0, ...counts);
}
