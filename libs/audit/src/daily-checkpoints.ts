import { regionsSeenBy, type Transactions, type Work } from '@samanker/database';
import { lockCheckpoints, takeCheckpoint, type LogKeys, type Taken } from '@samanker/decision-log';
import type { DataSource } from 'typeorm';
import { CheckpointMade } from './audit.events';

/** Entries that follow from checkpoints and mails themselves; a day of nothing else ends without a checkpoint. */
const BY_ITSELF = ['makeCheckpoint', 'sendCheckpoint', 'sendMail'];

/** A log that does not hold, found when it was to be signed. */
export class LogDoesNotHold extends Error {}

/**
 * Each day with changes ends in a checkpoint, taken after its midnight in Oslo: once in each region, however many workers
 * ask. Days are real ones: the database could be asked for another domain time. Answers how many were taken.
 */
export async function takeDailyCheckpoints(
  transactions: Transactions,
  sweeper: DataSource,
  keys: LogKeys,
): Promise<number> {
  let taken = 0;
  const broken: string[] = [];
  for (const region of await regionsSeenBy(sweeper)) {
    const outcome = await transactions.asService<Taken>(region.id, 'daily-checkpoint', (work) => daily(work, keys));
    if (outcome.kind === 'TAKEN') taken++;
    if (outcome.kind === 'BROKEN') broken.push(`${region.name}: ${JSON.stringify(outcome)}`);
  }
  if (broken.length > 0) throw new LogDoesNotHold(`the decision log does not hold: ${broken.join('; ')}`);
  return taken;
}

async function daily(work: Work, keys: LogKeys): Promise<Taken> {
  if (!(await isDue(work))) return { kind: 'NOTHING_NEW' };
  await lockCheckpoints(work);
  if (!(await isDue(work))) return { kind: 'NOTHING_NEW' };
  const taken = await takeCheckpoint(work, keys, true);
  if (taken.kind === 'TAKEN') work.publish(new CheckpointMade({ checkpointId: taken.id }));
  return taken;
}

/** Has something come before today that no checkpoint covers? Of two workers the second asks again under the lock. */
async function isDue(work: Work): Promise<boolean> {
  const row = await work.one<{ due: boolean }>(
    `select exists (select from decision_log l where l.region_id = $1
         and l.seq > coalesce((select max(seq) from decision_log_checkpoint where region_id = $1), 0)
         and l.recorded_at < date_trunc('day', now() at time zone 'Europe/Oslo') at time zone 'Europe/Oslo'
         and l.verb <> all($2::text[])) as due`,
    [work.regionId, BY_ITSELF],
    'daily-checkpoint-due',
  );
  return row?.due ?? false;
}
