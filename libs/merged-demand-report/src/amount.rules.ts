import Decimal from 'decimal.js';

// A largest quantity times a largest price has 27 digits; the default of 20 would round it.
const Exact = Decimal.clone({ precision: 60 });

/** A decimal number in its one shortest form: 12.5000 and 12.5 are the same data (R22). */
export function shortest(value: Decimal.Value): string {
  return new Exact(value).toFixed();
}

/** An amount with two decimals. */
export function toOre(value: Decimal.Value): string {
  return new Exact(value).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);
}

/** The exact sum of amounts; a line without a price adds nothing and is named among what is missing. */
export function sum(values: readonly (string | null)[]): string {
  return values.reduce<Decimal>((total, value) => (value === null ? total : total.plus(value)), new Exact(0)).toFixed();
}

/** Quantity times price, rounded to øre; null without a price. */
export function valueOf(quantity: string, unitPrice: string | null): string | null {
  return unitPrice === null ? null : toOre(new Exact(quantity).times(unitPrice));
}
