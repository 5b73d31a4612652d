import type { Work } from '@samanker/database';
import { ANCHORED_OF_SQL } from '@samanker/participation';
import { valueSpansSql } from '@samanker/volume';
import { OrganisationCase, OrganisationCases } from './organisation-cases';

/** One statement for everything that an organisation ($1) has a hand in; the same choices as on the board of a case. */
const ORGANISATION_CASES = `
  with mine as materialized (
    select c.*, p.id as participation_id, p.state, p.planning_status, p.planned_finish_on, p.slack_days
    from procurement_case c left join participation p on p.case_id = c.id and p.organisation_id = $1
    where c.host_organisation_id = $1 or p.id is not null
  ), holder as materialized (
    select distinct on (r.kind) r.kind, n.name from role r join person n on n.id = r.person_id and not n.machine
    where r.active and r.organisation_id = $1 order by r.kind, r.deputy_order, r.id
  ), step as materialized (
    select distinct on (s.participation_id) s.participation_id, s.title, s.state, s.role, h.name,
      case when s.state = 'SUBMITTED' then m.date else s.planned_on end as step_on
    from mine join anchoring_step s on s.participation_id = mine.participation_id
    left join meeting m on m.id = s.meeting_id left join holder h on h.kind = s.role
    where s.state in ('OPEN', 'SUBMITTED', 'WAITING')
    order by s.participation_id, s.state = 'WAITING', s.position
  ), awaited as materialized (
    select distinct on (e.participation_id) e.participation_id, e.kind, e.due_on
    from expectation e where e.participation_id in (select participation_id from mine)
      and e.fulfilled_at is null and e.withdrawn_at is null
    order by e.participation_id, e.due_on, e.kind, e.id
  ), counted as materialized (
    select case_id, ${ANCHORED_OF_SQL} from participation p where case_id in (select id from mine) group by case_id
  ), own as materialized (
    select participation_id, lines, round(expected_value, 2) as expected_value, round(maximum_value, 2) as maximum_value
    from (${valueSpansSql('p.id in (select participation_id from mine)')}) span
  )
  select o.id as "organisationId", o.name as "organisationName", $2::date::text as today,
    (select coalesce(json_agg(json_build_object('caseId', c.id, 'title', c.title, 'stage', c.stage, 'hostName', h.name,
       'hosts', c.host_organisation_id = $1, 'openedOn', c.opened_on, 'decisionDeadline', c.decision_deadline,
       'firstYear', c.first_year, 'years', c.years, 'optionYears', c.option_years,
       'municipalities', coalesce(n.of, 0), 'anchored', coalesce(n.anchored, 0),
       'participationId', c.participation_id, 'state', c.state, 'status', c.planning_status,
       'plannedFinishOn', c.planned_finish_on, 'slackDays', c.slack_days, 'stepTitle', s.title, 'stepState', s.state,
       'stepOn', s.step_on, 'role', s.role, 'responsibleName', s.name, 'awaited', a.kind, 'dueOn', a.due_on,
       'overdue', coalesce(a.due_on < $2::date, false),
       'volumesDeclared', exists (select from volume_declaration v where v.participation_id = c.participation_id),
       'lines', coalesce(w.lines, 0), 'expectedValue', coalesce(w.expected_value, 0.00)::text,
       'maximumValue', coalesce(w.maximum_value, 0.00)::text)
       order by a.due_on nulls last, c.decision_deadline, c.title, c.id), '[]')
     from mine c join organisation h on h.id = c.host_organisation_id
     left join counted n on n.case_id = c.id left join step s on s.participation_id = c.participation_id
     left join awaited a on a.participation_id = c.participation_id left join own w on w.participation_id = c.participation_id) as cases
  from organisation o where o.id = $1 and exists (select from region_membership m where m.organisation_id = o.id)`;

/** All cases of one organisation together; null when the region has no such organisation. */
export async function organisationCases(work: Work, organisationId: string): Promise<OrganisationCases | null> {
  const row = await work.one<OrganisationCases>(ORGANISATION_CASES, [organisationId, work.today], 'organisation-cases');
  if (!row) return null;
  const cases = row.cases.map((one) => Object.assign(new OrganisationCase(), one));
  return Object.assign(new OrganisationCases(), row, { cases });
}
