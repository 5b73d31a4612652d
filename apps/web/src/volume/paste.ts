/** What of a pasted block goes where, and how many of its numbers have no place in the sheet. */
export interface Placed {
  readonly cells: readonly { readonly itemId: string; readonly year: number; readonly text: string }[];
  readonly left: number;
}

interface PastedOnto {
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly years: readonly number[];
  /** The cell that it was pasted into. */
  readonly from: { readonly itemId: string; readonly year: number };
}

type Row = readonly string[];

/** A heading stands within so many rows. */
const HEADING_ROWS = 4;

/** What was copied from a spreadsheet: rows of texts; a dash is an empty cell. */
export function pastedRows(text: string): string[][] {
  const rows = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((row) =>
      row.split('\t').map((cell) =>
        cell
          .replace(/[\s\u00a0]+/g, ' ')
          .trim()
          .replace(/^[-\u2013\u2014]$/, ''),
      ),
    );
  while (rows.length > 1 && rows.at(-1)!.every((cell) => cell === '')) rows.pop();
  return rows;
}

/**
 * Places a block copied from a spreadsheet: from the cell on, to the right and down. A heading of years says which column is
 * which year; a column with the names of the items says which row is which item, and what stands between the names and the
 * numbers (units) is left out. What would fall outside the sheet is counted, not forgotten.
 */
export function placePasted(rows: readonly Row[], onto: PastedOnto): Placed {
  const heading = rows.slice(0, HEADING_ROWS).findIndex((row) => isHeading(row, onto.years));
  const body = rows.slice(heading + 1);
  const names = nameColumn(body, onto.items);
  const yearOf = yearsOfColumns(heading < 0 ? null : rows[heading]!, body, names, onto);
  const cells: Placed['cells'][number][] = [];
  let left = 0;
  for (const [down, row] of body.entries()) {
    const itemId = itemOf(row, down, names, onto);
    for (const [column, text] of row.entries()) {
      const year = yearOf(column);
      if (year === 'NONE') continue;
      if (itemId !== null && year !== null) cells.push({ itemId, year, text });
      else if (/\d/.test(text)) left++;
    }
  }
  return { cells, left };
}

/** Years of the sheet, and no other number: two of them, or one beside words. */
function isHeading(row: Row, years: readonly number[]): boolean {
  const found = row.filter((cell) => years.includes(Number(cell)));
  const words = row.filter((cell) => cell !== '' && !/\d/.test(cell));
  const numbers = row.filter((cell) => /^[\d\s.,]+$/.test(cell) && !/^20\d\d$/.test(cell));
  return numbers.length === 0 && (found.length > 1 || (found.length === 1 && words.length > 0));
}

const plain = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim();

/** The column in which names of items stand; -1 without one. */
function nameColumn(body: readonly Row[], items: PastedOnto['items']): number {
  const names = new Set(items.map(({ name }) => plain(name)));
  const found = body.map((row) => row.findIndex((cell) => names.has(plain(cell)))).filter((at) => at >= 0);
  return found[0] ?? -1;
}

function itemOf(row: Row, down: number, names: number, { items, from }: PastedOnto): string | null {
  if (names < 0) return items[items.findIndex(({ id }) => id === from.itemId) + down]?.id ?? null;
  return items.find(({ name }) => plain(name) === plain(row[names] ?? ''))?.id ?? null;
}

/** The year of a column; null for one beyond the sheet, NONE for one that holds no quantities. */
function yearsOfColumns(
  heading: Row | null,
  body: readonly Row[],
  names: number,
  { years, from }: PastedOnto,
): (column: number) => number | null | 'NONE' {
  if (heading)
    return (column) => {
      const year = Number(heading[column]);
      return years.includes(year) ? year : /^20\d\d$/.test(heading[column] ?? '') ? null : 'NONE';
    };
  // Behind the names the first column with a number is the year pasted into.
  const first = names < 0 ? 0 : firstNumbers(body, names + 1);
  const start = years.indexOf(from.year);
  return (column) => (column < first ? 'NONE' : (years[start + column - first] ?? null));
}

function firstNumbers(body: readonly Row[], from: number): number {
  const columns = body.map((row) => row.findIndex((cell, at) => at >= from && /^-?[\d.,\s]+$/.test(cell)));
  return Math.min(...columns.filter((at) => at >= 0), Number.MAX_SAFE_INTEGER);
}
