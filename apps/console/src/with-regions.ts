import { dataSourceOf, regionsSeenBy, Transactions } from '@samanker/database';
import { DecisionLog } from '@samanker/decision-log';
import { Outbox } from '@samanker/outbox';
import type { DataSource } from 'typeorm';

/** What a command works with that goes through the regions: transactions as the app, and who sees which regions there are. */
export interface Regions {
  readonly transactions: Transactions;
  readonly sweeper: DataSource;
}

/** The region with this short name; a fault that names the others where there is none. */
export async function regionBySlug(
  { transactions, sweeper }: Regions,
  slug: string,
): Promise<{ id: string; name: string }> {
  const slugs: string[] = [];
  for (const region of await regionsSeenBy(sweeper)) {
    const own = await transactions.asService(region.id, 'console', (work) =>
      work.one<{ slug: string }>('select slug from region where id = $1', [region.id]),
    );
    if (own?.slug === slug) return region;
    if (own) slugs.push(own.slug);
  }
  throw new Error(`There is no region "${slug}". There are: ${slugs.join(', ')}`);
}

/**
 * Runs something with the log-ins of app and sweeper and closes them again. Row-level security binds it like everything
 * else (R30): one transaction sees one region. What it changes is logged as by the service.
 */
export async function withRegions<T>(
  run: (regions: Regions) => Promise<T>,
  { DATABASE_URL, SWEEPER_DATABASE_URL }: NodeJS.ProcessEnv = process.env,
): Promise<T> {
  if (!DATABASE_URL || !SWEEPER_DATABASE_URL) throw new Error('DATABASE_URL and SWEEPER_DATABASE_URL must be set.');
  const common = { applicationName: 'samanker-console', poolSize: 2, statementTimeout: 0 };
  const app = await dataSourceOf({ ...common, url: DATABASE_URL }).initialize();
  try {
    const sweeper = await dataSourceOf({ ...common, url: SWEEPER_DATABASE_URL }).initialize();
    try {
      const transactions = new Transactions(app);
      new Outbox(transactions);
      new DecisionLog(transactions);
      return await run({ transactions, sweeper });
    } finally {
      await sweeper.destroy();
    }
  } finally {
    await app.destroy();
  }
}
