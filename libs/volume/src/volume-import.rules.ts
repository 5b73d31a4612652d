import type { Texts } from '@samanker/request';
import type { CellFault, KeptQuantity, QuantityChange, QuantityKind } from './volume-workbook.rules';

/** What is wrong with a cell of a workbook and what to do. */
export const CELL_FAULTS: Readonly<Record<CellFault['fault'], Texts>> = {
  NOT_A_NUMBER: {
    nb: 'Cellen er ikke et tall. Skriv for eksempel 1 234,5.',
    nn: 'Cella er ikkje eit tal. Skriv til dømes 1 234,5.',
    en: 'The cell is not a number. Write for example 1234.5.',
  },
  UNKNOWN_ROW: {
    nb: 'Raden hører ikke til en vare i saken. Slett den, eller last ned arket på nytt.',
    nn: 'Rada høyrer ikkje til ei vare i saka. Slett henne, eller last ned arket på nytt.',
    en: 'The row belongs to no item of the case. Delete it, or download the sheet again.',
  },
  ROW_TWICE: {
    nb: 'Varen står i to rader. Behold én av dem.',
    nn: 'Vara står i to rader. Ta vare på ei av dei.',
    en: 'The item stands in two rows. Keep one of them.',
  },
  YEAR_TWICE: {
    nb: 'Året står i to kolonner. Behold én av dem.',
    nn: 'Året står i to kolonnar. Ta vare på ein av dei.',
    en: 'The year stands in two columns. Keep one of them.',
  },
  UNKNOWN_YEAR: {
    nb: 'Avtalen gjelder ikke dette året. Slett kolonnen.',
    nn: 'Avtalen gjeld ikkje dette året. Slett kolonnen.',
    en: 'The contract does not cover this year. Delete the column.',
  },
};

/** A cell to keep, and where its two quantities stand in the file. */
export interface ImportedCell {
  readonly itemId: string;
  readonly year: number;
  readonly expected: string;
  readonly maximum: string | null;
  /** Own price of one unit, NOK excluding VAT. */
  readonly unitPrice: string | null;
  readonly modelled: boolean;
  readonly places: Partial<Record<QuantityKind, string>>;
}

/** The changed cells as a whole: what the file does not change stays, one's own price too; none is modelled any more. */
export function importedCells(changes: readonly QuantityChange[], kept: readonly KeptQuantity[]): ImportedCell[] {
  const known = new Map(kept.map((one) => [`${one.itemId} ${one.year}`, one]));
  const cells = new Map<string, ImportedCell>();
  for (const { itemId, year, kind, after, cell } of changes) {
    const key = `${itemId} ${year}`;
    const before = known.get(key);
    const soFar = cells.get(key) ?? {
      itemId,
      year,
      expected: before?.expected ?? '0',
      maximum: before?.maximum ?? null,
      unitPrice: before?.unitPrice ?? null,
      modelled: false,
      places: {},
    };
    const places = { ...soFar.places, [kind]: cell };
    cells.set(
      key,
      kind === 'EXPECTED' ? { ...soFar, expected: after ?? '0', places } : { ...soFar, maximum: after, places },
    );
  }
  return [...cells.values()];
}
