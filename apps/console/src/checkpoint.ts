import { CheckpointMade, checkpointsByIds } from '@samanker/audit';
import { regionsSeenBy } from '@samanker/database';
import { LogKeys, takeCheckpoint } from '@samanker/decision-log';
import { withRegions } from './with-regions';

/** `checkpoint`: takes a signed checkpoint of every region's log and prints it, one line of JSON each, to be kept elsewhere. */
export async function checkpoint(): Promise<number> {
  return withRegions(async ({ transactions, sweeper }) => {
    const keys = new LogKeys();
    let broken = 0;
    for (const region of await regionsSeenBy(sweeper)) {
      const line = await transactions.asService(region.id, 'console', async (work) => {
        const taken = await takeCheckpoint(work, keys, false);
        if (taken.kind !== 'TAKEN') return taken;
        work.publish(new CheckpointMade({ checkpointId: taken.id }));
        const { text, signature, publicKey } = (await checkpointsByIds(work, [taken.id])).get(taken.id)!;
        return { text, signature, publicKey };
      });
      if ('text' in line) process.stdout.write(`${JSON.stringify(line)}\n`);
      else if (line.kind === 'NOTHING_NEW')
        process.stderr.write(`${region.name}: nothing has come since the last one\n`);
      else {
        broken++;
        process.stderr.write(`${region.name}: BROKEN, not signed: ${JSON.stringify(line)}\n`);
      }
    }
    return broken > 0 ? 1 : 0;
  });
}
