import Decimal from 'decimal.js';
import { UNITS } from './units';

/** What a conversion needs to know of a unit. */
export interface UnitOfMeasure {
  readonly code: string;
  readonly dimension: string;
  readonly toBase: string;
}

/** A conversion that was applied, with the rule to show: 1 `larger` = `factor` `smaller` (null when nothing was converted). */
export interface Converted {
  readonly quantity: string;
  readonly shown: { readonly larger: string; readonly smaller: string; readonly factor: string } | null;
}

/** Why two units cannot be added: they measure different things, or the result would have to be rounded. */
export interface ConversionRefused {
  readonly refused: 'DIFFERENT_DIMENSION' | 'NOT_EXACT';
}

const MOST_DECIMALS = 4;
// 60 digits are more than any quantity times any factor has: no product is ever rounded.
const Exact = Decimal.clone({ precision: 60 });
const KNOWN = new Map(
  UNITS.flatMap((unit) =>
    [unit.code.toLowerCase(), unit.nameNb, unit.nameNn, unit.nameEn, ...unit.synonyms].map(
      (name) => [name.toLowerCase(), unit.code] as const,
    ),
  ),
);

/** R18: the same quantity in another unit, exactly, or a refusal. Nothing is rounded: a sum of rounded parts is a wrong sum. */
export function convert(quantity: string, from: UnitOfMeasure, to: UnitOfMeasure): Converted | ConversionRefused {
  if (from.code === to.code) return { quantity: new Exact(quantity).toFixed(), shown: null };
  if (from.dimension !== to.dimension) return { refused: 'DIFFERENT_DIMENSION' };
  const inBase = new Exact(quantity).times(from.toBase);
  const converted = inBase.div(to.toBase);
  if (converted.decimalPlaces() > MOST_DECIMALS || !converted.times(to.toBase).eq(inBase))
    return { refused: 'NOT_EXACT' };
  return { quantity: converted.toFixed(), shown: conversionShown(from, to) };
}

/** R18: may quantities in these two units be added at all? */
export function unitsAgree(a: UnitOfMeasure, b: UnitOfMeasure): boolean {
  return a.code === b.code || a.dimension === b.dimension;
}

/** The code of a unit as people write it: stk, stykk, enheter → STK; null when it is not known. */
export function unitCodeOf(text: string): string | null {
  return KNOWN.get(text.normalize('NFC').trim().toLowerCase()) ?? null;
}

/** How many leading digits two CPV codes share, trailing zeros aside: 33195000 and 33195100 → 5. */
export function sharedCpvDigits(a: string, b: string): number {
  if (a === b) return 8;
  let shared = 0;
  while (shared < 8 && a[shared] === b[shared]) shared++;
  return Math.min(shared, Math.max(significantDigits(a), significantDigits(b)));
}

/** How fine a CPV code is: the digits before the trailing zeros, at least the division's two. */
export function significantDigits(code: string): number {
  return Math.max(2, code.replace(/0+$/, '').length);
}

/** The eight digits of what was written as a CPV code, with or without check digit (33195000-3); null when it is none. */
export function cpvCodeOf(text: string): string | null {
  return /^\s*(\d{8})(?:\s*-\s*\d)?\s*$/.exec(text)?.[1] ?? null;
}

function conversionShown(a: UnitOfMeasure, b: UnitOfMeasure): Converted['shown'] {
  const [larger, smaller] = new Exact(a.toBase).gte(b.toBase) ? [a, b] : [b, a];
  return { larger: larger.code, smaller: smaller.code, factor: new Exact(larger.toBase).div(smaller.toBase).toFixed() };
}
