import type { RoleKind } from '@samanker/request';
import type { DataSource } from 'typeorm';

/** Anything that holds the superuser's data source: the environment under test. */
export interface Ground {
  readonly admin: DataSource;
}

export interface BuiltPerson {
  readonly personId: string;
  readonly regionId: string;
  readonly organisationId: string | null;
  readonly email: string;
}

let made = 0;

/** A region of its own. */
export async function aRegion({ admin }: Ground, { name = 'Agder' } = {}): Promise<string> {
  const [row] = await admin.query(`insert into region (name, slug) values ($1, $2) returning id`, [
    name,
    `${name.toLowerCase().replace(/[^a-z]/g, '')}-${++made}`,
  ]);
  return row.id;
}

/** A municipality that is a member of the region. */
export async function anOrganisation(
  ground: Ground,
  regionId: string,
  {
    name = `Kommune ${++made}`,
    language = 'NB',
    population = 10_000,
    number = null as string | null,
    organisationNumber = String(900_000_000 + ++made),
    officialAddress = `postmottak@${made}.kommune.example` as string | null,
  } = {},
): Promise<string> {
  const [row] = await ground.admin.query(
    `with o as (insert into organisation (kind, number, organisation_number, name, population, population_on, language, official_address, valid_from)
                values ('MUNICIPALITY', $2, $3, $4, $5, '2016-01-01', $6, $7, '1964-01-01') returning id)
     insert into region_membership (region_id, organisation_id, valid_from) select $1, id, '2010-01-01' from o returning organisation_id as id`,
    [regionId, number, organisationNumber, name, population, language, officialAddress],
  );
  return row.id;
}

/** A person with roles in an organisation of the region, or in the region as such. */
export async function aPerson(
  { admin }: Ground,
  regionId: string,
  {
    organisationId = null as string | null,
    roles = ['COORDINATOR'] as RoleKind[],
    name = `Person ${++made}`,
    email = `person${made}@kommune.example`,
    language = 'NB',
    deputyOrder = 0,
  } = {},
): Promise<BuiltPerson> {
  const [row] = await admin.query(`insert into person (name, email, language) values ($1, $2, $3) returning id`, [
    name,
    email,
    language,
  ]);
  for (const kind of roles) {
    await admin.query(
      `insert into role (region_id, person_id, organisation_id, kind, deputy_order) values ($1, $2, $3, $4, $5)`,
      [regionId, row.id, organisationId, kind, deputyOrder],
    );
  }
  return { personId: row.id, regionId, organisationId, email };
}
