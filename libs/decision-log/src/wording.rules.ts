import { createHash } from 'node:crypto';

/**
 * R32: what people write in their own words may name somebody, and the log is for ever. So it keeps a hash of the wording
 * only: a wording that was changed afterwards is found, and nobody stands in the log by name. Null where nothing was said.
 */
export function wordingSha256(text: string | null | undefined): string | null {
  return text ? createHash('sha256').update(text, 'utf8').digest('hex') : null;
}
