import type { DataSource } from 'typeorm';

/** The data source of the role that sees outbox, expectation and mail rows of every region, and nothing else of theirs. */
export const SWEEPER_DATA_SOURCE = Symbol('SWEEPER_DATA_SOURCE');

/** Every region, by name. Only the sweeper sees more than one. */
export async function regionsSeenBy(sweeper: DataSource): Promise<{ id: string; name: string }[]> {
  return sweeper.query('select id, name from region order by name');
}
