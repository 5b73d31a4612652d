import { dataSourceOf } from './data-source';

// Any constant will do: two migrators at once wait for each other on this key.
const MIGRATION_LOCK = 7_263_542_019;

/** Brings the schema up to date as the owner; two migrators at once run one after the other. Returns the names applied. */
export async function migrate(migratorUrl: string): Promise<string[]> {
  const dataSource = await dataSourceOf({
    url: migratorUrl,
    applicationName: 'samanker-migrator',
    poolSize: 2,
    role: 'samanker_owner',
    statementTimeout: 0,
  }).initialize();
  const holder = dataSource.createQueryRunner();
  try {
    await holder.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return (await dataSource.runMigrations()).map(({ name }) => name);
  } finally {
    await holder.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await holder.release();
    await dataSource.destroy();
  }
}
