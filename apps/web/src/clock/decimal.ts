import type { WrittenIn } from '../language/written-in';

/** Quantities have at most four decimals; they are added as whole ten-thousandths, never as floating-point numbers. */
const SCALE = 4;

/** `1.200`, `1,200,000`: one to three digits, and groups of three after one and the same sign. */
const GROUPS = /^-?[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*$/;

/**
 * What a person writes (`1 234,5`, `1.234,50`, `1234.5`) as the decimal string of the API, or null when it is no number.
 * One comma or one point alone is a decimal sign, unless it groups thousands beside the other. In English `1,200` is twelve
 * hundred, as it is shown there; in Norwegian `1.200` may be either, a thousandfold apart, and is not guessed.
 */
export function readDecimal(text: string, language: WrittenIn = 'nb'): string | null {
  let plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(/^\u2212/, '-');
  const sign = GROUPS.exec(plain)?.[1];
  if (sign) {
    const several = plain.split(sign).length > 2;
    if (several || (sign === ',' && language === 'en')) plain = plain.split(sign).join('');
    else if (sign === '.' && language !== 'en') return null;
  }
  if (plain.includes(',') && plain.includes('.')) {
    const decimalSign = plain.lastIndexOf(',') > plain.lastIndexOf('.') ? ',' : '.';
    plain = plain.split(decimalSign === ',' ? '.' : ',').join('');
  }
  plain = plain.replace(',', '.');
  const parts = /^(-?)(\d+)(?:\.(\d*))?$/.exec(plain) ?? /^(-?)()\.(\d+)$/.exec(plain);
  if (!parts) return null;
  const [, minus, whole = '', fraction = ''] = parts;
  const trimmed = fraction.replace(/0+$/, '');
  const number = `${whole.replace(/^0+(?=\d)/, '') || '0'}${trimmed ? `.${trimmed}` : ''}`;
  return minus && number !== '0' ? `-${number}` : number;
}

/** An amount as a person writes it: three digits after a sign are thousands, for øre are two (`300.000`, `1.234,50`). */
export function readAmount(text: string, language: WrittenIn = 'nb'): string | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '');
  return readDecimal(GROUPS.test(plain) ? plain.replace(/[.,]/g, '') : plain, language);
}

function scaled(value: string): bigint {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (whole === undefined) return 0n;
  const units = BigInt(whole + fraction.padEnd(SCALE, '0').slice(0, SCALE));
  return sign ? -units : units;
}

/** The exact sum of decimal strings with at most four decimals. */
export function sumOf(values: readonly string[]): string {
  const total = values.reduce((sum, value) => sum + scaled(value), 0n);
  const digits = (total < 0n ? -total : total).toString().padStart(SCALE + 1, '0');
  const fraction = digits.slice(-SCALE).replace(/0+$/, '');
  return `${total < 0n ? '-' : ''}${digits.slice(0, -SCALE)}${fraction ? `.${fraction}` : ''}`;
}

/** Whether two decimal strings are the same number. */
export function sameDecimal(a: string | null | undefined, b: string | null | undefined): boolean {
  return (a == null && b == null) || (a != null && b != null && scaled(a) === scaled(b));
}

/** Quantity × price of one unit, rounded to whole øre, half up. */
export function productOf(quantity: string, price: string): string {
  const exact = scaled(quantity) * scaled(price);
  const cent = 10n ** BigInt(2 * SCALE - 2);
  const rounded = (exact + (exact < 0n ? -cent : cent) / 2n) / cent;
  const digits = (rounded < 0n ? -rounded : rounded).toString().padStart(3, '0');
  return `${rounded < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
