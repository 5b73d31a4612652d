import { Injectable } from '@nestjs/common';
import { checkpointsByIds, mayAudit } from '@samanker/audit';
import { Transactions, type Work } from '@samanker/database';
import type { Delivery, JobHandler } from '@samanker/outbox';
import { checkpointOccasion } from './notice-occasions.rules';
import { queueNotices } from './queue-notices';

/** Sends a checkpoint of the log to those who audit (R31): to each person once, however often this runs (R9). */
@Injectable()
export class SendCheckpoint implements JobHandler {
  readonly job = 'send-checkpoint';

  constructor(private readonly transactions: Transactions) {}

  carryOut({ id, regionId, payload }: Delivery): Promise<void> {
    return this.transactions.asService(regionId, id, (work) => sendOut(work, payload.checkpointId ?? ''));
  }
}

async function sendOut(work: Work, checkpointId: string): Promise<void> {
  const checkpoints = await checkpointsByIds(work, [checkpointId]);
  if (!checkpoints.has(checkpointId)) return;
  const mails = await queueNotices(work, mayAudit.grant.region!, checkpointOccasion(checkpointId));
  if (mails.length === 0) return;
  work.log({
    verb: 'sendCheckpoint',
    subjectType: 'LogCheckpoint',
    subjectId: checkpointId,
    after: { state: 'QUEUED', mails },
  });
}
