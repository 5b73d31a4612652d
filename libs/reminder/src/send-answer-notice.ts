import { Injectable } from '@nestjs/common';
import {
  addDays,
  nextWorkingDay,
  nextWorkingInstant,
  osloDate,
  osloInstant,
  WORKING_HOURS_START,
} from '@samanker/clock';
import { Transactions, type Work } from '@samanker/database';
import { askedKey, responsibleFor, type Responsible } from '@samanker/expectation';
import { closedRangesOf } from '@samanker/meeting-calendar';
import type { Delivery, JobHandler } from '@samanker/outbox';
import { ANSWERS } from './notice-occasions.rules';
import { MailQueued } from './reminder.events';

/** Days ahead on which a place for the mail is sought: today's may have gone, tomorrow's may be under way. */
const MOST_DAYS = 5;

/** Tells whoever asked that there is an answer: at most one such mail to an address on a day, whatever crashes (R9, R11). */
@Injectable()
export class SendAnswerNotice implements JobHandler {
  readonly job = 'send-answer-notice';

  constructor(private readonly transactions: Transactions) {}

  carryOut({ id, regionId, payload }: Delivery): Promise<void> {
    return this.transactions.asService(regionId, id, (work) => queueAnswer(work, payload.questionId ?? ''));
  }
}

async function queueAnswer(work: Work, questionId: string): Promise<void> {
  const asked = await work.one<{ caseId: string; organisationId: string; personId: string | null }>(
    `select q.case_id as "caseId", q.asked_by as "personId",
       case when q.by_host then c.host_organisation_id else p.organisation_id end as "organisationId"
     from question q join participation p on p.id = q.participation_id join procurement_case c on c.id = q.case_id
     where q.region_id = $1 and q.id = $2 and q.answered_at is not null and q.answer_mail_id is null for update of q`,
    [work.regionId, questionId],
  );
  if (!asked) return;
  const whom = { organisationId: asked.organisationId, role: 'COORDINATOR' as const, personId: asked.personId };
  const responsible = (await responsibleFor(work, [whom])).get(askedKey(whom));
  if (!responsible?.address) return;
  const mailId = await placeInMail(work, responsible, asked);
  if (!mailId) return;
  await work.execute('update question set answer_mail_id = $3 where region_id = $1 and id = $2', [
    work.regionId,
    questionId,
    mailId,
  ]);
  work.log({
    verb: 'sendAnswerNotice',
    subjectType: 'Mail',
    subjectId: mailId,
    caseId: asked.caseId,
    organisationId: asked.organisationId,
    after: { state: 'QUEUED', questionId },
  });
  work.publish(new MailQueued({ mailId }));
}

/** The mail of the day that still waits, or a new one; where that of today has gone, the next working day's. */
async function placeInMail(
  work: Work,
  { address, personId, language }: Responsible,
  asked: { readonly caseId: string; readonly organisationId: string },
): Promise<string | null> {
  // Due when it can go, not before: a mail that is taken up only to be put off to the morning would look like one under way.
  const { organisationId } = asked;
  const closed = { ranges: (await closedRangesOf(work, [organisationId])).get(organisationId) ?? [] };
  let at = nextWorkingInstant(work.now, closed);
  for (let tries = 0; tries < MOST_DAYS; tries++) {
    const day = osloDate(at);
    const placed = await work.one<{ id: string }>(
      `insert into mail (region_id, kind, to_address, organisation_id, person_id, case_id, language, mail_on, occasion, next_attempt_at)
       values ($1, 'NOTICE', $2, $3, $4, $5, $6, $7::date, $8, $9)
       on conflict (region_id, kind, to_address, mail_on, occasion) do update set state = 'QUEUED',
         attempts = case mail.state when 'CANCELLED' then 0 else mail.attempts end,
         next_attempt_at = case mail.state when 'CANCELLED' then excluded.next_attempt_at else mail.next_attempt_at end,
         case_id = case when mail.case_id = excluded.case_id then mail.case_id end
       where mail.leased_until is null and mail.state in ('QUEUED', 'CANCELLED')
       returning id`,
      [work.regionId, address, asked.organisationId, personId, asked.caseId, language, day, ANSWERS, at],
    );
    if (placed) return placed.id;
    at = osloInstant(nextWorkingDay(addDays(day, 1), closed), WORKING_HOURS_START);
  }
  return null;
}
