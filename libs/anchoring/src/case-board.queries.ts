import type { Work } from '@samanker/database';
import { notesSeenBy } from '@samanker/note';
import { looksAtBoard } from './anchoring.permissions';
import { BOARD_REMARKS } from './board-remarks.queries';
import type { BoardFilter, CaseBoard } from './case-board';

/**
 * The whole board in one statement that answers one JSON value: what PostgreSQL has put together is handed through as it
 * is, dates as text. Holder of a role: the active person with the lowest deputy order, or the deputy of the day (R12).
 */
export const CASE_BOARD = `
  with holder as materialized (
    select distinct on (r.organisation_id, r.kind) r.organisation_id, r.kind, r.person_id, n.name, n.phone, w.name as away
    from acting_role() r join person n on n.id = r.person_id and not n.machine left join person w on w.id = r.delegated_by
    where r.active and r.organisation_id in (select organisation_id from participation where case_id = $1)
    order by r.organisation_id, r.kind, r.deputy_order, r.id, r.delegated_by nulls last
  ), awaited as materialized (
    select e.participation_id, e.subject_id, min(e.due_on) as due_on,
      bool_or(e.person_id is null and not exists (
        select from holder h where h.organisation_id = e.organisation_id and h.kind = e.role)) as nobody,
      bool_or(e.person_id = $8::uuid or (e.organisation_id = $4::uuid and e.role = any($9::text[]))) as yours
    from expectation e
    where e.case_id = $1 and e.participation_id in (select id from participation where case_id = $1)
      and e.kind <> 'QUESTION' and e.fulfilled_at is null and e.withdrawn_at is null
    group by e.participation_id, e.subject_id
  ), decided as materialized (
    select distinct on (d.step_id) d.step_id, d.outcome, d.decided_on
    from participation p join anchoring_step s on s.participation_id = p.id join decision d on d.step_id = s.id
    where p.case_id = $1 and d.superseded_at is null
    order by d.step_id, d.recorded_at desc, d.id desc
  ), steps as materialized (
    select s.participation_id, json_agg(json_build_object('id', s.id, 'position', s.position, 'parallelGroup', s.parallel_group,
        'kind', s.kind, 'weight', s.weight, 'title', s.title, 'state', s.state, 'outcome', d.outcome, 'decidedOn', d.decided_on,
        'meetingOn', case when s.state = 'SUBMITTED' then m.date end, 'plannedOn', s.planned_on,
        'submissionDeadline', s.submission_deadline, 'latestOn', s.latest_on, 'status', s.planning_status, 'dueOn', a.due_on,
        'overdue', coalesce(a.due_on < $2::date, false), 'role', s.role, 'responsibleId', coalesce(q.id, h.person_id),
        'responsibleName', coalesce(q.name, h.name), 'deputyFor', case when q.id is null then h.away end,
        'nobodyToAsk', coalesce(q.id, h.person_id) is null and s.state not in ('DECIDED', 'NOT_REQUIRED')) order by s.position) as steps
    from participation p
    join anchoring_step s on s.participation_id = p.id
    left join meeting m on m.id = s.meeting_id
    left join decided d on d.step_id = s.id
    left join awaited a on a.participation_id = p.id and a.subject_id = s.id
    left join holder h on h.organisation_id = p.organisation_id and h.kind = s.role
    left join lateral (select n.id, n.name from person n where n.id = s.asked_person_id and exists (
      select from role r where r.person_id = n.id and r.organisation_id = p.organisation_id and r.active)) q on true
    where p.case_id = $1
    group by s.participation_id
  ), part_row as materialized (
    select p.id as participation_id, json_agg(json_build_object('partId', k.id, 'number', k.number, 'choice', c.choice) order by k.number) as choices,
      bool_or(c.choice = 'FIRM') as firm, bool_or(c.choice = 'OPTION') as option
    from participation p join case_part k on k.case_id = p.case_id
    left join part_choice c on c.part_id = k.id and c.participation_id = p.id
    where p.case_id = $1
    group by p.id
  ), ${BOARD_REMARKS}, board as materialized (
    select p.id, o.id as organisation_id, o.number, o.name, o.population, o.language, p.state, p.planning_status, p.planned_finish_on,
      p.latest_submission_on, p.slack_days, p.provisional, p.crosses_election, coalesce(c.choices, '[]') as choices,
      coalesce(c.firm, false) as firm, coalesce(c.option, false) as option,
      exists (select from volume_declaration v where v.participation_id = p.id) as volumes_declared,
      exists (select from power_of_attorney f where f.participation_id = p.id and f.withdrawn_at is null) as power_recorded,
      a.due_on, coalesce(a.due_on < $2::date, false) as overdue, coalesce(a.next_on <= $2::date + 7, false) as due_soon,
      coalesce(a.nobody, false) as nobody, p.state in ('DECLINED', 'WITHDRAWN') as gone, coalesce(s.steps, '[]') as steps, p.answer_origin,
      coalesce(a.yours, false) or ($7::boolean and l.host_organisation_id = $4::uuid and exists (select from condition k
        where k.participation_id = p.id and k.state = 'OPEN' and k.superseded_at is null)) as yours, note.said as note, they_say.said as they_say, contact.said as contact,
      case when p.state = 'WITHDRAWN' then (select json_build_object('decidedOn', g.decided_on, 'decisionReference', g.decision_reference)
        from leaving g where g.participation_id = p.id and g.returned_at is null) end as leaving
    from participation p
    join procurement_case l on l.id = p.case_id
    join organisation o on o.id = p.organisation_id
    left join (select participation_id, min(due_on) as due_on, min(due_on) filter (where due_on >= $2::date) as next_on,
                 bool_or(nobody) as nobody, bool_or(yours) as yours from awaited group by participation_id) a on a.participation_id = p.id
    left join part_row c on c.participation_id = p.id
    left join steps s on s.participation_id = p.id
    left join note on note.participation_id = p.id
    left join they_say on they_say.participation_id = p.id
    left join contact on contact.participation_id = p.id
    where p.case_id = $1
  )
  select json_build_object('caseId', c.id, 'title', c.title, 'stage', c.stage, 'hostName', h.name,
    'decisionDeadline', c.decision_deadline, 'today', $2::date,
    'totals', (select json_build_object('municipalities', count(*), 'anchored', count(*) filter (where state = 'ANCHORED'),
       'noAnswer', count(*) filter (where state = 'INVITED'), 'declined', count(*) filter (where gone),
       'reanchorRequired', count(*) filter (where state = 'REANCHOR_REQUIRED'), 'firm', count(*) filter (where firm and not gone),
       'option', count(*) filter (where option and not firm and not gone),
       'onTrack', count(*) filter (where planning_status = 'ON_TRACK'), 'atRisk', count(*) filter (where planning_status = 'AT_RISK'),
       'late', count(*) filter (where planning_status = 'LATE'), 'cannotMakeIt', count(*) filter (where planning_status = 'CANNOT_MAKE_IT'),
       'overdue', count(*) filter (where overdue), 'dueIn7Days', count(*) filter (where due_soon),
       'nobodyToAsk', count(*) filter (where nobody), 'volumesDeclared', count(*) filter (where volumes_declared)) from board),
    'rows', (select coalesce(json_agg(json_build_object('participationId', id, 'organisationId', organisation_id,
       'organisationName', name, 'municipalityNumber', number, 'population', population, 'language', language, 'state', state, 'status', planning_status,
       'plannedFinishOn', planned_finish_on, 'latestSubmissionOn', latest_submission_on, 'slackDays', slack_days,
       'provisional', provisional, 'crossesElection', crosses_election, 'choices', choices, 'volumesDeclared', volumes_declared,
       'powerOfAttorneyRecorded', power_recorded, 'dueOn', due_on, 'overdue', overdue, 'dueIn7Days', due_soon, 'waitsForYou', yours,
       'nobodyToAsk', nobody, 'answerOrigin', answer_origin, 'note', note,
       'theySay', they_say, 'contact', contact, 'leaving', leaving, 'steps', steps)
       order by due_on nulls last, planned_finish_on nulls last, name), '[]')
       from board where case $3::text when 'OVERDUE' then overdue when 'DUE_IN_7_DAYS' then due_soon
         when 'NO_ANSWER' then state = 'INVITED' when 'NOBODY_TO_ASK' then nobody else true end)) as board
  from procurement_case c join organisation h on h.id = c.host_organisation_id where c.id = $1`;

/** The board of a case; null when there is no such case in the region. */
export async function caseBoard(work: Work, caseId: string, filter: BoardFilter | null): Promise<CaseBoard | null> {
  const row = await work.one<{ board: CaseBoard }>(
    CASE_BOARD,
    [caseId, work.today, filter, ...notesSeenBy(work.actor), ...looksAtBoard(work.actor)],
    'case-board',
  );
  return row && row.board;
}

/**
 * Changes whenever anything on the board of a case may have changed: after each entry of its log, when a plan was made
 * anew, and at midnight. Says nothing about what. Null when there is no such case in the region. One short statement.
 */
export async function caseBoardVersion(work: Work, caseId: string): Promise<string | null> {
  const row = await work.one<{ version: string }>(
    `select md5(concat_ws(' ', $2::text, (select max(l.seq) from decision_log l where l.region_id = c.region_id and l.case_id = c.id),
       (select string_agg(concat_ws(',', p.version, p.state, p.planning_status, p.planned_finish_on, p.slack_days), ' ' order by p.id)
        from participation p where p.case_id = c.id))) as version
     from procurement_case c where c.id = $1`,
    [caseId, work.today],
    'case-board-version',
  );
  return row && row.version;
}
