import Decimal from 'decimal.js';

const Exact = Decimal.clone({ precision: 60 });

/** What a participation can come to cost, as a person who decides wants to know it. Amounts are NOK excluding VAT. */
export interface CostFigures {
  readonly total: string | null;
  /** Of several years the dearest. */
  readonly perYear: string | null;
  readonly dearestYear: number | null;
  readonly perInhabitantPerYear: string | null;
}

/**
 * What the limits of R3 are held against, said beforehand: the whole term with options, the dearest year, and that year per
 * inhabitant, rounded up to whole øre so that a limit taken from it is never too small. Nothing while no volumes are known.
 */
export function costFigures(
  yearly: readonly { readonly year: number; readonly value: string }[],
  inhabitants: number | null,
): CostFigures {
  const dearest = yearly.reduce<{ year: number; value: string } | null>(
    (most, year) => (most === null || new Exact(year.value).gt(most.value) ? year : most),
    null,
  );
  if (!dearest) return { total: null, perYear: null, dearestYear: null, perInhabitantPerYear: null };
  const total = yearly.reduce((sum, { value }) => sum.plus(value), new Exact(0));
  return {
    total: total.toFixed(2),
    perYear: new Exact(dearest.value).toFixed(2),
    dearestYear: dearest.year,
    perInhabitantPerYear: inhabitants ? new Exact(dearest.value).div(inhabitants).toFixed(2, Decimal.ROUND_UP) : null,
  };
}
