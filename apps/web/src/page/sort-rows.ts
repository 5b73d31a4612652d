import type { CsvCell } from './csv';

export type Direction = 'ascending' | 'descending';

const FIGURE = /^-?\d+(?:\.\d+)?$/;
const words = new Intl.Collator('nb', { numeric: true });

function compare(a: CsvCell, b: CsvCell): number {
  const [left, right] = [String(a), String(b)];
  return FIGURE.test(left) && FIGURE.test(right) ? Number(left) - Number(right) : words.compare(left, right);
}

const isEmpty = (cell: CsvCell): boolean => cell === null || cell === undefined || cell === '';

/** Rows by one of their cells; empty cells stand last whichever way, equal ones as they came. */
export function sortRows<Row>(rows: readonly Row[], cellOf: (row: Row) => CsvCell, direction: Direction): Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [left, right] = [cellOf(a), cellOf(b)];
    if (isEmpty(left) || isEmpty(right)) return Number(isEmpty(left)) - Number(isEmpty(right));
    return sign * compare(left, right);
  });
}
