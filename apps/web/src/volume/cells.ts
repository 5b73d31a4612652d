import { productOf, readDecimal, sameDecimal, sumOf } from '../clock/decimal';
import type { LineOrigin, VolumeCellInput } from '../generated/documents';
import type { WrittenIn } from '../language/written-in';

/** One cell of the sheet as a person writes it. */
export interface Cell {
  readonly expected: string;
  readonly maximum: string;
  /** A suggestion that was taken over and not touched since. */
  readonly modelled: boolean;
}

/** One cell as it is kept. */
export interface Kept {
  readonly itemId: string;
  readonly year: number;
  readonly expected: string;
  readonly maximum: string | null;
  readonly unitPrice: string | null;
  readonly origin: LineOrigin;
}

export type Cells = ReadonlyMap<string, Cell>;

export const EMPTY: Cell = { expected: '', maximum: '', modelled: false };

/** The key of a cell. */
export function cellKey(itemId: string, year: number): string {
  return `${itemId} ${year}`;
}

/** The sheet as it stands: what is declared, and over it what one's own organisation has saved besides. */
export function keptCells(lines: readonly Kept[], drafts: readonly Kept[]): Map<string, Kept> {
  return new Map([...lines, ...drafts].map((kept) => [cellKey(kept.itemId, kept.year), kept]));
}

/** The kept cells as texts. */
export function writtenCells(kept: ReadonlyMap<string, Kept>, write: (decimal: string) => string): Map<string, Cell> {
  return new Map(
    [...kept].map(([key, { expected, maximum, origin }]) => [
      key,
      { expected: write(expected), maximum: maximum === null ? '' : write(maximum), modelled: origin === 'MODELLED' },
    ]),
  );
}

/** Whether the text of a cell can be read; an empty cell is nothing yet. */
export function isReadable(text: string, language: WrittenIn): boolean {
  const read = text.trim() ? readDecimal(text, language) : '0';
  return read !== null && !read.startsWith('-');
}

/** The cells that say something else than what is kept, as the API takes them; a cell that was emptied becomes 0. */
export function changedCells(cells: Cells, kept: ReadonlyMap<string, Kept>, language: WrittenIn): VolumeCellInput[] {
  return [...cells].flatMap(([key, cell]) => {
    const before = kept.get(key);
    const expected = readDecimal(cell.expected, language) ?? (before ? '0' : null);
    if (expected === null) return [];
    const maximum = readDecimal(cell.maximum, language);
    const same =
      before !== undefined &&
      sameDecimal(before.expected, expected) &&
      sameDecimal(before.maximum, maximum) &&
      (before.origin === 'MODELLED') === cell.modelled;
    if (same) return [];
    const [itemId = '', year = ''] = key.split(' ');
    const unitPrice = before?.unitPrice ? { unitPrice: { amount: before.unitPrice, vat: 'EXCLUDED' as const } } : {};
    return [{ itemId, year: Number(year), expected, maximum, modelled: cell.modelled, ...unitPrice }];
  });
}

/** The sum over years of one item, exactly. */
export function rowSum(cells: Cells, itemId: string, years: readonly number[], language: WrittenIn): string {
  return sumOf(years.map((year) => readDecimal(cells.get(cellKey(itemId, year))?.expected ?? '', language) ?? '0'));
}

/** What the quantities of one year are worth at the prices that are known. */
export function yearValue(
  cells: Cells,
  kept: ReadonlyMap<string, Kept>,
  items: readonly { readonly id: string; readonly unitPrice: string | null }[],
  year: number,
  language: WrittenIn,
): string {
  return sumOf(
    items.flatMap(({ id, unitPrice }) => {
      const key = cellKey(id, year);
      const price = kept.get(key)?.unitPrice ?? unitPrice;
      const quantity = readDecimal(cells.get(key)?.expected ?? '', language);
      return price && quantity ? [productOf(quantity, price)] : [];
    }),
  );
}
