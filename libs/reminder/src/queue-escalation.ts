import { addDays, addWorkingDays, nextWorkingDay, osloInstant, WORKING_HOURS_START } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { askedKey, responsibleFor } from '@samanker/expectation';
import { closedRangesOf } from '@samanker/meeting-calendar';
import type { RoleKind } from '@samanker/request';
import { MailQueued } from './reminder.events';

/** R10: working days between two levels. */
const BETWEEN_LEVELS = 2;

interface Offered {
  readonly id: string;
  readonly role: RoleKind;
  readonly expectationId: string;
  readonly organisationId: string;
  readonly caseId: string;
}

/**
 * Queues the mail to the next level and remembers that the level above may be offered two working days later. Who holds
 * the role is looked up now. At most one such mail to an address on a day (U6). False when nobody can be written to.
 */
export async function queueEscalation(work: Work, offerId: string): Promise<boolean> {
  const offered = await work.one<Offered>(
    `select o.id, o.role, e.id as "expectationId", e.organisation_id as "organisationId", e.case_id as "caseId"
     from escalation_offer o join expectation e on e.id = o.expectation_id
     where o.region_id = $1 and o.id = $2 and o.state = 'OFFERED' and e.fulfilled_at is null and e.withdrawn_at is null for update of o`,
    [work.regionId, offerId],
  );
  if (!offered) return false;
  const { organisationId, role, expectationId, caseId } = offered;
  const holder = (await responsibleFor(work, [{ organisationId, role }])).get(askedKey({ organisationId, role }));
  if (!holder?.address) return false;
  const closed = { ranges: (await closedRangesOf(work, [organisationId])).get(organisationId) ?? [] };
  // Two acceptances at once for one address: the second sees the first one's mail.
  await work.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [holder.address]);
  const last = await work.one<{ on: string | null }>(
    `select max(mail_on) as on from mail where region_id = $1 and kind = 'ESCALATION' and to_address = $2 and mail_on >= $3`,
    [work.regionId, holder.address, work.today],
  );
  const on = last?.on ? nextWorkingDay(addDays(last.on, 1), closed) : work.today;
  const at = on === work.today ? work.now : osloInstant(on, WORKING_HOURS_START);
  const mail = await work.one<{ id: string }>(
    `insert into mail (region_id, kind, to_address, organisation_id, person_id, case_id, language, mail_on, next_attempt_at)
     values ($1, 'ESCALATION', $2, $3, $4, $5, $6, $7, $8) returning id`,
    [work.regionId, holder.address, organisationId, holder.personId, caseId, holder.language, on, at],
  );
  await work.execute('insert into reminder (region_id, expectation_id, occasion, mail_id) values ($1, $2, $3, $4)', [
    work.regionId,
    expectationId,
    `${role} ${on}`,
    mail!.id,
  ]);
  await work.execute(
    `update escalation_offer set state = 'SENT', settled_at = $3, mail_id = $4, person_id = $5 where region_id = $1 and id = $2`,
    [work.regionId, offerId, work.now, mail!.id, holder.personId],
  );
  await work.execute('update expectation set escalation_on = $3 where region_id = $1 and id = $2', [
    work.regionId,
    expectationId,
    addWorkingDays(on, BETWEEN_LEVELS, closed),
  ]);
  work.log({
    verb: 'acceptEscalation',
    subjectType: 'EscalationOffer',
    subjectId: offerId,
    caseId,
    organisationId,
    before: { state: 'OFFERED' },
    after: { state: 'SENT', role, mailId: mail!.id },
  });
  work.publish(new MailQueued({ mailId: mail!.id }));
  return true;
}
