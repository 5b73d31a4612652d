import { dataSourceOf, regionsSeenBy, Transactions } from '@samanker/database';
import { verifyLog } from '@samanker/decision-log';

/** Follows the hash chain of every region; exit code 1 and the entry's number where one is broken (R31). */
export async function verifyLogs(): Promise<number> {
  const { DATABASE_URL, SWEEPER_DATABASE_URL } = process.env;
  if (!DATABASE_URL || !SWEEPER_DATABASE_URL) throw new Error('DATABASE_URL and SWEEPER_DATABASE_URL must be set.');
  const app = await dataSourceOf({ url: DATABASE_URL, applicationName: 'samanker-console', poolSize: 1 }).initialize();
  const sweeper = await dataSourceOf({
    url: SWEEPER_DATABASE_URL,
    applicationName: 'samanker-console',
    poolSize: 1,
  }).initialize();
  try {
    const transactions = new Transactions(app);
    let broken = 0;
    for (const region of await regionsSeenBy(sweeper)) {
      const { entries, head, fault } = await transactions.asService(region.id, 'console', (work) => verifyLog(work));
      if (fault) broken++;
      process.stdout.write(
        fault
          ? `${region.name}: BROKEN at entry ${fault.seq} (${fault.fault})\n`
          : `${region.name}: ${entries} entries verified, head ${head}\n`,
      );
    }
    return broken > 0 ? 1 : 0;
  } finally {
    await app.destroy();
    await sweeper.destroy();
  }
}
