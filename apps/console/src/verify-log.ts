import { regionsSeenBy } from '@samanker/database';
import { LogKeys, verifyLog, type Verified } from '@samanker/decision-log';
import { withRegions } from './with-regions';

/** Follows the hash chain of every region; exit code 1 and the entry's number where one is broken (R31). */
export async function verifyLogs(): Promise<number> {
  return withRegions(async ({ transactions, sweeper }) => {
    const keys = new LogKeys();
    let broken = 0;
    for (const region of await regionsSeenBy(sweeper)) {
      const verified = await transactions.asService(region.id, 'console', (work) => verifyLog(work, keys));
      if (verified.fault || verified.checkpointFault) broken++;
      process.stdout.write(`${region.name}: ${said(verified)}\n`);
    }
    return broken > 0 ? 1 : 0;
  });
}

function said({ entries, head, checkpoints, fault, checkpointFault }: Verified): string {
  const faults = [
    fault && `BROKEN at entry ${fault.seq} (${fault.fault}${fault.since ? `, from entry ${fault.since} on` : ''})`,
    checkpointFault && `BROKEN at checkpoint ${checkpointFault.number} (${checkpointFault.fault})`,
  ].filter(Boolean);
  return faults.length > 0
    ? faults.join('; ')
    : `${entries} entries verified, head ${head}, ${checkpoints} checkpoints`;
}
