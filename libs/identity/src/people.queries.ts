import type { Work } from '@samanker/database';
import { GrantedRole, OrganisationPerson } from './people.type';
import { RoleDelegation } from './role-delegation.entity';
import { addressesSeenSql, maySeeRegistered } from './role.permissions';

const ROLE = `json_build_object('id', r.id, 'personId', r.person_id, 'kind', r.kind, 'organisationId', r.organisation_id,
  'deputyOrder', r.deputy_order, 'active', r.active, 'grantedAt', r.granted_at, 'endedAt', r.ended_at,
  'delegations', (select coalesce(json_agg(json_build_object('id', d.id, 'roleId', d.role_id, 'personId', d.person_id,
      'personName', q.name, 'fromOn', d.from_on, 'toOn', d.to_on, 'endedAt', d.ended_at,
      'inEffect', r.active and d.from_on <= samanker_today()) order by d.from_on, d.id), '[]')
    from role_delegation d join person q on q.id = d.person_id
    where d.role_id = r.id and d.ended_at is null and d.to_on >= samanker_today()))`;

const roleOf = (row: GrantedRole): GrantedRole =>
  Object.assign(new GrantedRole(), row, {
    grantedAt: new Date(row.grantedAt),
    endedAt: row.endedAt && new Date(row.endedAt),
    delegations: row.delegations.map((one) => Object.assign(new RoleDelegation(), one)),
  });

/**
 * The people of an organisation, or of the region as such (null), by name, with the roles that they hold there. R28: who
 * holds a role is seen by the region, the address by few. One statement.
 */
export async function peopleOf(
  work: Work,
  organisationId: string | null,
  personId?: string,
): Promise<OrganisationPerson[]> {
  const seen = addressesSeenSql(work.actor, organisationId, 5);
  const rows = await work.query<OrganisationPerson>(
    `with held as (
       select r.person_id, json_agg(${ROLE} order by r.kind, r.deputy_order, r.id) as roles from role r
       where r.region_id = $2 and r.organisation_id is not distinct from $1::uuid and r.ended_at is null
       group by r.person_id
     ), seen as materialized (select ${seen.sql} as addresses)
     select p.id, $1::uuid as "organisationId", p.name, p.language, case when seen.addresses or p.id = $3::uuid then p.email end as email,
       case when seen.addresses or p.id = $3::uuid then p.phone end as phone, coalesce(held.roles, '[]') as roles
     from person p left join held on held.person_id = p.id cross join seen
     where not p.machine and ($${5 + seen.parameters.length}::uuid is null or p.id = $${5 + seen.parameters.length}::uuid)
       and (held.person_id is not null or ($4 and p.id in (
         select g.person_id from person_registration g where g.region_id = $2 and g.organisation_id is not distinct from $1::uuid)))
     order by p.name, p.id limit 200`,
    [
      organisationId,
      work.regionId,
      work.actor.personId,
      maySeeRegistered(work.actor, organisationId),
      ...seen.parameters,
      personId ?? null,
    ],
  );
  return rows.map((row) => Object.assign(new OrganisationPerson(), row, { roles: row.roles.map(roleOf) }));
}

/** A person as the verbs answer: with the roles held in the organisation, or the region, that the registration names. */
export async function registeredPerson(work: Work, registrationId: string): Promise<OrganisationPerson> {
  const found = (await work.one<{ personId: string; organisationId: string | null }>(
    'select person_id as "personId", organisation_id as "organisationId" from person_registration where id = $1',
    [registrationId],
  ))!;
  const [shown] = await peopleOf(work, found.organisationId, found.personId);
  if (shown) return shown;
  // Who may change only themself still reads what they changed.
  const own = await work.one<OrganisationPerson>(
    `select id, null as "organisationId", name, email, phone, language, array[]::text[] as roles from person where id = $1`,
    [found.personId],
  );
  return Object.assign(new OrganisationPerson(), own);
}

/** One role, or null. */
export async function roleById(work: Work, id: string): Promise<GrantedRole | null> {
  const row = await work.one<{ role: GrantedRole }>(
    `select ${ROLE} as role from role r where r.region_id = $1 and r.id = $2`,
    [work.regionId, id],
  );
  return row && roleOf(row.role);
}
