/** Real minutes for which a code opens, counted from when it was asked for. */
export const CODE_MINUTES = 10;
/** Wrong guesses that one code stands. */
export const MOST_ATTEMPTS = 5;
/** Codes that one person gets in so many minutes; what is asked for beyond is not sent, and not told. */
export const MOST_CODES = { codes: 3, minutes: 15 };

const DIGITS = 8;

/** So many codes there are. */
export const CODES = 10 ** DIGITS;

/** One of them, as text: eight digits. */
export function codeOf(number: number): string {
  return String(number).padStart(DIGITS, '0');
}

/** A code as people read it: 1234 5678. */
export function readableCode(code: string): string {
  return `${code.slice(0, DIGITS / 2)} ${code.slice(DIGITS / 2)}`;
}

/** The digits of what somebody has typed, with spaces or hyphens as they stand in the mail; null when it is no code. */
export function typedCode(typed: unknown): string | null {
  if (typeof typed !== 'string' || typed.length > 40) return null;
  const code = typed.replace(/[\s\u00a0-]/g, '');
  return /^\d{8}$/.test(code) ? code : null;
}

/** The address that somebody has typed, trimmed; null when it is none. Upper and lower case are the same to the register. */
export function typedAddress(typed: unknown): string | null {
  if (typeof typed !== 'string' || typed.length > 300) return null;
  const address = typed.trim();
  return /^[^\s@<>,;:"]{1,64}@[^\s@<>,;:"]{1,189}$/.test(address) ? address : null;
}
