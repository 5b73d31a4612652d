import type { Work } from '@samanker/database';
import { isMember } from '@samanker/organisation';
import type { PeopleSubject } from './role.permissions';

/** Does somebody coordinate at the organisation? A program is nobody. */
export async function hasCoordinator(work: Work, organisationId: string | null): Promise<boolean> {
  if (organisationId === null) return false;
  const found = await work.one(
    `select from role r join person p on p.id = r.person_id
     where r.region_id = $1 and r.organisation_id = $2 and r.kind = 'COORDINATOR' and r.active and not p.machine limit 1`,
    [work.regionId, organisationId],
  );
  return found !== null;
}

/** The organisation whose people it is about, or the region (null); null when the organisation is no member of it. */
export async function peopleSubject(work: Work, organisationId: string | null): Promise<PeopleSubject | null> {
  if (organisationId !== null && !(await isMember(work, organisationId, work.today))) return null;
  return {
    organisationId,
    regional: organisationId === null,
    hasCoordinator: await hasCoordinator(work, organisationId),
  };
}

/** Says whose people somebody belongs to in the region, unless it has been said; answers the id. */
export async function keepRegistration(work: Work, personId: string, organisationId: string | null): Promise<string> {
  const made = await work.one<{ id: string }>(
    `insert into person_registration (region_id, person_id, organisation_id, registered_at) values ($1, $2, $3, $4)
     on conflict (region_id, person_id) do nothing returning id`,
    [work.regionId, personId, organisationId, work.now],
  );
  const known =
    made ??
    (await work.one<{ id: string }>('select id from person_registration where region_id = $1 and person_id = $2', [
      work.regionId,
      personId,
    ]));
  return known!.id;
}

/** Whose work address it is in the region, if anybody's; programs have none. The address is locked until the commit. */
export async function holderOfAddress(work: Work, address: string): Promise<string | null> {
  await work.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [
    `${work.regionId} ${address.toLowerCase()}`,
  ]);
  const row = await work.one<{ id: string }>(
    `select p.id from person p where lower(p.email) = lower($2) and not p.machine and (
       exists (select from person_registration g where g.region_id = $1 and g.person_id = p.id)
       or exists (select from role r where r.region_id = $1 and r.person_id = p.id)) order by p.id limit 1`,
    [work.regionId, address],
  );
  return row?.id ?? null;
}
