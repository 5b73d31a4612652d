import { buffer as collect } from 'node:stream/consumers';
import readXlsxFile from 'read-excel-file/universal';
import { ZipFile } from 'yazl';
import { openZip } from './open-zip';

/** A cell: a number as the text that stands in the file, so that no decimal is lost. */
export type WorkbookCell = string | boolean | Date | null;

/** One sheet of a workbook. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly WorkbookCell[])[];
}

/** Why a workbook is not read. */
export type WorkbookFault = 'NOT_A_WORKBOOK' | 'TOO_LARGE' | 'HAS_MACROS';

/** Two megabytes packed, ten unpacked: a sheet of 2 000 volumes has less than a tenth of it. */
export const LARGEST_WORKBOOK = 2 * 1024 * 1024;
const LIMITS = { entries: 200, bytes: 10 * 1024 * 1024 };
/** Rows of a sheet that are read, whether it comes as a workbook, as CSV or pasted. */
export const MOST_ROWS = 10_000;
const MOST_COLUMNS = 200;
/** Over all sheets of a workbook: the parser fills what lies between the cells. */
const MOST_CELLS = MOST_ROWS * MOST_COLUMNS;

const MACROS = /vbaProject|macrosheets|activeX|\.bin$/i;
const SETTINGS_OF_PRINTER = /printerSettings\d*\.bin$/i;
/** Rows and cells as every program writes them; anything cleverer could hide where it really stands. */
const TAG = /<(?:\w+:)?(row|c)(?=[\s/>])([^>]*)>/g;
const PLAIN_ATTRIBUTES = /^(?:\s+[\w:.]+="[^"<>&]*")*\s*\/?$/;
const EMPTY_ROW = /<((?:\w+:)?row)(?=[\s/>])[^>]*(?:\/>|>\s*<\/\1>)/g;

/**
 * The sheets of an XLSX workbook from somebody else. Measured before it is parsed: packed and unpacked, and by where its
 * cells say that they stand. What was measured is what is parsed: the parser gets a fresh archive of those very bytes.
 */
export async function readWorkbook(file: Buffer): Promise<WorkbookSheet[] | WorkbookFault> {
  if (file.length > LARGEST_WORKBOOK) return 'TOO_LARGE';
  const parts = openZip(file, LIMITS);
  if (parts === 'NOT_A_ZIP') return 'NOT_A_WORKBOOK';
  if (parts === 'TOO_LARGE') return 'TOO_LARGE';
  const fault = faultOf(parts);
  if (fault) return fault;
  try {
    const archive = await packed(parts);
    const sheets = await readXlsxFile<string>(new Blob([new Uint8Array(archive)]), {
      parseNumber: (text: string) => text,
      trim: false,
    });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as WorkbookSheet['rows'] }));
  } catch {
    return 'NOT_A_WORKBOOK';
  }
}

function faultOf(parts: Map<string, Buffer>): WorkbookFault | null {
  if (!parts.has('[Content_Types].xml') || !parts.has('xl/workbook.xml')) return 'NOT_A_WORKBOOK';
  if (parts.get('[Content_Types].xml')!.includes('macroEnabled')) return 'HAS_MACROS';
  let cells = 0;
  for (const [name, content] of parts) {
    if (SETTINGS_OF_PRINTER.test(name)) continue;
    if (MACROS.test(name)) return 'HAS_MACROS';
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const text = content.toString('utf8');
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return 'NOT_A_WORKBOOK';
    if (!/worksheets?\//i.test(name)) continue;
    // Some programs write an empty last row of the whole grid.
    const sheet = text.replace(EMPTY_ROW, '');
    const measured = cellsOf(sheet);
    if (typeof measured === 'string') return measured;
    cells += measured;
    if (cells > MOST_CELLS) return 'TOO_LARGE';
    parts.set(name, Buffer.from(sheet));
  }
  return null;
}

/** How many cells a sheet spans, by where its cells say that they stand. */
function cellsOf(sheet: string): number | WorkbookFault {
  let [rows, columns] = [0, 0];
  for (const [, tag, attributes = ''] of sheet.matchAll(TAG)) {
    if (!PLAIN_ATTRIBUTES.test(attributes)) return 'NOT_A_WORKBOOK';
    const place = /\sr="([^"]*)"/.exec(attributes)?.[1];
    if (place === undefined && tag === 'row') continue;
    const [, letters = '', row = ''] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place ?? '') ?? [];
    if (!row || (tag === 'c' && !letters)) return 'NOT_A_WORKBOOK';
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, columnNumber(letters));
    if (rows > MOST_ROWS || columns > MOST_COLUMNS) return 'TOO_LARGE';
  }
  return rows * columns;
}

/** 1 for A, 27 for AA. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Where a cell stands, as spreadsheets name it: `Volum!C5`; both counted from 0. */
export function cellName(sheet: string, row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${sheet}!${letters}${row + 1}`;
}

async function packed(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of parts)
    if (/\.(?:xml|rels)$/i.test(name)) zip.addBuffer(content, name, { compress: false });
  zip.end();
  return collect(zip.outputStream);
}
