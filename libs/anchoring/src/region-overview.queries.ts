import type { Work } from '@samanker/database';
import { ANCHORED_OF_SQL } from '@samanker/participation';
import { valueSpansSql } from '@samanker/volume';
import { RegionCase, RegionMunicipality, RegionOverview } from './region-overview';

/**
 * The region's cases and members in one statement, so in one snapshot. The values are those of each case's merged-demand
 * report (R22, R26). Late is not who has met and has only not said what came of it. Cancelled cases count in nothing that
 * is said of a member.
 */
const REGION_OVERVIEW = `
  with cases as materialized (select * from procurement_case where region_id = $1),
  taking as materialized (
    select p.*, p.state in ('DECLINED', 'WITHDRAWN') as gone, c.stage = 'CANCELLED' as cancelled, exists (
        select from expectation e where e.participation_id = p.id and e.fulfilled_at is null and e.withdrawn_at is null
          and e.due_on < $2::date) as overdue,
      p.planning_status = 'LATE' and not exists (select from anchoring_step s join meeting m on m.id = s.meeting_id
        where s.participation_id = p.id and s.state = 'SUBMITTED' and m.date < $2::date) as late
    from participation p join cases c on c.id = p.case_id
  ), counted as materialized (
    select case_id, ${ANCHORED_OF_SQL},
      count(*) filter (where state = 'INVITED') as no_answer, count(*) filter (where gone) as gone,
      count(*) filter (where not gone and late) as late,
      count(*) filter (where not gone and planning_status = 'CANNOT_MAKE_IT') as cannot,
      count(*) filter (where not gone and overdue) as overdue, max(planned_finish_on) filter (where not gone) as last_finish
    from taking p group by case_id
  ), worth as materialized (
    select case_id, round(sum(minimum_value), 2) as minimum, round(sum(expected_value), 2) as expected,
      round(sum(maximum_value), 2) as maximum
    from (${valueSpansSql('p.case_id in (select id from cases)')}) span group by case_id
  ), wanted as materialized (
    select organisation_id, case_id, state from need where region_id = $1 and state in ('DECLARED', 'IN_CASE')
  ), members as materialized (
    select o.id, o.name, o.number from organisation o
    where exists (select from region_membership m where m.organisation_id = o.id and m.region_id = $1
      and m.valid_from <= $2::date and (m.valid_to is null or m.valid_to >= $2::date))
  )
  select r.id as "regionId", r.name as "regionName", $2::date::text as today,
    (select count(*)::integer from wanted where state = 'DECLARED') as needs,
    (select coalesce(json_agg(json_build_object('caseId', c.id, 'title', c.title, 'stage', c.stage, 'hostName', h.name,
       'openedOn', c.opened_on, 'decisionDeadline', c.decision_deadline, 'firstYear', c.first_year, 'years', c.years,
       'optionYears', c.option_years, 'municipalities', coalesce(n.of, 0), 'anchored', coalesce(n.anchored, 0),
       'noAnswer', coalesce(n.no_answer, 0), 'gone', coalesce(n.gone, 0), 'late', coalesce(n.late, 0),
       'cannotMakeIt', coalesce(n.cannot, 0), 'overdue', coalesce(n.overdue, 0), 'lastFinishOn', n.last_finish,
       'needs', (select count(*) from wanted w where w.case_id = c.id),
       'minimumValue', coalesce(v.minimum, 0.00)::text, 'expectedValue', coalesce(v.expected, 0.00)::text,
       'maximumValue', coalesce(v.maximum, 0.00)::text) order by c.decision_deadline, c.title, c.id), '[]')
     from cases c join organisation h on h.id = c.host_organisation_id
     left join counted n on n.case_id = c.id left join worth v on v.case_id = c.id) as cases,
    (select coalesce(json_agg(json_build_object('organisationId', o.id, 'organisationName', o.name,
       'municipalityNumber', o.number, 'cases', coalesce(t.cases, 0), 'anchored', coalesce(t.anchored, 0),
       'late', coalesce(t.late, 0), 'cannotMakeIt', coalesce(t.cannot, 0), 'overdue', coalesce(t.overdue, 0),
       'needs', coalesce(w.needs, 0)) order by o.name, o.id), '[]')
     from members o
     left join (select organisation_id, count(*) as cases, count(*) filter (where state = 'ANCHORED') as anchored,
         count(*) filter (where late) as late,
         count(*) filter (where planning_status = 'CANNOT_MAKE_IT') as cannot, count(*) filter (where overdue) as overdue
       from taking where not gone and not cancelled group by organisation_id) t on t.organisation_id = o.id
     left join (select organisation_id, count(*) as needs from wanted where state = 'DECLARED' group by organisation_id) w
       on w.organisation_id = o.id) as municipalities
  from region r where r.id = $1`;

/** The region of the one who asks, seen as a whole. */
export async function regionOverview(work: Work): Promise<RegionOverview> {
  const row = await work.one<RegionOverview>(REGION_OVERVIEW, [work.regionId, work.today], 'region-overview');
  return Object.assign(new RegionOverview(), row, {
    cases: row?.cases.map((one) => Object.assign(new RegionCase(), one)) ?? [],
    municipalities: row?.municipalities.map((one) => Object.assign(new RegionMunicipality(), one)) ?? [],
  });
}
