import { Injectable } from '@nestjs/common';
import { Transactions, type Work } from '@samanker/database';
import type { Delivery, JobHandler } from '@samanker/outbox';
import { delegationOccasion } from './notice-occasions.rules';
import { MailQueued } from './reminder.events';

/** Tells a deputy that a role has been left to them (R12): once, however often this runs (R9). */
@Injectable()
export class SendDelegationNotice implements JobHandler {
  readonly job = 'send-delegation-notice';

  constructor(private readonly transactions: Transactions) {}

  carryOut({ id, regionId, payload }: Delivery): Promise<void> {
    return this.transactions.asService(regionId, id, (work) => queueNotice(work, payload.delegationId ?? ''));
  }
}

async function queueNotice(work: Work, delegationId: string): Promise<void> {
  const occasion = delegationOccasion(delegationId);
  await work.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [occasion]);
  const made = await work.one<{ id: string }>(
    `insert into mail (region_id, kind, to_address, organisation_id, person_id, language, mail_on, occasion, next_attempt_at)
     select $1::uuid, 'NOTICE', p.email, r.organisation_id, p.id, p.language, $4::date, $3, $5::timestamptz
     from role_delegation d join person p on p.id = d.person_id join role r on r.id = d.role_id
     where d.region_id = $1 and d.id = $2 and d.ended_at is null
       and not exists (select from mail t where t.region_id = $1 and t.kind = 'NOTICE' and t.occasion = $3 and t.to_address = p.email)
     on conflict (region_id, kind, to_address, mail_on, occasion) do nothing returning id`,
    [work.regionId, delegationId, occasion, work.today, work.now],
  );
  if (!made) return;
  work.log({
    verb: 'sendDelegationNotice',
    subjectType: 'RoleDelegation',
    subjectId: delegationId,
    after: { state: 'QUEUED', mails: [made.id] },
  });
  work.publish(new MailQueued({ mailId: made.id }));
}
