import { Injectable } from '@nestjs/common';
import { osloDate } from '@samanker/clock';
import { Transactions, type Work } from '@samanker/database';
import { askedKey, responsibleFor } from '@samanker/expectation';
import type { Language } from '@samanker/request';
import type { Delivery, JobHandler } from '@samanker/outbox';
import { invitationOccasion } from './invitation-contents';
import { MailQueued } from './reminder.events';

interface Invited {
  readonly caseId: string;
  readonly organisationId: string;
  readonly invitedAt: Date;
  readonly officialAddress: string | null;
  readonly language: Language;
}

/** Invites a municipality by mail: its case contact, and its official address for the archive. Never twice (R9). */
@Injectable()
export class SendInvitation implements JobHandler {
  readonly job = 'send-invitation';

  constructor(private readonly transactions: Transactions) {}

  carryOut({ id, regionId, payload }: Delivery): Promise<void> {
    return this.transactions.asService(regionId, id, (work) => queueInvitation(work, payload.participationId ?? ''));
  }
}

async function queueInvitation(work: Work, participationId: string): Promise<void> {
  const invited = await work.one<Invited>(
    `select p.case_id as "caseId", p.organisation_id as "organisationId", coalesce(p.invited_at, $3) as "invitedAt",
       official_address_of($1, o.id) as "officialAddress", case when o.language = 'NN' then 'NN' else 'NB' end as language
     from participation p join organisation o on o.id = p.organisation_id
     where p.region_id = $1 and p.id = $2 and p.state not in ('DECLINED', 'WITHDRAWN')`,
    [work.regionId, participationId, work.now],
  );
  if (!invited) return;
  const { caseId, organisationId, officialAddress, language } = invited;
  const contact = (await responsibleFor(work, [{ organisationId, role: 'COORDINATOR' }])).get(
    askedKey({ organisationId, role: 'COORDINATOR' }),
  );
  const recipients = new Map<string, { personId: string | null; language: Language }>();
  if (officialAddress) recipients.set(officialAddress, { personId: null, language });
  if (contact?.address) recipients.set(contact.address, { personId: contact.personId, language: contact.language });
  const rows = [...recipients].map(([toAddress, recipient]) => ({ toAddress, ...recipient }));
  // The day of the invitation, not of this attempt, is part of the unique key: a repeated job finds its mails there.
  const made = await work.query<{ id: string }>(
    `insert into mail (region_id, kind, to_address, organisation_id, person_id, case_id, language, mail_on, occasion, next_attempt_at)
     select $1, 'INVITATION', r."toAddress", $3, r."personId", $4, r.language, $5::date, $6, $7
     from jsonb_to_recordset($2::jsonb) as r("toAddress" text, "personId" uuid, language text)
     on conflict do nothing returning id`,
    [
      work.regionId,
      JSON.stringify(rows),
      organisationId,
      caseId,
      osloDate(invited.invitedAt),
      invitationOccasion(participationId),
      work.now,
    ],
  );
  for (const { id } of made) {
    work.log({
      verb: 'sendInvitation',
      subjectType: 'Mail',
      subjectId: id,
      caseId,
      organisationId,
      after: { state: 'QUEUED', participationId },
    });
    work.publish(new MailQueued({ mailId: id }));
  }
}
