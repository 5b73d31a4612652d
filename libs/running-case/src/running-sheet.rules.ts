import { formatDate } from '@samanker/clock';
import { plain, textOf, type SheetCell } from './sheet-text.rules';
import { itemNameOf, readHeading, SheetColumn, type SheetBody } from './sheet-columns.rules';
import type { MunicipalityFinder } from './sheet-municipalities.rules';

/** A sheet of somebody's: rows of cells. */
export interface GivenSheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  /** In a workbook a point is a decimal point; what is pasted is written as Norwegians write. */
  readonly pointIsDecimal: boolean;
}

/** What a column is, as the person says it. */
export interface ColumnSaid {
  readonly column: number;
  readonly meaning: SheetColumn;
  readonly body?: SheetBody | null;
  readonly itemNumber?: number | null;
  readonly partNumber?: number | null;
  readonly year?: number | null;
}

/** A column as it was read. */
export interface ReadColumn {
  readonly column: number;
  readonly heading: string;
  /** The first things that stand in it, to know it by. */
  readonly sample: string;
  /** Null where nobody has said it. */
  readonly meaning: SheetColumn | null;
  readonly body: SheetBody | null;
  /** For QUANTITY: number of the item in the case, from 1; where the case has no such item yet, its name. */
  readonly itemNumber: number | null;
  readonly itemName: string | null;
  /** For CHOICE: number of the part; null is every part. */
  readonly partNumber: number | null;
  readonly year: number | null;
}

/** Where the headings stand, and what they say. */
export interface ReadHeader {
  /** Row of the headings, from 0; null where there are none. */
  readonly row: number | null;
  readonly columns: readonly ReadColumn[];
}

const DEEPEST_HEADER = 20;
const MOST_COLUMNS = 100;

/** Finds the headings, also under a title and in two rows of which the upper one is merged. */
export function readHeader(
  sheet: GivenSheet,
  said: readonly ColumnSaid[],
  items: readonly string[],
  finder: MunicipalityFinder,
): ReadHeader {
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...sheet.rows.map((row) => row.length)));
  const candidates = sheet.rows.slice(0, DEEPEST_HEADER).map((_, row) => headingsOf(sheet, row, width, items));
  const best = candidates.reduce((top, one, row) => (one.known > (candidates[top]?.known ?? 0) ? row : top), 0);
  const found = candidates[best];
  const hasName = found?.headings.some((heading) => readHeading(heading, items)?.column === SheetColumn.MUNICIPALITY);
  const row = found && (found.known >= 2 || hasName) ? best : null;
  const headings = row === null ? [] : candidates[best]!.headings;
  const columns = Array.from({ length: width }, (_, column) => {
    const heading = headings[column] ?? '';
    return columnOf(
      sheet,
      column,
      heading,
      row,
      said.find((one) => one.column === column),
      items,
    );
  });
  return { row, columns: withMunicipality(sheet, row, columns, finder) };
}

function headingsOf(sheet: GivenSheet, row: number, width: number, items: readonly string[]) {
  let carried = '';
  const headings = Array.from({ length: width }, (_, column) => {
    const own = textOf(sheet.rows[row]?.[column]);
    const above = row > 0 ? textOf(sheet.rows[row - 1]?.[column]) : '';
    if (above) carried = above;
    if (!own) return readHeading(above, items) ? above : '';
    if (readHeading(own, items) && !isVague(own)) return own;
    const both = `${carried} ${own}`.trim();
    return readHeading(both, items) ? both : own;
  });
  // The row itself has to say something: the row below a header knows as much by what stands above it.
  const own = headings.filter((_, column) => readHeading(textOf(sheet.rows[row]?.[column]), items)).length;
  const known = headings.filter((heading) => readHeading(heading, items)).length;
  return { headings, known: own === 0 ? 0 : known };
}

/** Headings that mean what stands above them: "Formannskapet | dato, vedtak". */
function isVague(heading: string): boolean {
  return ['dato', 'date', 'vedtak', 'sak', 'saksnr', 'status'].includes(plain(heading));
}

function columnOf(
  sheet: GivenSheet,
  column: number,
  heading: string,
  headerRow: number | null,
  said: ColumnSaid | undefined,
  items: readonly string[],
): ReadColumn {
  const read = readHeading(heading, items);
  const meaning = said?.meaning ?? read?.column ?? null;
  const isQuantity = meaning === SheetColumn.QUANTITY;
  const itemName = isQuantity ? itemNameOf(heading) : null;
  const found = items.findIndex((name) => itemName !== null && plain(name) === plain(itemName)) + 1;
  return {
    column,
    heading,
    sample: sampleOf(sheet, column, headerRow),
    meaning,
    body: said ? (said.body ?? null) : (read?.body ?? null),
    itemNumber: isQuantity ? (said?.itemNumber ?? (found || null)) : null,
    itemName,
    partNumber: meaning === SheetColumn.CHOICE ? (said?.partNumber ?? null) : null,
    year: isQuantity ? (said ? (said.year ?? null) : (read?.year ?? null)) : null,
  };
}

function isDay(cell: SheetCell): boolean {
  return cell instanceof Date && textOf(cell) !== '';
}

function sampleOf(sheet: GivenSheet, column: number, headerRow: number | null): string {
  const texts: string[] = [];
  for (const row of sheet.rows.slice((headerRow ?? -1) + 1)) {
    const cell = row[column];
    const text = isDay(cell) ? formatDate(textOf(cell)) : textOf(cell);
    if (text && !texts.includes(text)) texts.push(text);
    if (texts.length === 3) break;
  }
  return texts.join(' · ').slice(0, 120);
}

/** Where no heading says which column holds the municipalities, the one that mostly does. */
function withMunicipality(
  sheet: GivenSheet,
  headerRow: number | null,
  columns: readonly ReadColumn[],
  finder: MunicipalityFinder,
): ReadColumn[] {
  const has = columns.some(({ meaning }) => meaning === 'MUNICIPALITY' || meaning === 'MUNICIPALITY_NUMBER');
  if (has) return [...columns];
  const rows = sheet.rows.slice((headerRow ?? -1) + 1);
  const counted = columns
    .filter(({ meaning }) => meaning === null)
    .map(({ column }) => {
      const texts = rows.map((row) => textOf(row[column])).filter(Boolean);
      const found = texts.filter((text) => finder.find(text).kind === 'FOUND').length;
      return { column, found, share: texts.length === 0 ? 0 : found / texts.length };
    })
    .sort((a, b) => b.found - a.found)[0];
  const wanted = counted && counted.found >= 2 && counted.share >= 0.5 ? counted.column : null;
  return columns.map((one) => (one.column === wanted ? { ...one, meaning: SheetColumn.MUNICIPALITY } : one));
}
