import type { Work } from '@samanker/database';
import type { Grant, Parties } from '@samanker/request';
import { countingPeople, type RoleNow } from './two-people.rules';

/**
 * R29: of the people who have said yes, those whose roles still permit it. Their roles are locked until the commit: one that
 * is being ended at this moment either counts no more, or ends after what two people have decided.
 */
export async function peopleWhoCount(
  work: Work,
  personIds: readonly (string | null)[],
  grant: Grant,
  parties: Parties = {},
): Promise<string[]> {
  const said = personIds.filter((id) => id !== null);
  const roles = await work.query<RoleNow>(
    `select person_id as "personId", kind, organisation_id as "organisationId" from role
     where region_id = $1 and person_id = any($2::uuid[]) and active order by id for share`,
    [work.regionId, said],
  );
  const left = await work.query<RoleNow>(
    `select d.person_id as "personId", r.kind, r.organisation_id as "organisationId" from role_delegation d
     join role r on r.id = d.role_id
     where d.region_id = $1 and d.person_id = any($2::uuid[]) and d.ended_at is null and $3::date between d.from_on and d.to_on
       and r.active order by r.id, d.id for share`,
    [work.regionId, said, work.today],
  );
  return countingPeople(said, [...roles, ...left], grant, parties);
}
