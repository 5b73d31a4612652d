import { loadClassification } from '@samanker/classification';
import { dataSourceOf, migrate } from '@samanker/database';
import { migrateQueue } from '@samanker/outbox';
import { loadThresholds } from '@samanker/procurement-law';

/** Where the migrator works, and where the queue lives. */
export interface MigratorUrls {
  readonly MIGRATOR_DATABASE_URL: string;
  readonly QUEUE_URL: string;
}

/** Migrations, the queue's own tables, and reference data (CPV codes, units, thresholds). Safe to repeat. */
export async function bringUpToDate({ MIGRATOR_DATABASE_URL, QUEUE_URL }: MigratorUrls): Promise<string[]> {
  const applied = await migrate(MIGRATOR_DATABASE_URL);
  await migrateQueue(MIGRATOR_DATABASE_URL, QUEUE_URL);
  const owner = await dataSourceOf({
    url: MIGRATOR_DATABASE_URL,
    applicationName: 'samanker-reference-data',
    poolSize: 1,
    role: 'samanker_owner',
    statementTimeout: 0,
  }).initialize();
  try {
    await loadClassification(owner);
    await loadThresholds(owner);
  } finally {
    await owner.destroy();
  }
  return applied;
}
