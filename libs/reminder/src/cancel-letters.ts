import type { Work } from '@samanker/database';

/**
 * Takes back every letter to a person that has not gone: by the person's id, or by the work address where no person is
 * named. What it was to remind of is swept again, for whoever is responsible then (R12). Null while one of them is just
 * being sent: then nothing was changed, and it is to be asked again.
 */
export async function cancelLetters(
  work: Work,
  { personId, address }: { readonly personId: string; readonly address: string },
): Promise<number | null> {
  const waiting = await work.query<{ id: string; underWay: boolean }>(
    `select id, leased_until is not null and leased_until > now() as "underWay" from mail
     where region_id = $1 and state = 'QUEUED' and (person_id = $2 or (person_id is null and lower(to_address) = lower($3)
       and not exists (select from region_membership k where k.region_id = $1 and lower(official_address_of($1, k.organisation_id)) = lower(to_address))))
     order by id for update`,
    [work.regionId, personId, address],
  );
  if (waiting.some(({ underWay }) => underWay)) return null;
  const ids = waiting.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await work.execute(
    `update mail set state = 'CANCELLED', leased_until = null where region_id = $1 and id = any($2::uuid[])`,
    [work.regionId, ids],
  );
  await work.execute(
    `update escalation_offer set state = 'LAPSED', settled_at = $3 where region_id = $1 and mail_id = any($2::uuid[])`,
    [work.regionId, ids, work.now],
  );
  await work.execute(
    `with back as (delete from reminder where region_id = $1 and mail_id = any($2::uuid[]) returning expectation_id)
     update expectation e set next_reminder_on = least(e.next_reminder_on, $3::date)
     where e.region_id = $1 and e.id in (select expectation_id from back) and e.fulfilled_at is null and e.withdrawn_at is null`,
    [work.regionId, ids, work.today],
  );
  return ids.length;
}
