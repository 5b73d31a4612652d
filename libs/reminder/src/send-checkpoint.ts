import { Injectable } from '@nestjs/common';
import { Transactions, type Work } from '@samanker/database';
import type { Delivery, JobHandler } from '@samanker/outbox';
import { KEEPS_CHECKPOINTS } from './checkpoint-contents';
import { checkpointOccasion } from './notice-occasions.rules';
import { MailQueued } from './reminder.events';

/** Sends a checkpoint of the log to those who audit (R31): to each person once, however often this runs (R9). */
@Injectable()
export class SendCheckpoint implements JobHandler {
  readonly job = 'send-checkpoint';

  constructor(private readonly transactions: Transactions) {}

  carryOut({ id, regionId, payload }: Delivery): Promise<void> {
    return this.transactions.asService(regionId, id, (work) => queueCheckpoint(work, payload.checkpointId ?? ''));
  }
}

async function queueCheckpoint(work: Work, checkpointId: string): Promise<void> {
  const occasion = checkpointOccasion(checkpointId);
  await work.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [occasion]);
  const made = await work.query<{ id: string }>(
    `insert into mail (region_id, kind, to_address, person_id, language, mail_on, occasion, next_attempt_at)
     select distinct on (p.email) $1::uuid, 'NOTICE', p.email, p.id, p.language, $4::date, $3, $5::timestamptz
     from role r join person p on p.id = r.person_id
     where r.region_id = $1 and r.active and r.kind in ${KEEPS_CHECKPOINTS}
       and exists (select from decision_log_checkpoint k where k.region_id = $1 and k.id = $2)
       and not exists (select from mail t where t.region_id = $1 and t.kind = 'NOTICE' and t.occasion = $3 and t.to_address = p.email)
     order by p.email, p.id
     on conflict (region_id, kind, to_address, mail_on, occasion) do nothing
     returning id`,
    [work.regionId, checkpointId, occasion, work.today, work.now],
  );
  if (!made[0]) return;
  work.log({
    verb: 'sendCheckpoint',
    subjectType: 'LogCheckpoint',
    subjectId: checkpointId,
    after: { state: 'QUEUED', mails: made.map(({ id }) => id) },
  });
  work.publish(new MailQueued({ mailId: made[0].id }));
}
