import { dataSourceOf } from '@samanker/database';
import type { DataSource } from 'typeorm';

/** Runs something with the owner's log-in and closes it again. */
export async function withOwner<T>(run: (owner: DataSource) => Promise<T>): Promise<T> {
  const url = process.env.MIGRATOR_DATABASE_URL;
  if (!url) throw new Error('MIGRATOR_DATABASE_URL is not set: this command needs the log-in that owns the tables.');
  const owner = await dataSourceOf({
    url,
    applicationName: 'samanker-console',
    poolSize: 2,
    role: 'samanker_owner',
    statementTimeout: 0,
  }).initialize();
  try {
    return await run(owner);
  } finally {
    await owner.destroy();
  }
}
