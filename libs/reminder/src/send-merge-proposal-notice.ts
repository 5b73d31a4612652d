import { Injectable } from '@nestjs/common';
import { Transactions, type Work } from '@samanker/database';
import { DECIDES_PROPOSALS } from '@samanker/merge-proposal';
import type { Delivery, JobHandler } from '@samanker/outbox';
import { proposalOccasion } from './notice-occasions.rules';
import { MailQueued } from './reminder.events';

/** Tells the secretariat and the regional group of a merge proposal: each person once, however often this runs (R9, R16). */
@Injectable()
export class SendMergeProposalNotice implements JobHandler {
  readonly job = 'send-merge-proposal-notice';

  constructor(private readonly transactions: Transactions) {}

  carryOut({ id, regionId, payload }: Delivery): Promise<void> {
    return this.transactions.asService(regionId, id, (work) => queueNotices(work, payload.proposalId ?? ''));
  }
}

async function queueNotices(work: Work, proposalId: string): Promise<void> {
  // Two events of one proposal at once (made, outdated, made again): the second sees the first one's mails.
  await work.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [proposalOccasion(proposalId)]);
  // A notice that was cancelled has told nobody anything.
  const made = await work.query<{ id: string }>(
    `insert into mail (region_id, kind, to_address, person_id, language, mail_on, occasion, next_attempt_at)
     select distinct on (p.email) $1::uuid, 'NOTICE', p.email, p.id, p.language, $4::date, $3, $5::timestamptz
     from role r join person p on p.id = r.person_id
     where r.region_id = $1 and r.active and r.kind in ${DECIDES_PROPOSALS}
       and exists (select from merge_proposal m where m.region_id = $1 and m.id = $2 and m.state = 'PROPOSED')
       and not exists (select from mail t where t.region_id = $1 and t.kind = 'NOTICE' and t.occasion = $3
         and t.to_address = p.email and t.state <> 'CANCELLED')
     order by p.email, p.id
     on conflict (region_id, kind, to_address, mail_on, occasion) do update
       set state = 'QUEUED', attempts = 0, leased_until = null, next_attempt_at = excluded.next_attempt_at
     returning id`,
    [work.regionId, proposalId, proposalOccasion(proposalId), work.today, work.now],
  );
  if (!made[0]) return;
  work.log({
    verb: 'sendMergeProposalNotice',
    subjectType: 'MergeProposal',
    subjectId: proposalId,
    after: { state: 'QUEUED', mails: made.map(({ id }) => id) },
  });
  // One bell is enough: whoever answers it sends everything that is due.
  work.publish(new MailQueued({ mailId: made[0].id }));
}
