import { createHash } from 'node:crypto';

/**
 * The id of a seeded row: a UUID (version 8, of our own making) out of what the row is, so that every seeding gives the
 * same ids and the script of the case can point at people and meetings before they are stored.
 */
export function seedId(...name: readonly string[]): string {
  const hex = createHash('sha256').update(name.join('\u001f'), 'utf8').digest('hex');
  const variant = ((parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A stream of numbers in [0, 1) that is the same for the same name: what is modelled is modelled the same each time. */
export function drawsOf(name: string): () => number {
  let state = parseInt(createHash('sha256').update(name, 'utf8').digest('hex').slice(0, 8), 16);
  // mulberry32: 32 bits of state, enough to spread meetings over weekdays.
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
