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
  return countingPeople(said, roles, grant, parties);
}
