import type { DataSource } from 'typeorm';

const underWay = new Set<string>();

/**
 * Notes that a session is in use, so that it does not end as idle. On a connection of its own, because reads are read-only
 * transactions, and without anybody waiting for it: a note that is lost is written a minute later.
 */
export function noteSessionInUse(dataSource: DataSource, sessionHash: string): void {
  if (underWay.has(sessionHash)) return;
  underWay.add(sessionHash);
  dataSource
    .query(`update session set seen_at = now() where token_hash = $1 and seen_at < now() - interval '1 minute'`, [
      Buffer.from(sessionHash, 'hex'),
    ])
    .catch(() => undefined)
    .finally(() => underWay.delete(sessionHash));
}
