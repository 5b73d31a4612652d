import type { Work } from '@samanker/database';
import { Organisation } from './organisation.entity';
import { Region } from './region.entity';

const COLUMNS = `o.id, o.kind, o.number, o.organisation_number as "organisationNumber", o.name, o.population,
  o.population_on as "populationOn", o.language, official_address_of($1, o.id) as "officialAddress", o.valid_from as "validFrom",
  o.valid_to as "validTo"`;

const organisation = (row: Organisation): Organisation => Object.assign(new Organisation(), row);

/** The members of the region on a date in Europe/Oslo, by municipality number. */
export async function regionMembersOn(work: Work, date: string): Promise<Organisation[]> {
  const rows = await work.query<Organisation>(
    `select ${COLUMNS} from region_membership m join organisation o on o.id = m.organisation_id
     where m.valid_from <= $2 and (m.valid_to is null or m.valid_to >= $2) order by o.number, o.name`,
    [work.regionId, date],
    'region-members-on',
  );
  return rows.map(organisation);
}

/** Organisations by id, those of the region only; the others are left out. */
export async function organisationsById(work: Work, ids: readonly string[]): Promise<Organisation[]> {
  const rows = await work.query<Organisation>(
    `select ${COLUMNS} from organisation o where o.id = any($2::uuid[])
       and exists (select from region_membership m where m.organisation_id = o.id)`,
    [work.regionId, ids],
    'organisations-by-id',
  );
  return rows.map(organisation);
}

/** Is the organisation a member of the region on that date? */
export async function isMember(work: Work, organisationId: string, on: string): Promise<boolean> {
  const row = await work.one(
    `select 1 from region_membership where organisation_id = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2)`,
    [organisationId, on],
    'is-member',
  );
  return row !== null;
}

/** The region of the request. */
export async function currentRegion(work: Work): Promise<Region> {
  const row = await work.one<Region>(
    `select id, name, slug, at_risk_margin_days as "atRiskMarginDays", power_of_attorney_days as "powerOfAttorneyDays",
       exists (select from code_log_in_region c where c.region_id = region.id) as "codeLogInAllowed" from region`,
    [],
    'current-region',
  );
  return Object.assign(new Region(), row);
}
