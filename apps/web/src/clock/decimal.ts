/** Quantities have at most four decimals; they are added as whole ten-thousandths, never as floating-point numbers. */
const SCALE = 4;

/**
 * What a person writes (`1 234,5`, `1.234,50`, `1234.5`) as the decimal string of the API, or null when it is no number.
 * One comma or one point alone is a decimal sign, unless it groups thousands beside the other.
 */
export function readDecimal(text: string): string | null {
  let plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(/^\u2212/, '-');
  if (plain.includes(',') && plain.includes('.')) {
    const decimalSign = plain.lastIndexOf(',') > plain.lastIndexOf('.') ? ',' : '.';
    plain = plain.split(decimalSign === ',' ? '.' : ',').join('');
  }
  plain = plain.replace(',', '.');
  const parts = /^(-?)(\d+)(?:\.(\d*))?$/.exec(plain) ?? /^(-?)()\.(\d+)$/.exec(plain);
  if (!parts) return null;
  const [, sign, whole = '', fraction = ''] = parts;
  const trimmed = fraction.replace(/0+$/, '');
  const number = `${whole.replace(/^0+(?=\d)/, '') || '0'}${trimmed ? `.${trimmed}` : ''}`;
  return sign && number !== '0' ? `-${number}` : number;
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
