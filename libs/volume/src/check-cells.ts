import Decimal from 'decimal.js';
import { convert, unitCodeOf, UnitsDoNotAgree, type UnitOfMeasure } from '@samanker/classification';
import { isYearOfCase, lastYear, type Term } from '@samanker/procurement-case';
import { checkAmount, checkQuantity, firstFault, InvalidInput, Refusal } from '@samanker/request';
import type { VolumeCellInput } from './declare-volumes.input';
import { MaximumBelowExpected, YearOutsideTerm } from './volume.refusals';

/** A cell as it will be stored: in the unit of its item. */
export interface Cell {
  readonly itemId: string;
  readonly year: number;
  readonly expected: string;
  readonly maximum: string | null;
  readonly unitPrice: string | null;
  readonly origin: 'DECLARED' | 'MODELLED';
}

/** What the cells are checked against. */
export interface Sheet {
  readonly term: Term;
  /** Unit code by id of the item: the items of the case. */
  readonly unitOfItem: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, UnitOfMeasure>;
}

/** R18, R20: the cells in the units of their items, or the first that is wrong, by its path. */
export function checkCells(cells: readonly VolumeCellInput[], sheet: Sheet): Cell[] | Refusal {
  const seen = new Set<string>();
  const checked: Cell[] = [];
  for (const [at, cell] of cells.entries()) {
    const path = ['input', 'cells', at];
    const key = `${cell.itemId.toLowerCase()} ${cell.year}`;
    if (seen.has(key)) return new InvalidInput([...path, 'itemId'], 'DUPLICATE');
    seen.add(key);
    const one = checkCell(cell, path, sheet);
    if (one instanceof Refusal) return one;
    checked.push(one);
  }
  return checked;
}

function checkCell(
  cell: VolumeCellInput,
  path: (string | number)[],
  { term, unitOfItem, units }: Sheet,
): Cell | Refusal {
  const itemId = cell.itemId.toLowerCase();
  const itemUnit = unitOfItem.get(itemId);
  if (itemUnit === undefined) return new InvalidInput([...path, 'itemId'], 'UNKNOWN_REFERENCE');
  if (!isYearOfCase(term, cell.year)) return new YearOutsideTerm([...path, 'year'], term.firstYear, lastYear(term));
  const fault = firstFault(
    checkQuantity(cell.expected, [...path, 'expected']),
    cell.maximum != null && checkQuantity(cell.maximum, [...path, 'maximum']),
    checkAmount(cell.unitPrice, [...path, 'unitPrice']),
  );
  if (fault) return fault;
  if (cell.maximum != null && new Decimal(cell.maximum).lt(cell.expected))
    return new MaximumBelowExpected([...path, 'maximum']);

  const given = cell.unitCode == null ? itemUnit : (unitCodeOf(cell.unitCode) ?? cell.unitCode);
  const [from, to] = [units.get(given), units.get(itemUnit)];
  if (!from || !to) return new InvalidInput([...path, 'unitCode'], 'UNKNOWN_UNIT');
  const expected = convert(cell.expected, from, to);
  const maximum = cell.maximum == null ? null : convert(cell.maximum, from, to);
  if ('refused' in expected || (maximum && 'refused' in maximum))
    return new UnitsDoNotAgree([...path, 'unitCode'], given, itemUnit);
  // A large number of large units can leave the bound only after it was converted.
  const bound = checkQuantity(maximum?.quantity ?? expected.quantity, [...path, maximum ? 'maximum' : 'expected']);
  if (bound) return bound;
  return {
    itemId,
    year: cell.year,
    expected: expected.quantity,
    maximum: maximum?.quantity ?? null,
    unitPrice: cell.unitPrice?.amount ?? null,
    origin: cell.modelled ? 'MODELLED' : 'DECLARED',
  };
}
