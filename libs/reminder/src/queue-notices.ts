import { nextWorkingInstant, osloDate } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { responsibleInRegion } from '@samanker/expectation';
import type { RoleKind } from '@samanker/request';
import { MailQueued } from './reminder.events';

/**
 * Queues a notice of one thing that happened to everybody who is written to in a role of the region when it can go (R11,
 * R12): each address once, however often this runs (R9). A notice that was cancelled has told nobody anything, and goes
 * again. Answers the ids of the mails.
 */
export async function queueNotices(work: Work, kinds: readonly RoleKind[], occasion: string): Promise<string[]> {
  // Two events of one thing at once: the second sees the first one's mails.
  await work.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [occasion]);
  const recipients = await responsibleInRegion(work, kinds, osloDate(nextWorkingInstant(work.now)));
  const made = await work.query<{ id: string }>(
    `insert into mail (region_id, kind, to_address, person_id, language, mail_on, occasion, next_attempt_at)
     select $1::uuid, 'NOTICE', w.address, w."personId", w.language, $4::date, $3, $5::timestamptz
     from jsonb_to_recordset($2::jsonb) as w(address text, "personId" uuid, language text)
     where not exists (select from mail t where t.region_id = $1 and t.kind = 'NOTICE' and t.occasion = $3
       and t.to_address = w.address and t.state <> 'CANCELLED')
     order by w.address
     on conflict (region_id, kind, to_address, mail_on, occasion) do update
       set state = 'QUEUED', attempts = 0, leased_until = null, next_attempt_at = excluded.next_attempt_at
     returning id`,
    [work.regionId, JSON.stringify(recipients), occasion, work.today, work.now],
  );
  // One bell is enough: whoever answers it sends everything that is due.
  if (made[0]) work.publish(new MailQueued({ mailId: made[0].id }));
  return made.map(({ id }) => id);
}
