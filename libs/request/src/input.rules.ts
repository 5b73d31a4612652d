import { addMonths, type LocalDate } from '@samanker/clock';
import Decimal from 'decimal.js';
import { InvalidInput } from './invalid-input';

const LONGEST_TEXT = 20_000;
/** A whole file in one field; a verb says by name which of its fields are files. */
const LONGEST_FILE = 1_000_000;
const LONGEST_LIST = 2_000;
// Control characters but tab, line feed and carriage return: PostgreSQL refuses NUL, nobody can read the rest.
const CONTROL = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u;

/**
 * Checks the whole input of a verb before anything else reads it: storable text, bounded lengths, bounded lists. The
 * fields named in `longFields` hold a file; they stand in the input itself, not deeper.
 */
export function checkInput(
  value: unknown,
  path: (string | number)[],
  longFields: readonly string[] = [],
  longest = LONGEST_TEXT,
): InvalidInput | null {
  if (typeof value === 'string') {
    if (value.length > longest) return new InvalidInput(path, 'TOO_LONG', longest);
    return CONTROL.test(value) || !value.isWellFormed() ? new InvalidInput(path, 'ILLEGAL_CHARACTER') : null;
  }
  if (Array.isArray(value) && value.length > LONGEST_LIST) return new InvalidInput(path, 'TOO_MANY', LONGEST_LIST);
  if (value === null || typeof value !== 'object') return null;
  for (const [key, inner] of Object.entries(value)) {
    const fault = checkInput(inner, [...path, key], [], longFields.includes(key) ? LONGEST_FILE : LONGEST_TEXT);
    if (fault) return fault;
  }
  return null;
}

/** Something that a reader sees: marks of direction and spaces alone are no reason, name or note. */
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A text of at most `most` characters; what nobody sees counts as missing where it is required. */
export function checkText(
  value: string | null | undefined,
  path: (string | number)[],
  most: number,
  required = false,
): InvalidInput | null {
  if (required && !SEEN.test(value ?? '')) return new InvalidInput(path, 'REQUIRED');
  return value && value.length > most ? new InvalidInput(path, 'TOO_LONG', most) : null;
}

/** A quantity: a decimal number, not negative, at most four decimals, at most one billion. */
export function checkQuantity(
  value: string,
  path: (string | number)[],
  { positive = false } = {},
): InvalidInput | null {
  return checkDecimal(value, path, 4, '1000000000', positive);
}

/** An amount given in the input: NOK, and said to be with or without VAT, so that nobody has to guess (B15). */
export interface AmountGiven {
  readonly amount: string;
  readonly vat: 'EXCLUDED' | 'INCLUDED';
}

/** NOK excluding VAT, whole øre, not negative. A figure with VAT is refused, not converted: the rate is not ours to guess. */
export function checkAmount(value: AmountGiven | null | undefined, path: (string | number)[]): InvalidInput | null {
  if (!value) return null;
  if (value.vat === 'INCLUDED') return new InvalidInput([...path, 'vat'], 'VAT_INCLUDED');
  return checkDecimal(value.amount, [...path, 'amount'], 2, '100000000000', false);
}

/** A share in per cent: not negative, at most two decimals, at most a hundred. */
export function checkPercentage(value: string | null | undefined, path: (string | number)[]): InvalidInput | null {
  return value === null || value === undefined ? null : checkDecimal(value, path, 2, '100', false);
}

const MONTHS_AHEAD = 120;

/** A day that people plan for: at most ten years ahead. What lies further off is a slip of the keyboard. */
export function checkAhead(date: LocalDate, path: (string | number)[], today: LocalDate): InvalidInput | null {
  const last = latestPlanned(today);
  return date > last ? new InvalidInput(path, 'DATE_TOO_LATE', last) : null;
}

/** The last day that anything can be planned for. */
export function latestPlanned(today: LocalDate): LocalDate {
  return addMonths(today, MONTHS_AHEAD);
}

function checkDecimal(
  value: string,
  path: (string | number)[],
  decimals: number,
  limit: string,
  positive: boolean,
): InvalidInput | null {
  if (!/^-?\d{1,18}(\.\d{1,12})?$/.test(value)) return new InvalidInput(path, 'NOT_A_NUMBER');
  const number = new Decimal(value);
  if (number.isNegative() && !number.isZero()) return new InvalidInput(path, 'NEGATIVE');
  if (positive && number.isZero()) return new InvalidInput(path, 'NOT_POSITIVE');
  if (number.gt(limit)) return new InvalidInput(path, 'TOO_LARGE', limit);
  return number.decimalPlaces() > decimals ? new InvalidInput(path, 'TOO_MANY_DECIMALS', decimals) : null;
}

/** The first fault of several checks. */
export function firstFault(...faults: (InvalidInput | null | undefined | false)[]): InvalidInput | null {
  for (const fault of faults) if (fault) return fault;
  return null;
}
