import { Injectable } from '@nestjs/common';
import { Transactions, type Work } from '@samanker/database';
import { askedKey, responsibleFor } from '@samanker/expectation';
import type { Delivery, JobHandler } from '@samanker/outbox';
import { leavingOccasion } from './notice-occasions.rules';
import { MailQueued } from './reminder.events';

interface Left {
  readonly leavingId: string;
  readonly caseId: string;
  readonly organisationId: string;
}

/** Tells the host's coordinator that a municipality has left, once (R5b, R9); not of what the host registered itself. */
@Injectable()
export class SendLeavingNotice implements JobHandler {
  readonly job = 'send-leaving-notice';

  constructor(private readonly transactions: Transactions) {}

  carryOut({ id, regionId, payload }: Delivery): Promise<void> {
    return this.transactions.asService(regionId, id, (work) => queueNotice(work, payload.participationId ?? ''));
  }
}

async function queueNotice(work: Work, participationId: string): Promise<void> {
  const left = await work.one<Left>(
    `select g.id as "leavingId", c.id as "caseId", c.host_organisation_id as "organisationId"
     from leaving g join participation p on p.id = g.participation_id join procurement_case c on c.id = p.case_id
     where g.region_id = $1 and g.participation_id = $2 and g.returned_at is null and not g.on_behalf
       and c.host_organisation_id <> p.organisation_id for update of g`,
    [work.regionId, participationId],
  );
  if (!left) return;
  const whom = { organisationId: left.organisationId, role: 'COORDINATOR' as const };
  const responsible = (await responsibleFor(work, [whom])).get(askedKey(whom));
  if (!responsible?.address) return;
  const made = await work.one<{ id: string }>(
    `insert into mail (region_id, kind, to_address, organisation_id, person_id, case_id, language, mail_on, occasion, next_attempt_at)
     select $1::uuid, 'NOTICE', $2, $3::uuid, $4::uuid, $5::uuid, $6, $7::date, $8, $9::timestamptz
     where not exists (select from mail t where t.region_id = $1 and t.kind = 'NOTICE' and t.occasion = $8)
     on conflict (region_id, kind, to_address, mail_on, occasion) do nothing returning id`,
    [
      work.regionId,
      responsible.address,
      left.organisationId,
      responsible.personId,
      left.caseId,
      responsible.language,
      work.today,
      leavingOccasion(left.leavingId),
      work.now,
    ],
  );
  if (!made) return;
  work.log({
    verb: 'sendLeavingNotice',
    subjectType: 'Mail',
    subjectId: made.id,
    caseId: left.caseId,
    organisationId: left.organisationId,
    after: { state: 'QUEUED', participationId },
  });
  work.publish(new MailQueued({ mailId: made.id }));
}
