import { osloInstant, WORKING_HOURS_START } from '@samanker/clock';
import type { Work } from '@samanker/database';
import type { Language } from '@samanker/request';
import { DUE_TODAY } from './notice-occasions.rules';
import { MailQueued } from './reminder.events';

/** A digest to one address; it may already stand queued, in which case what is to be said joins it. */
export interface DigestWanted {
  readonly toAddress: string;
  readonly organisationId: string;
  readonly personId: string | null;
  readonly language: Language;
  /** Goes before the backlog: something is due today. */
  readonly urgent: boolean;
}

/**
 * R11, U6: at most one digest to an address on a day. What is still queued, unclaimed, is joined, also yesterday's
 * that a mail server did not take; what was cancelled today is used again. An address whose mail of today is under way or
 * gone is left out of the answer: its turn comes the next working day. Address → id of the mail; two statements.
 */
export function queueDigests(work: Work, wanted: readonly DigestWanted[]): Promise<Map<string, string>> {
  return queue(work, 'DIGEST', '', wanted);
}

/**
 * R10 against R11: what came up after the digest of the day had gone, and can be said today or never, goes in a notice of
 * its own, at most one to an address on a day. A second digest would break the promise of one a day (U6), and no earlier
 * reminder can help: what opens a day before its deadline is asked for on the deadline's morning already.
 */
export function queueDueToday(work: Work, wanted: readonly DigestWanted[]): Promise<Map<string, string>> {
  return queue(work, 'NOTICE', DUE_TODAY, wanted);
}

async function queue(
  work: Work,
  kind: 'DIGEST' | 'NOTICE',
  occasion: string,
  wanted: readonly DigestWanted[],
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map();
  const waiting = await work.query<Made>(
    `select id, to_address as "toAddress" from mail
     where region_id = $1 and kind = $3 and occasion = $4 and to_address = any($2::text[]) and state = 'QUEUED' and leased_until is null
     order by to_address, mail_on for update skip locked`,
    [work.regionId, wanted.map(({ toAddress }) => toAddress), kind, occasion],
  );
  const mails = new Map(waiting.map(({ toAddress, id }) => [toAddress, id]));
  const fresh = wanted.filter(({ toAddress }) => !mails.has(toAddress));
  const early = osloInstant(work.today, WORKING_HOURS_START);
  const made = await work.query<Made>(
    `insert into mail (region_id, to_address, organisation_id, person_id, language, mail_on, next_attempt_at, kind, occasion)
     select $1, w."toAddress", w."organisationId", w."personId", w.language, $3::date,
       case when w.urgent then least($4::timestamptz, $5::timestamptz) else $5::timestamptz end, $6, $7
     from jsonb_to_recordset($2::jsonb) as w("toAddress" text, "organisationId" uuid, "personId" uuid, language text, urgent boolean)
     order by w."toAddress"
     on conflict (region_id, kind, to_address, mail_on, occasion) do update set state = 'QUEUED', leased_until = null,
       attempts = case mail.state when 'CANCELLED' then 0 else mail.attempts end,
       next_attempt_at = case mail.state when 'CANCELLED' then excluded.next_attempt_at else mail.next_attempt_at end,
       person_id = excluded.person_id, language = excluded.language
     where mail.state = 'CANCELLED' or (mail.state = 'QUEUED' and mail.leased_until is null)
     returning id, to_address as "toAddress"`,
    [work.regionId, JSON.stringify(fresh), work.today, early, work.now, kind, occasion],
  );
  for (const { toAddress, id } of made) mails.set(toAddress, id);
  // One bell is enough: whoever answers it sends everything that is due.
  if (made[0]) work.publish(new MailQueued({ mailId: made[0].id }));
  return mails;
}

interface Made {
  readonly id: string;
  readonly toAddress: string;
}
