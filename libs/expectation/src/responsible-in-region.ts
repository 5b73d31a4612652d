import type { Work } from '@samanker/database';
import type { LocalDate } from '@samanker/clock';
import type { Language, RoleKind } from '@samanker/request';

/** Somebody who is written to in a role of the region: the secretariat, the regional group, those who audit. */
export interface RegionalRecipient {
  readonly personId: string;
  readonly address: string;
  readonly language: Language;
}

/**
 * R12: who is written to in these roles of the region on a day: everybody who holds one of them, deputies in order too,
 * since each may act; who has left the role to a deputy for the day is not: the deputy is. A program is never written to.
 * Each address once. One statement.
 */
export function responsibleInRegion(
  work: Work,
  kinds: readonly RoleKind[],
  on: LocalDate,
): Promise<RegionalRecipient[]> {
  return work.query<RegionalRecipient>(
    `select distinct on (p.email) p.id as "personId", p.email as address, p.language
     from role r left join lateral (
       select d.person_id from role_delegation d
       where d.role_id = r.id and d.ended_at is null and $3::date between d.from_on and d.to_on order by d.from_on, d.id limit 1
     ) stands_in on true
     join person p on p.id = coalesce(stands_in.person_id, r.person_id) and not p.machine
     where r.region_id = $1 and r.active and r.kind = any($2::text[])
     order by p.email, p.id`,
    [work.regionId, kinds, on],
    'responsible-in-region',
  );
}

/** Somebody who acts in such a role today; `deputyFor` where only as the deputy of somebody who is away. */
export interface ActingInRegion {
  readonly personId: string;
  readonly address: string;
  readonly deputyFor: string | null;
}

/** R12: which of these people act in one of the roles today: what nobody of them does any more is not sent. One statement. */
export async function actingInRegion(
  work: Work,
  kinds: readonly RoleKind[],
  personIds: readonly string[],
): Promise<Map<string, ActingInRegion>> {
  if (personIds.length === 0) return new Map();
  const rows = await work.query<ActingInRegion>(
    `select distinct on (p.id) p.id as "personId", p.email as address, h.name as "deputyFor"
     from acting_role() r join person p on p.id = r.person_id left join person h on h.id = r.delegated_by
     where r.region_id = $1 and r.active and r.kind = any($2::text[]) and p.id = any($3::uuid[])
     order by p.id, r.delegated_by is not null, r.id`,
    [work.regionId, kinds, personIds],
    'acting-in-region',
  );
  return new Map(rows.map((row) => [row.personId, row]));
}
