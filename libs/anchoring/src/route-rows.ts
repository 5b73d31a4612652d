import type { DateRange, LocalDate } from '@samanker/clock';
import type { Work } from '@samanker/database';
import type { ParticipationState } from '@samanker/participation';
import type { CaseStage } from '@samanker/procurement-case';
import type { RoleKind } from '@samanker/request';
import type { PlanningStep, PlanStatus } from './planning.rules';
import { documentPlace } from './step-outcome-place.rules';

/** One step as verbs and planning read it. */
export interface RouteRow extends PlanningStep {
  readonly parallelGroup: number;
  readonly participationId: string;
  readonly title: string;
  readonly role: RoleKind;
  /** Asked in particular, before whoever holds the role (R12). */
  readonly askedPersonId: string | null;
  readonly bodyName: string | null;
  readonly handoverDays: number | null;
  readonly openedOn: LocalDate | null;
  readonly submittedAt: Date | null;
  readonly meetingId: string | null;
  /** The latest decision that counts; also one that left the step open. */
  readonly decisionId: string | null;
  readonly storedDecidedOn: LocalDate | null;
  readonly plannedOn: LocalDate | null;
  readonly plannedMeetingId: string | null;
  readonly submissionDeadline: LocalDate | null;
  readonly latestOn: LocalDate | null;
  readonly planningStatus: PlanStatus | null;
  readonly version: number;
}

/** An expectation that is open now. */
export interface OpenExpectation {
  readonly kind: 'TEXT_IN' | 'DECISION_MADE' | 'ADMINISTRATIVE_DECISION' | 'VOLUMES' | 'POWER_OF_ATTORNEY';
  readonly subjectId: string;
  readonly occasion: string;
  readonly dueOn: LocalDate;
}

/** One participation with what planning its route needs to know. */
export interface RouteSubject {
  readonly id: string;
  readonly caseId: string;
  readonly organisationId: string;
  readonly state: ParticipationState;
  readonly caseTitle: string;
  readonly stage: CaseStage;
  readonly openedOn: LocalDate;
  readonly deadline: LocalDate;
  readonly invitedOn: LocalDate | null;
  readonly marginDays: number;
  readonly powerOfAttorneyDays: number;
  readonly powerOfAttorneyOn: LocalDate | null;
  readonly volumesDeclared: boolean;
  readonly routeFinishedOn: LocalDate | null;
  readonly closed: DateRange[];
  readonly expectations: OpenExpectation[];
}

const SUBJECTS = `
  select p.id, p.case_id as "caseId", p.organisation_id as "organisationId", p.state, c.title as "caseTitle", c.stage,
    c.opened_on as "openedOn", c.decision_deadline as deadline, (p.invited_at at time zone 'Europe/Oslo')::date as "invitedOn",
    g.at_risk_margin_days as "marginDays", g.power_of_attorney_days as "powerOfAttorneyDays",
    (select a.signed_on from power_of_attorney a where a.participation_id = p.id and a.withdrawn_at is null) as "powerOfAttorneyOn",
    exists (select from volume_declaration v where v.participation_id = p.id) as "volumesDeclared",
    p.route_finished_on as "routeFinishedOn",
    (select coalesce(json_agg(json_build_object('from', w.from_date, 'to', w.to_date) order by w.from_date), '[]')
       from closed_week w where w.region_id = p.region_id and w.organisation_id = p.organisation_id) as closed,
    (select coalesce(json_agg(json_build_object('kind', e.kind, 'subjectId', e.subject_id, 'occasion', e.occasion, 'dueOn', e.due_on)), '[]')
       from expectation e where e.participation_id = p.id and e.kind <> 'QUESTION' and e.fulfilled_at is null
         and e.withdrawn_at is null) as expectations
  from participation p join procurement_case c on c.id = p.case_id join region g on g.id = p.region_id
  where p.id = any($1::uuid[]) order by p.id`;

const STEPS = `
  select s.id, s.participation_id as "participationId", s.position, s.parallel_group as "parallelGroup", s.kind, s.weight,
    s.title, s.role, s.asked_person_id as "askedPersonId", s.body_id as "bodyId", b.name as "bodyName", b.handover_days as "handoverDays",
    s.working_days as "workingDays", s.state, s.opened_on as "openedOn", s.submitted_at as "submittedAt",
    s.meeting_id as "meetingId", case when s.state = 'SUBMITTED' then m.date end as "submittedMeetingDate",
    d.id as "decisionId", d.outcome, d.decided_on as "decidedOn", d.recorded_at as "recordedAt",
    s.decided_on as "storedDecidedOn", s.planned_on as "plannedOn",
    s.planned_meeting_id as "plannedMeetingId", s.submission_deadline as "submissionDeadline", s.latest_on as "latestOn",
    s.planning_status as "planningStatus", s.version
  from anchoring_step s
  left join decision_body b on b.id = s.body_id
  left join meeting m on m.id = s.meeting_id
  left join lateral (select * from decision d where d.step_id = s.id and d.superseded_at is null
                     order by d.recorded_at desc, d.id desc limit 1) d on true
  where s.participation_id = any($1::uuid[]) order by s.participation_id, s.position`;

/** Participations by id, with closed periods and what is awaited of them: one statement. */
export function routeSubjects(work: Work, participationIds: readonly string[]): Promise<RouteSubject[]> {
  return work.query<RouteSubject>(SUBJECTS, [participationIds], 'route-subjects');
}

/**
 * The steps of the routes in order, by participation: one statement. No lock of their own: whoever changes a route holds
 * its participation first, and reads the steps in a later statement, which then sees what the one before has committed.
 */
export async function routesOf(work: Work, participationIds: readonly string[]): Promise<Map<string, RouteRow[]>> {
  const rows = await work.query<RouteRow & { readonly recordedAt: Date | null }>(
    STEPS,
    [participationIds],
    'routes-of',
  );
  const routes = new Map<string, RouteRow[]>(participationIds.map((id) => [id, []]));
  for (const { recordedAt, ...row } of rows) {
    routes.get(row.participationId)?.push({ ...row, document: documentPlace({ ...row, recordedAt }) });
  }
  return routes;
}

/** The steps of one route in order. */
export async function routeOf(work: Work, participationId: string): Promise<RouteRow[]> {
  return (await routesOf(work, [participationId])).get(participationId) ?? [];
}
