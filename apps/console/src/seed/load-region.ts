import type { DataSource } from 'typeorm';
import { PEOPLE_SINCE, type RegionSeed } from './agder';
import { seedId } from './seed-id';

interface Load {
  readonly table: string;
  /** Columns with their SQL types, in the order of the rows' keys. */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Puts a region into the database as the owner of its tables, in one transaction. Row-level security holds for the owner
 * too: the region is set first. What is there already stays as it is, so seeding twice is seeding once.
 */
export async function loadRegion(owner: DataSource, seed: RegionSeed): Promise<void> {
  await owner.transaction(async (manager) => {
    await manager.query(`select set_config('samanker.region', $1, true)`, [seed.id]);
    for (const { table, columns, rows } of loadsOf(seed)) {
      const names = Object.keys(columns);
      await manager.query(
        `insert into ${table} (${names.join(', ')}) select ${names.join(', ')}
         from json_to_recordset($1::json) as t(${names.map((name) => `${name} ${columns[name]}`).join(', ')})
         on conflict do nothing`,
        [JSON.stringify(rows)],
      );
    }
  });
}

function loadsOf(seed: RegionSeed): Load[] {
  const region_id = seed.id;
  return [
    {
      table: 'region',
      columns: { id: 'uuid', name: 'text', slug: 'text' },
      rows: [{ id: seed.id, name: seed.name, slug: seed.slug }],
    },
    {
      table: 'organisation',
      columns: {
        id: 'uuid',
        kind: 'text',
        number: 'text',
        organisation_number: 'text',
        name: 'text',
        population: 'integer',
        population_on: 'date',
        language: 'text',
        official_address: 'text',
        valid_from: 'date',
        valid_to: 'date',
      },
      rows: seed.organisations.map((one) => ({
        id: one.id,
        kind: 'MUNICIPALITY',
        number: one.number,
        organisation_number: one.organisationNumber,
        name: one.name,
        population: one.population,
        population_on: one.populationOn,
        language: one.language,
        official_address: one.officialAddress,
        valid_from: one.validFrom,
        valid_to: one.validTo,
      })),
    },
    {
      table: 'organisation_succession',
      columns: { from_id: 'uuid', to_id: 'uuid', on_date: 'date', kind: 'text' },
      rows: seed.successions.map((one) => ({ from_id: one.fromId, to_id: one.toId, on_date: one.on, kind: one.kind })),
    },
    {
      table: 'region_membership',
      columns: { region_id: 'uuid', organisation_id: 'uuid', valid_from: 'date', valid_to: 'date' },
      rows: seed.memberships.map((one) => ({
        region_id,
        organisation_id: one.organisationId,
        valid_from: one.from,
        valid_to: one.to,
      })),
    },
    {
      table: 'person',
      columns: { id: 'uuid', name: 'text', email: 'text', phone: 'text', language: 'text' },
      rows: seed.people.map(({ id, name, email, phone, language }) => ({ id, name, email, phone, language })),
    },
    {
      table: 'role',
      columns: {
        id: 'uuid',
        region_id: 'uuid',
        person_id: 'uuid',
        organisation_id: 'uuid',
        kind: 'text',
        granted_at: 'timestamptz',
      },
      rows: seed.people.flatMap((person) =>
        person.roles.map((role) => ({
          id: role.id,
          region_id,
          person_id: person.id,
          organisation_id: role.organisationId,
          kind: role.kind,
          granted_at: PEOPLE_SINCE,
        })),
      ),
    },
    {
      table: 'decision_body',
      columns: {
        id: 'uuid',
        region_id: 'uuid',
        organisation_id: 'uuid',
        name: 'text',
        kind: 'text',
        submission_days: 'integer',
        handover_days: 'integer',
        calendar_origin: 'text',
      },
      rows: seed.bodies.map((one) => ({
        id: one.id,
        region_id,
        organisation_id: one.organisationId,
        name: one.name,
        kind: one.kind,
        submission_days: one.submissionDays,
        handover_days: one.handoverDays,
        calendar_origin: one.calendarOrigin,
      })),
    },
    {
      table: 'meeting',
      columns: {
        id: 'uuid',
        region_id: 'uuid',
        body_id: 'uuid',
        external_id: 'text',
        date: 'date',
        starts_at: 'time',
        kind: 'text',
      },
      rows: seed.bodies.flatMap((body) =>
        body.meetings.map((one) => ({
          id: one.id,
          region_id,
          body_id: one.bodyId,
          external_id: one.externalId,
          date: one.date,
          starts_at: one.startsAt,
          kind: one.kind,
        })),
      ),
    },
    {
      table: 'closed_week',
      columns: {
        region_id: 'uuid',
        organisation_id: 'uuid',
        from_date: 'date',
        to_date: 'date',
        reason: 'text',
        id: 'uuid',
      },
      rows: seed.closedWeeks.map((one) => ({
        id: seedId('closed-week', one.organisationId, one.from),
        region_id,
        organisation_id: one.organisationId,
        from_date: one.from,
        to_date: one.to,
        reason: one.reason,
      })),
    },
    {
      table: 'route_template',
      columns: { id: 'uuid', region_id: 'uuid', organisation_id: 'uuid', name: 'text' },
      rows: seed.routeTemplates.map((one) => ({
        id: one.id,
        region_id,
        organisation_id: one.organisationId,
        name: one.name,
      })),
    },
    {
      table: 'route_template_step',
      columns: {
        id: 'uuid',
        region_id: 'uuid',
        template_id: 'uuid',
        position: 'integer',
        parallel_group: 'integer',
        kind: 'text',
        weight: 'text',
        title: 'text',
        role: 'text',
        body_id: 'uuid',
        working_days: 'integer',
      },
      rows: seed.routeTemplates.flatMap((template) =>
        template.steps.map((step) => ({
          id: seedId('template-step', template.id, String(step.position)),
          region_id,
          template_id: template.id,
          position: step.position,
          parallel_group: step.parallelGroup,
          kind: step.kind,
          weight: step.weight,
          title: step.title,
          role: step.role,
          body_id: step.bodyId,
          working_days: step.workingDays,
        })),
      ),
    },
  ];
}
