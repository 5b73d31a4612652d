import { killPoint, type Transactions, type Work } from '@samanker/database';
import { askedKey, responsibleFor } from '@samanker/expectation';
import type { RoleKind } from '@samanker/request';
import type { DataSource } from 'typeorm';
import { levelsAbove, nextLevel } from './escalation.rules';
import { queueEscalation } from './queue-escalation';

const AT_A_TIME = 500;

interface Missed {
  readonly id: string;
  readonly caseId: string;
  readonly organisationId: string;
  readonly role: RoleKind;
  readonly personId: string | null;
  readonly automatic: boolean;
  /** The level that was written to last, and everybody who has been written to. */
  readonly writtenTo: RoleKind | null;
  readonly peopleWrittenTo: readonly (string | null)[];
}

/**
 * R10: offers the coordinator the next level to write to, two working days after a missed date and again two after each
 * letter; writes by itself only where the municipality has agreed to that. Answers how many expectations it looked at.
 */
export async function sweepEscalations(transactions: Transactions, sweeper: DataSource): Promise<number> {
  const regions: { id: string }[] = await sweeper.query(
    `select distinct region_id as id from expectation
     where escalation_on <= samanker_today() and fulfilled_at is null and withdrawn_at is null`,
  );
  let swept = 0;
  for (const { id } of regions) {
    for (let batch = AT_A_TIME; batch === AT_A_TIME; swept += batch) {
      batch = await transactions.asService(id, 'sweep-escalations', sweepBatch);
      killPoint('escalations:after-commit');
    }
  }
  return swept;
}

async function sweepBatch(work: Work): Promise<number> {
  const missed = await claimMissed(work);
  if (missed.length === 0) return 0;
  const holders = await responsibleFor(
    work,
    missed.flatMap(({ organisationId, role, personId }) => [
      { organisationId, role, personId },
      ...levelsAbove(role).map((level) => ({ organisationId, role: level })),
    ]),
  );
  const offers = missed.map((one) => {
    const asked = [holders.get(askedKey(one))?.personId ?? null, ...one.peopleWrittenTo];
    const role = nextLevel(one.writtenTo ?? one.role, asked, (level) =>
      holders.get(askedKey({ organisationId: one.organisationId, role: level })),
    );
    const holder = role && holders.get(askedKey({ organisationId: one.organisationId, role }));
    return { expectationId: one.id, role, personId: (holder && holder.personId) || null };
  });
  const made = await work.query<{ id: string; expectationId: string; role: RoleKind }>(
    `insert into escalation_offer as o (region_id, expectation_id, role, person_id, offered_at)
     select $1, r."expectationId", r.role, r."personId", $3::timestamptz
     from jsonb_to_recordset($2::jsonb) as r("expectationId" uuid, role text, "personId" uuid) where r.role is not null
     on conflict (expectation_id, role) do update set person_id = excluded.person_id, offered_at = excluded.offered_at,
       state = 'OFFERED', settled_at = null where o.state <> 'SENT'
     returning id, expectation_id as "expectationId", role`,
    [work.regionId, JSON.stringify(offers), work.now],
  );
  await work.execute('update expectation set escalation_on = null where region_id = $1 and id = any($2::uuid[])', [
    work.regionId,
    missed.map(({ id }) => id),
  ]);
  const automatic = new Set(missed.filter((one) => one.automatic).map(({ id }) => id));
  const about = new Map(missed.map((one) => [one.id, one]));
  for (const offer of made) {
    work.log({
      verb: 'offerEscalation',
      subjectType: 'EscalationOffer',
      subjectId: offer.id,
      caseId: about.get(offer.expectationId)?.caseId,
      organisationId: about.get(offer.expectationId)?.organisationId,
      after: { expectationId: offer.expectationId, role: offer.role },
    });
    if (automatic.has(offer.expectationId)) await queueEscalation(work, offer.id);
  }
  return missed.length;
}

function claimMissed(work: Work): Promise<Missed[]> {
  return work.query<Missed>(
    `select e.id, e.case_id as "caseId", e.organisation_id as "organisationId", e.role, e.person_id as "personId", p.escalate_automatically
         or coalesce(e.kind = any(y.escalates), false) as automatic,
       w.roles[1] as "writtenTo", coalesce(w.people, '{}') as "peopleWrittenTo"
     from expectation e join participation p on p.id = e.participation_id
     left join reminder_policy y on y.region_id = e.region_id and y.organisation_id = e.organisation_id
     left join lateral (
       select array_agg(o.role order by o.settled_at desc, o.id desc) as roles, array_agg(o.person_id) as people
       from escalation_offer o where o.expectation_id = e.id and o.state = 'SENT'
     ) w on true
     where e.region_id = $1 and e.escalation_on <= $2 and e.fulfilled_at is null and e.withdrawn_at is null
     order by e.escalation_on, e.id limit ${AT_A_TIME} for update of e skip locked`,
    [work.regionId, work.today],
  );
}
