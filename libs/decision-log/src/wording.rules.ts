import { createHash } from 'node:crypto';

/**
 * R32: what people write in their own words may name somebody, and the log is for ever. So it keeps a hash of the wording
 * only: a wording that was changed afterwards is found, and nobody stands in the log by name. Null where nothing was said.
 */
export function wordingSha256(text: string | null | undefined): string | null {
  return text ? createHash('sha256').update(text, 'utf8').digest('hex') : null;
}

/** The same data with the texts of these fields, however deep, as hashes: `title` becomes `titleSha256` (R32). */
export function withoutWording(data: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(data)) return data.map((one) => withoutWording(one, fields));
  if (data === null || typeof data !== 'object' || data instanceof Date) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) =>
      fields.includes(name) && (typeof value === 'string' || value === null)
        ? [`${name}Sha256`, wordingSha256(value as string | null)]
        : [name, withoutWording(value, fields)],
    ),
  );
}
