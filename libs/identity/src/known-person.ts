import type { RoleKind } from '@samanker/request';
import type { DataSource } from 'typeorm';
import { verifiedAddressOf, type Seat } from './log-in.rules';
import type { ProviderIdentity } from './open-id-connect';

/** A place where a person has a role, as it is shown to that person. */
export interface NamedSeat extends Seat {
  readonly regionName: string;
  readonly organisationName: string | null;
  readonly roles: readonly RoleKind[];
}

/**
 * Everywhere a person has an active role, organisations by name and each region as such last. Read region by region: no
 * statement sees two.
 */
export function seatsOf(dataSource: DataSource, personId: string): Promise<NamedSeat[]> {
  return dataSource.transaction(async (manager) => {
    const regions: { id: string }[] = await manager.query(
      'select region_id as id from person_region where person_id = $1 order by 1',
      [personId],
    );
    const seats: NamedSeat[] = [];
    for (const { id } of regions) {
      await manager.query(`select set_config('samanker.region', $1, true)`, [id]);
      seats.push(
        ...(await manager.query(
          `select r.region_id as "regionId", g.name as "regionName", r.organisation_id as "organisationId",
             o.name as "organisationName", o.organisation_number as "organisationNumber",
             array_agg(distinct r.kind order by r.kind) as roles
           from acting_role() r join region g on g.id = r.region_id left join organisation o on o.id = r.organisation_id
           where r.person_id = $1 and r.active
           group by r.region_id, g.name, r.organisation_id, o.name, o.organisation_number
           order by o.name nulls last, r.organisation_id`,
          [personId],
        )),
      );
    }
    return seats;
  });
}

/** Whom a provider means. */
export interface Recognised {
  readonly personId: string;
  /** False at the first log-in: recognised by the work address only. */
  readonly linked: boolean;
}

/**
 * The person whom the provider means, or null: known by issuer and subject; at the first log-in by the work address that
 * the provider has verified, if it is registered for exactly one person.
 */
export async function recognise(
  dataSource: DataSource,
  { issuer, subject, claims }: ProviderIdentity,
): Promise<Recognised | null> {
  const [[known]] = await dataSource.query(
    'update identity_link set last_used_at = now() where issuer = $1 and subject = $2 returning person_id as "personId"',
    [issuer, subject],
  );
  if (known) return { personId: known.personId, linked: true };
  const address = verifiedAddressOf(claims);
  if (!address) return null;
  const people: { id: string }[] = await dataSource.query(
    'select id from person where lower(email) = lower($1) and not machine limit 2',
    [address],
  );
  return people.length === 1 ? { personId: people[0]!.id, linked: false } : null;
}

/**
 * Remembers that this subject is this person. False when the provider knows the person as somebody else already: an
 * address that went to a new colleague does not open the predecessor's door.
 */
export function link(
  dataSource: DataSource,
  { issuer, subject }: Pick<ProviderIdentity, 'issuer' | 'subject'>,
  personId: string,
): Promise<boolean> {
  return dataSource.transaction(async (manager) => {
    // Two first log-ins at once: the second waits here and then sees the first.
    await manager.query('select from person where id = $1 for update', [personId]);
    await manager.query(
      `insert into identity_link (issuer, subject, person_id, last_used_at)
       select $1, $2, $3, now() where not exists (select from identity_link where issuer = $1 and person_id = $3)
       on conflict (issuer, subject) do nothing`,
      [issuer, subject, personId],
    );
    const [row] = await manager.query('select person_id as id from identity_link where issuer = $1 and subject = $2', [
      issuer,
      subject,
    ]);
    return row?.id === personId;
  });
}
