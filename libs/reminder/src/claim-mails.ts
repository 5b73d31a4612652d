import { addDays, nextWorkingDay, osloInstant, WORKING_HOURS_START } from '@samanker/clock';
import type { Work } from '@samanker/database';
import type { Language, RoleKind } from '@samanker/request';

/** Real seconds that a claim lasts; renewed while the process lives, so a killed one holds a mail up no longer than this. */
export const LEASE_SECONDS = 20;

/** A mail that this process has claimed. */
export interface Claimed {
  readonly id: string;
  readonly kind: 'DIGEST' | 'ESCALATION' | 'INVITATION' | 'NOTICE' | 'LOG_IN_CODE';
  readonly organisationId: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly caseId: string | null;
  readonly toAddress: string;
  readonly language: Language;
  readonly occasion: string;
  /** The role that the person was written to in: of an escalation or an invitation. */
  readonly role: RoleKind | null;
  readonly attempts: number;
}

/** Claims those of the mails that are due. One conditional update decides who won; its lease is in real time. */
export async function claimMails(work: Work, ids: readonly string[]): Promise<Claimed[]> {
  return work.query<Claimed>(
    `with won as (
       update mail set leased_until = now() + make_interval(secs => ${LEASE_SECONDS}), attempts = attempts + 1,
         mail_on = case when kind in ('DIGEST', 'ESCALATION') then greatest(mail_on, $3::date) else mail_on end
       where id in (select m.id from mail m where m.region_id = $1 and m.id = any($2::uuid[]) and m.state = 'QUEUED'
           and m.next_attempt_at <= $4 and (m.leased_until is null or m.leased_until < now()) and not ${SECOND_OF_DAY}
         for update skip locked)
       returning *)
     select w.id, w.kind, w.organisation_id as "organisationId", w.person_id as "personId", p.name as "personName",
       w.case_id as "caseId", w.to_address as "toAddress", w.language, w.occasion, w.attempts,
       case w.kind when 'INVITATION' then 'COORDINATOR'
         when 'ESCALATION' then (select o.role from escalation_offer o where o.region_id = $1 and o.mail_id = w.id limit 1) end as role
     from won w left join person p on p.id = w.person_id order by w.next_attempt_at, w.id`,
    [work.regionId, ids, work.today, work.now],
  );
}

// U6: an older mail of the kind that a server did not take in time, while today's to the same address is there as well.
const SECOND_OF_DAY = `(m.kind in ('DIGEST', 'ESCALATION') and m.mail_on < $3::date and exists (
  select from mail t where t.region_id = m.region_id and t.kind = m.kind and t.to_address = m.to_address and t.mail_on = $3::date and t.occasion = m.occasion))`;

/** Puts those off to the next working day that would be the second of their kind to an address today (U6). */
export async function putOffSecondOfDay(work: Work, ids: readonly string[]): Promise<void> {
  const until = osloInstant(nextWorkingDay(addDays(work.today, 1)), WORKING_HOURS_START);
  await work.execute(
    `update mail m set next_attempt_at = $4 where m.region_id = $1 and m.id = any($2::uuid[]) and m.state = 'QUEUED'
       and (m.leased_until is null or m.leased_until < now()) and ${SECOND_OF_DAY}`,
    [work.regionId, ids, work.today, until],
  );
}
