import { createHash } from 'node:crypto';

/** What somebody wrote, on its way into the log: it gets there as a salted hash only. */
export class Wording {
  constructor(readonly text: string) {}
}

/**
 * R32: what people write in their own words may name somebody, and the log is for ever. So it keeps a hash of the wording
 * only, salted when the entry is written: a wording that was changed afterwards is found, nobody stands in the log by
 * name, and a name cannot be found by trying. Null where nothing was said.
 */
export function wordingSha256(text: string | null | undefined): Wording | null {
  return text ? new Wording(text) : null;
}

/** The same data with the texts of these fields, however deep, as hashes: `title` becomes `titleSha256` (R32). */
export function withoutWording(data: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(data)) return data.map((one) => withoutWording(one, fields));
  if (!isPlain(data)) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) =>
      fields.includes(name) && (typeof value === 'string' || value === null)
        ? [`${name}Sha256`, wordingSha256(value)]
        : [name, withoutWording(value, fields)],
    ),
  );
}

/**
 * SHA-256 of salt, colon and wording. The salt is that of the commitment to who acted: with it anybody can show that a
 * wording is the one that was logged; once that person is erased, the salt is gone and nobody can.
 */
export function saltedWording(salt: string, text: string): string {
  return createHash('sha256').update(`${salt}:${text}`, 'utf8').digest('hex');
}

/** What goes into the log: every wording in it as its salted hash. Equal texts of one entry are seen to be equal. */
export function withSaltedWordings(data: unknown, salt: string): unknown {
  if (data instanceof Wording) return saltedWording(salt, data.text);
  if (Array.isArray(data)) return data.map((one) => withSaltedWordings(one, salt));
  if (!isPlain(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, withSaltedWordings(value, salt)]));
}

function isPlain(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !(data instanceof Date) && !(data instanceof Wording);
}
