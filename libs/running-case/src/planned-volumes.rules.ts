import Decimal from 'decimal.js';
import type { Standing } from './row-plan.rules';
import type { ReadColumn } from './running-sheet.rules';
import type { SheetFault } from './sheet-faults';
import type { ReadRow } from './sheet-rows.rules';

/** The term of a case, as far as quantities need it. */
export interface QuantityTerm {
  readonly firstYear: number;
  readonly years: number;
  readonly optionYears: number;
}

/** A quantity of one item in one year. */
export interface PlannedQuantity {
  /** From 1. */
  readonly itemNumber: number;
  readonly year: number;
  readonly expected: string;
}

/** The quantities of one row. */
export interface PlannedVolumes {
  readonly cell: string;
  readonly quantities: readonly PlannedQuantity[];
}

/** R20: quantities by item and year; a column without a year counts for each year of the contract, options not counted. */
export function plannedVolumes(
  row: ReadRow,
  columns: readonly ReadColumn[],
  items: number,
  term: QuantityTerm | null,
): { volumes: PlannedVolumes | null; faults: SheetFault[] } {
  const faults: SheetFault[] = [];
  const sums = new Map<string, PlannedQuantity>();
  for (const { cell, column, quantity } of row.quantities) {
    const head = columns.find((one) => one.column === column)!;
    // Before the case has items, its dry run only tells how many quantities there are.
    if (items === 0 && head.itemNumber === null) {
      sums.set(cell, { itemNumber: 0, year: 0, expected: quantity });
      continue;
    }
    if (head.itemNumber === null || head.itemNumber < 1 || head.itemNumber > items) {
      faults.push({ cell, fault: 'NO_SUCH_ITEM', about: head.heading });
      continue;
    }
    if (!term) continue;
    const last = term.firstYear + term.years + term.optionYears - 1;
    if (head.year !== null && (head.year < term.firstYear || head.year > last)) {
      faults.push({ cell, fault: 'NO_SUCH_YEAR', about: String(head.year) });
      continue;
    }
    const years = head.year !== null ? [head.year] : Array.from({ length: term.years }, (_, at) => term.firstYear + at);
    for (const year of years) {
      const key = `${head.itemNumber} ${year}`;
      const expected = new Decimal(sums.get(key)?.expected ?? 0).plus(quantity).toFixed();
      sums.set(key, { itemNumber: head.itemNumber, year, expected });
    }
  }
  const cell = row.quantities[0]?.cell;
  return { volumes: sums.size > 0 && cell ? { cell, quantities: [...sums.values()] } : null, faults };
}

/** Quantities that are known are never overwritten. */
export function standingOfVolumes(
  planned: readonly { readonly itemId: string; readonly year: number; readonly expected: string }[],
  known: { readonly begun: boolean; readonly lines: readonly { itemId: string; year: number; expected: string }[] },
): Standing {
  if (!known.begun) return 'NEW';
  const lines = new Map(known.lines.map((one) => [`${one.itemId} ${one.year}`, one.expected]));
  const same = planned.every(({ itemId, year, expected }) => {
    const line = lines.get(`${itemId} ${year}`);
    return line !== undefined && new Decimal(line).eq(expected);
  });
  return same ? 'UNCHANGED' : 'KEPT';
}
