import { anOrganisation, aPerson, aRegion, type BuiltPerson, type Ground } from './organisation';
import { aCase } from './procurement-case';

export interface WideBoard {
  readonly regionId: string;
  readonly caseId: string;
  /** The coordinator at the host. */
  readonly coordinator: BuiltPerson;
}

/**
 * A case of many municipalities with routes of many steps, as far as the board reads them: four steps decided, one open,
 * the others planned; people with telephone numbers, a note here and there. Names and days differ as real ones do.
 */
export async function aWideBoard(ground: Ground, municipalities: number, steps: number): Promise<WideBoard> {
  const { admin } = ground;
  const regionId = await aRegion(ground);
  const hostOrganisationId = await anOrganisation(ground, regionId, { name: 'Kristiansand' });
  const coordinator = await aPerson(ground, regionId, { organisationId: hostOrganisationId, roles: ['COORDINATOR'] });
  const { caseId } = await aCase(ground, {
    regionId,
    hostOrganisationId,
    openedOn: '2016-01-15',
    decisionDeadline: '2017-06-30',
  });
  await admin.query(
    `with wanted as (select n, uuidv7() as o, uuidv7() as p, uuidv7() as chief, uuidv7() as recorder from generate_series(1, $3::int) n),
     o as (insert into organisation (id, kind, name, population, population_on, language, official_address, valid_from)
       select o, 'MUNICIPALITY', (array['Nordre','Søndre','Østre','Vestre','Indre','Ytre'])[1 + n % 6] || ' ' || (array['Ås','Vik','Fjord','Lia','Haug'])[1 + n % 5] || ' ' || n,
         1000 + (n * 7919) % 60000, '2016-01-01', 'NB', 'post' || n || '@bred.example', '1964-01-01' from wanted),
     m as (insert into region_membership (region_id, organisation_id, valid_from) select $1::uuid, o, '1964-01-01'::date from wanted),
     people as (insert into person (id, name, email, phone) select chief, 'Kari Direktør ' || n, 'chief' || n || '@bred.example', '+47 38 ' || (100000 + n * 37) from wanted
       union all select recorder, 'Ola Sekretær ' || n, 'recorder' || n || '@bred.example', null from wanted),
     roles as (insert into role (region_id, person_id, organisation_id, kind) select $1::uuid, chief, o, 'CHIEF_EXECUTIVE' from wanted
       union all select $1::uuid, recorder, o, 'RECORDER' from wanted),
     p as (insert into participation (id, region_id, case_id, organisation_id, state, invited_at, planning_status, planned_finish_on, latest_submission_on, slack_days)
       select p, $1::uuid, $2::uuid, o, case when n % 9 = 0 then 'INVITED' when n % 7 = 0 then 'ANCHORED' else 'ANCHORING' end, samanker_now(),
         (array['ON_TRACK','AT_RISK','LATE','CANNOT_MAKE_IT'])[1 + n % 4], '2017-05-01'::date + (n * 13) % 90, '2017-01-10'::date + (n * 5) % 60, 60 - (n * 13) % 90 from wanted),
     s as (insert into anchoring_step (id, region_id, participation_id, position, parallel_group, kind, weight, title, role, working_days, state, opened_on,
         planned_on, latest_on, submission_deadline, planning_status)
       select uuidv7(), $1::uuid, p, k, k, 'ADMINISTRATIVE', 'RECOMMENDING', (array['Enhetsleder','Kommunalsjef','Rådmannen','Eldrerådet','Formannskapet','Kommunestyret'])[1 + k % 6],
         case when k % 2 = 0 then 'CHIEF_EXECUTIVE' else 'RECORDER' end, 10, case when k < 5 then 'DECIDED' when k = 5 then 'OPEN' else 'WAITING' end, '2016-11-01'::date,
         '2016-11-20'::date + k * 14 + (n * 11) % 20, '2017-01-01'::date + k * 12, '2016-11-10'::date + k * 14, 'ON_TRACK'
       from wanted cross join generate_series(1, $4::int) k returning id, participation_id, position, state),
     d as (insert into decision (region_id, step_id, outcome, decided_on, recorded_by)
       select $1::uuid, s.id, 'RECOMMENDED', '2016-10-01'::date + position * 5, w.chief from s join wanted w on w.p = s.participation_id where state = 'DECIDED'),
     e as (insert into expectation (region_id, kind, case_id, participation_id, subject_id, organisation_id, occasion, role, due_on, facts)
       select $1::uuid, 'ADMINISTRATIVE_DECISION', $2::uuid, s.participation_id, s.id, w.o, 'x', 'RECORDER', '2016-11-05'::date + (w.n * 3) % 40, '{}'
       from s join wanted w on w.p = s.participation_id where s.state = 'OPEN')
     insert into note (region_id, participation_id, organisation_id, text, visibility, written_at)
       select $1::uuid, p, $5::uuid, 'Ringte rådhuset om sak ' || n || '; de svarer etter neste møte.', 'OWN', samanker_now() from wanted where n % 4 = 0`,
    [regionId, caseId, municipalities, steps, hostOrganisationId],
  );
  // As the database does by itself after a while.
  await admin.query('analyze');
  return { regionId, caseId, coordinator };
}
