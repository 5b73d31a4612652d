// A case like that of Agder in the middle of its way: so many municipalities with so many steps each.
import { createHash, randomBytes } from 'node:crypto';

const first = async (admin, sql, values = []) => (await admin.query(sql, values)).rows[0];

/** Builds region, host, municipalities, people, case, routes, decisions and what is awaited. Answers ids and a session. */
export async function boardGround(admin, municipalities, steps) {
  const { id: region } = await first(
    admin,
    `insert into region (name, slug) values ('Bench', 'bench-' || substr(uuidv7()::text, 25)) returning id`,
  );
  const values = [region, municipalities];
  await admin.query(
    `with made as (insert into organisation (kind, name, population, population_on, language, official_address, valid_from)
       select 'MUNICIPALITY', 'Kommune nummer ' || n, 900 + n * 2900, '2016-01-01', (array['NB','NN','NEUTRAL'])[1 + n % 3], 'post' || n || '@kommune.example', '1964-01-01'
       from generate_series(1, $2::int) n returning id)
     insert into region_membership (region_id, organisation_id, valid_from) select $1, id, '1964-01-01' from made`,
    values,
  );
  // Per municipality a coordinator, a director, a chief executive, a recorder and two deputies.
  await admin.query(
    `with wanted as (select m.organisation_id, k.kind, k.deputy, uuidv7() as person_id from region_membership m
       cross join (values ('COORDINATOR', 0), ('DIRECTOR', 0), ('CHIEF_EXECUTIVE', 0), ('RECORDER', 0), ('COORDINATOR', 1), ('CHIEF_EXECUTIVE', 1)) k(kind, deputy)
       where m.region_id = $1),
     people as (insert into person (id, name, email) select person_id, 'Person ' || substr(person_id::text, 30), person_id || '@kommune.example' from wanted)
     insert into role (region_id, person_id, organisation_id, kind, deputy_order) select $1, person_id, organisation_id, kind, deputy from wanted`,
    [region],
  );
  await admin.query(
    `insert into decision_body (region_id, organisation_id, name, kind)
     select $1, organisation_id, b.name, b.kind from region_membership cross join (values ('Kommunestyret', 'COUNCIL'), ('Formannskapet', 'EXECUTIVE_COMMITTEE'), ('Eldrerådet', 'ELDERLY_COUNCIL')) b(name, kind)
     where region_id = $1`,
    [region],
  );
  await admin.query(
    `insert into meeting (region_id, body_id, external_id, date) select $1, b.id, d::text, d::date
     from decision_body b cross join generate_series(current_date - 60, current_date + 300, interval '30 days') d where b.region_id = $1`,
    [region],
  );
  const { organisation_id: host } = await first(
    admin,
    'select organisation_id from region_membership where region_id = $1 order by 1 limit 1',
    [region],
  );
  const { id: caseId } = await first(
    admin,
    `insert into procurement_case (region_id, host_organisation_id, title, stage, opened_on, decision_deadline, first_year, years)
     values ($1, $2, 'Kommunalt responssenter og felles anskaffelse', 'INVITED', current_date - 90, current_date + 120, extract(year from current_date)::int + 1, 4) returning id`,
    [region, host],
  );
  await admin.query(
    `insert into case_part (region_id, case_id, number, title) select $1, $2, n, 'Del ' || n from generate_series(1, 2) n`,
    [region, caseId],
  );
  await admin.query(
    `insert into participation (region_id, case_id, organisation_id, state, invited_at, planned_finish_on, latest_submission_on, slack_days, planning_status, planned_for)
     select $1, $2, organisation_id, (array['ANCHORING','ANCHORED','INVITED'])[1 + n % 3], now(), current_date + (n % 90)::int, current_date + 20, 90 - (n % 90)::int,
       (array['ON_TRACK','AT_RISK','LATE'])[1 + n % 3], current_date
     from (select organisation_id, row_number() over () as n from region_membership where region_id = $1) m`,
    [region, caseId],
  );
  await admin.query(
    `insert into part_choice select p.region_id, p.id, k.id, (array['FIRM','OPTION','OUT'])[1 + k.number % 3] from participation p join case_part k on k.case_id = p.case_id
     where p.case_id = $1 and p.state <> 'INVITED'`,
    [caseId],
  );
  await admin.query(
    `insert into anchoring_step (region_id, participation_id, position, parallel_group, kind, weight, title, role, body_id, working_days, state, opened_on, planned_on, submission_deadline, latest_on, planning_status)
     select $1, p.id, n, n, case when n <= $3::int / 2 then 'ADMINISTRATIVE' else 'POLITICAL' end, case when n = $3 then 'DECIDING' else 'RECOMMENDING' end, 'Steg nummer ' || n,
       (array['COORDINATOR','DIRECTOR','CHIEF_EXECUTIVE'])[1 + n % 3], case when n > $3::int / 2 then b.id end, case when n <= $3::int / 2 then 10 end,
       case when n <= $3::int / 2 then 'DECIDED' when n = $3::int / 2 + 1 then 'OPEN' else 'WAITING' end, current_date - 10,
       current_date + n * 14, current_date + n * 14 - 14, current_date + n * 14 + 30, 'ON_TRACK'
     from participation p join decision_body b on b.organisation_id = p.organisation_id and b.region_id = p.region_id and b.kind = 'COUNCIL' cross join generate_series(1, $3::int) n where p.case_id = $2`,
    [region, caseId, steps],
  );
  await admin.query(
    `insert into decision (region_id, step_id, outcome, decided_on, recorded_by) select s.region_id, s.id, 'RECOMMENDED', current_date - 20, r.person_id
     from anchoring_step s join participation p on p.id = s.participation_id join role r on r.organisation_id = p.organisation_id and r.kind = 'RECORDER'
     where p.case_id = $1 and s.state = 'DECIDED'`,
    [caseId],
  );
  await admin.query(
    `insert into expectation (region_id, case_id, participation_id, subject_id, organisation_id, kind, occasion, role, due_on, facts)
     select p.region_id, p.case_id, p.id, s.id, p.organisation_id, case when s.position % 2 = 0 then 'TEXT_IN' else 'DECISION_MADE' end, 'once', s.role, s.planned_on, '{}'
     from anchoring_step s join participation p on p.id = s.participation_id where p.case_id = $1 and s.state <> 'DECIDED'`,
    [caseId],
  );
  await admin.query(
    `insert into volume_declaration (participation_id, region_id, declared_at, declared_by) select p.id, p.region_id, now(), uuidv7() from participation p where p.case_id = $1 and p.state = 'ANCHORED'`,
    [caseId],
  );
  const token = randomBytes(32).toString('base64url');
  await admin.query(
    `insert into session (token_hash, person_id, region_id, organisation_id, expires_at)
     select $1, person_id, region_id, organisation_id, now() + interval '12 hours' from role where region_id = $2 and organisation_id = $3 and kind = 'COORDINATOR' and deputy_order = 0`,
    [createHash('sha256').update(token).digest(), region, host],
  );
  await admin.query('analyze');
  return { region, caseId, token };
}
