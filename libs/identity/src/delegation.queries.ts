import type { Work } from '@samanker/database';
import type { RoleKind } from '@samanker/request';
import { hasCoordinator } from './people-subject';
import { roleById } from './people.queries';
import type { PeopleSubject } from './role.permissions';
import { isRegional } from './role.rules';
import { RoleDelegation } from './role-delegation.entity';

const DELEGATION = `select d.id, d.region_id as "regionId", d.role_id as "roleId", d.person_id as "personId", d.from_on as "fromOn",
    d.to_on as "toOn", d.delegated_at as "delegatedAt", d.ended_at as "endedAt", p.name as "personName",
    d.ended_at is null and d.from_on <= $2::date and d.to_on >= $2::date and r.active as "inEffect"
  from role_delegation d join person p on p.id = d.person_id join role r on r.id = d.role_id where d.region_id = $1`;

const delegation = (row: RoleDelegation): RoleDelegation => Object.assign(new RoleDelegation(), row);

/** One delegation, or null. */
export async function delegationById(work: Work, id: string): Promise<RoleDelegation | null> {
  const row = await work.one<RoleDelegation>(`${DELEGATION} and d.id = $3`, [work.regionId, work.today, id]);
  return row && delegation(row);
}

/** What is, or will be, left to deputies of these roles, soonest first. */
export async function standingDelegations(work: Work, roleIds: readonly string[]): Promise<RoleDelegation[]> {
  if (roleIds.length === 0) return [];
  const rows = await work.query<RoleDelegation>(
    `${DELEGATION} and d.role_id = any($3::uuid[]) and d.ended_at is null and d.to_on >= $2::date order by d.from_on, d.id`,
    [work.regionId, work.today, roleIds],
  );
  return rows.map(delegation);
}

/** A role that is to be left to somebody: locked, so that two who do it at once come one after the other. */
export interface RoleToDelegate extends PeopleSubject {
  /** Who holds it. */
  readonly personId: string;
  readonly kind: RoleKind;
  readonly standing: readonly RoleDelegation[];
  /** The wanted deputy belongs to the same organisation, or for a role of the region to the region. */
  readonly isColleague: boolean;
}

/** Locks a role that is held; null when there is none, or no such person in the region. */
export async function lockRoleToDelegate(work: Work, roleId: string, deputyId: string): Promise<RoleToDelegate | null> {
  const locked = await work.one<{ id: string }>(
    'select id from role where region_id = $1 and id = $2 and active for update',
    [work.regionId, roleId],
  );
  const role = locked && (await roleById(work, roleId));
  if (!role) return null;
  const { kind, organisationId, personId } = role;
  const regional = isRegional(kind, organisationId);
  const deputy = await work.one<{ colleague: boolean }>(
    `select exists (select from person_registration g where g.region_id = $1 and g.person_id = p.id and ($3 or g.organisation_id = $4))
       or exists (select from role r where r.region_id = $1 and r.person_id = p.id and r.active and ($3 or r.organisation_id = $4)) as colleague
     from person p where p.id = $2 and not p.machine and (
       exists (select from person_registration g where g.region_id = $1 and g.person_id = p.id)
       or exists (select from role r where r.region_id = $1 and r.person_id = p.id))`,
    [work.regionId, deputyId, regional, organisationId],
  );
  if (!deputy) return null;
  return {
    personId,
    kind,
    organisationId,
    regional,
    hasCoordinator: await hasCoordinator(work, organisationId),
    standing: await standingDelegations(work, [roleId]),
    isColleague: deputy.colleague,
  };
}

/** A delegation with what decides who may end it. */
export interface DelegationToEnd extends PeopleSubject {
  readonly delegation: RoleDelegation;
  /** Who holds the role. */
  readonly personId: string;
  readonly deputyId: string;
}

/** Locks a delegation; null when the region knows none of that id. */
export async function lockDelegation(work: Work, id: string): Promise<DelegationToEnd | null> {
  const locked = await work.one<{ id: string }>(
    'select id from role_delegation where region_id = $1 and id = $2 for update',
    [work.regionId, id],
  );
  const found = locked && (await delegationById(work, id));
  const role = found && (await roleById(work, found.roleId));
  if (!role) return null;
  return {
    delegation: found,
    personId: role.personId,
    deputyId: found.personId,
    organisationId: role.organisationId,
    regional: isRegional(role.kind, role.organisationId),
    hasCoordinator: await hasCoordinator(work, role.organisationId),
  };
}
