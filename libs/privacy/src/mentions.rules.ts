/** What a person is found by in other people's words. */
export interface Named {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
}

/** What stands in a text instead of somebody who was erased. */
export const ERASED = 'Slettet person';

const NORWEGIAN_NUMBER = 8;

/**
 * A regular expression, for PostgreSQL and JavaScript alike, that finds the person's full name, address and telephone
 * number, however they are spaced. A single word is no name to search for: it would find others.
 */
export function mentionsOf({ name, email, phone }: Named): string {
  const words = name.trim().split(/\s+/).map(escaped);
  const digits = (phone ?? '').replace(/\D/g, '');
  const found = [escaped(email.trim())];
  if (words.length > 1) found.push(words.join('\\s+'));
  if (digits.length >= NORWEGIAN_NUMBER)
    found.push(`(?:(?:\\+|00)47[ .-]?)?${[...digits.slice(-NORWEGIAN_NUMBER)].join('[ .-]?')}`);
  return `(?<!\\w)(?:${found.join('|')})(?!\\w)`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');
}
