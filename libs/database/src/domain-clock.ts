import type { DataSource } from 'typeorm';

/**
 * Moves domain time so that it is `instant` now; from there it runs on at the pace of real time. Only the migrator may,
 * and never in production: deadlines are counted from this clock.
 */
export async function setDomainClock(owner: DataSource, instant: Date): Promise<void> {
  if (process.env.NODE_ENV === 'production') throw new Error('Domain time cannot be moved in production.');
  await owner.query(`update domain_clock set clock_offset = $1::timestamptz - now()`, [instant.toISOString()]);
}
