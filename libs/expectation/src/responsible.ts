import type { Work } from '@samanker/database';
import type { Language, RoleKind } from '@samanker/request';

/** Of whom something is asked: a role in an organisation, or one person there in particular. */
export interface Asked {
  readonly organisationId: string;
  readonly role: RoleKind;
  readonly personId?: string | null;
}

/** Who is to be written to (R12). Nobody to ask: `personId` is null and the address that of the post room, if there is one. */
export interface Responsible {
  readonly personId: string | null;
  readonly name: string | null;
  readonly address: string | null;
  readonly language: Language;
  /** Set when a deputy stands in: the name of the one who holds the role. */
  readonly deputyFor: string | null;
  readonly nobodyToAsk: boolean;
}

/** A key of what is asked of whom, for the map of `responsibleFor`. */
export function askedKey({ organisationId, role, personId }: Asked): string {
  return `${organisationId}/${role}/${personId ?? ''}`;
}

interface Row extends Responsible {
  readonly key: string;
}

/**
 * R12: the active holder of the role, else the first active deputy in order, else the official address. A person named in
 * particular goes first while they hold any active role there. Who has left the role to a deputy for the day is not written
 * to: the deputy is. A program is never written to. One statement for all.
 */
export async function responsibleFor(work: Work, asked: readonly Asked[]): Promise<Map<string, Responsible>> {
  if (asked.length === 0) return new Map();
  const unique = [...new Map(asked.map((one) => [askedKey(one), one])).entries()].map(([key, one]) => ({
    key,
    ...one,
  }));
  const rows = await work.query<Row>(
    `select a.key, p.id as "personId", p.name, coalesce(p.email, official_address_of($1, o.id)) as address,
       coalesce(p.language, case when o.language = 'NN' then 'NN' else 'NB' end) as language,
       coalesce(stands_in.away, case when held.deputy_order > 0 then holder.name end) as "deputyFor", p.id is null as "nobodyToAsk"
     from jsonb_to_recordset($2::jsonb) as a(key text, "organisationId" uuid, role text, "personId" uuid)
     join organisation o on o.id = a."organisationId"
     left join lateral (
       select r.person_id from role r join person m on m.id = r.person_id and not m.machine
       where r.person_id = a."personId" and r.region_id = $1 and r.organisation_id = a."organisationId" and r.active limit 1
     ) named on true
     left join lateral (
       select r.person_id, r.deputy_order from role r join person m on m.id = r.person_id and not m.machine
       where named.person_id is null and r.region_id = $1 and r.organisation_id = a."organisationId" and r.kind = a.role and r.active
       order by r.deputy_order, r.id limit 1
     ) held on true
     left join lateral (
       select d.person_id, h.name as away from role_delegation d join role r on r.id = d.role_id join person h on h.id = r.person_id
       where r.region_id = $1 and r.organisation_id = a."organisationId" and r.person_id = coalesce(named.person_id, held.person_id)
         and (r.kind = a.role or named.person_id is not null) and r.active and d.ended_at is null
         and $3::date between d.from_on and d.to_on
       order by r.kind = a.role desc, d.from_on, d.id limit 1
     ) stands_in on true
     left join person p on p.id = coalesce(stands_in.person_id, named.person_id, held.person_id)
     left join lateral (
       select h.name from role hr join person h on h.id = hr.person_id and not h.machine
       where held.deputy_order > 0 and hr.region_id = $1 and hr.organisation_id = a."organisationId" and hr.kind = a.role
         and hr.deputy_order = 0 and hr.ended_at is null and hr.person_id <> held.person_id
       order by hr.id limit 1
     ) holder on true`,
    [work.regionId, JSON.stringify(unique), work.today],
  );
  return new Map(rows.map(({ key, ...responsible }) => [key, responsible]));
}
