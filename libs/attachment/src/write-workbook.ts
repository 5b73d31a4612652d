import writeXlsxFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import { plainCell } from './spreadsheet-cell.rules';

/** A cell to write: a text, a decimal as `1234.5`, the sum of cells of the same row, or nothing. */
export type WrittenCell =
  | string
  | null
  | { readonly number: string; readonly modelled?: boolean }
  | { readonly sumOf: readonly [fromColumn: number, toColumn: number] };

/** One sheet to write. */
export interface WrittenSheet {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width?: number; readonly faint?: boolean }[];
  readonly rows: readonly (readonly WrittenCell[])[];
  /** Columns that stay in sight. */
  readonly stuck?: number;
}

/** The media type of a workbook. */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Digits that a spreadsheet keeps of a number; a longer one is written as a text. */
const KEPT_DIGITS = 15;
const LONGEST_NAME = 31;

/** Writes an XLSX workbook: bold headings that stay in sight, figures as figures, texts that stay texts (S8). */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  return writeXlsxFile(
    sheets.map(({ name, columns, rows, stuck = 1 }) => ({
      sheet: sheetName(name),
      stickyRowsCount: 1,
      stickyColumnsCount: stuck,
      columns: columns.map(({ width = 14 }) => ({ width })),
      data: [
        columns.map(({ title, faint }): CellObject => ({
          value: plainCell(title),
          type: String,
          fontWeight: 'bold',
          wrap: !faint,
          backgroundColor: '#e6edf5',
          ...(faint && { textColor: '#8a8a8a' }),
        })),
        ...rows.map((row, down) => row.map((cell, at) => cellOf(cell, down + 2, columns[at]?.faint === true))),
      ] as SheetData,
    })),
  ).toBuffer();
}

function cellOf(cell: WrittenCell, row: number, faint: boolean): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { value: plainCell(cell), type: String, ...(faint && { textColor: '#8a8a8a' }) };
  if ('sumOf' in cell)
    return {
      value: `=SUM(${columnLetters(cell.sumOf[0])}${row}:${columnLetters(cell.sumOf[1])}${row})`,
      type: 'Formula',
      format: '#,##0.####',
      fontWeight: 'bold',
    };
  const italic = cell.modelled ? ({ fontStyle: 'italic' } as const) : {};
  if (cell.number.replace(/\D/g, '').replace(/^0+/, '').length > KEPT_DIGITS)
    return { value: plainCell(cell.number.replace('.', ',')), type: String, align: 'right', ...italic };
  return { value: Number(cell.number), type: Number, format: '#,##0.####', ...italic };
}

function columnLetters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26);
}

/** A name that every spreadsheet takes. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[\\/?*[\]:']/g, ' ')
      .trim()
      .slice(0, LONGEST_NAME) || 'Ark'
  );
}
