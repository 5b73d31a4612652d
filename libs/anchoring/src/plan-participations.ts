import type { Work } from '@samanker/database';
import { expectAll, withdraw, type Expected } from '@samanker/expectation';
import type { CalendarMeeting } from '@samanker/meeting-calendar';
import { ParticipationState, pushPlans, type PlanPushed } from '@samanker/participation';
import { CaseStage } from '@samanker/procurement-case';
import { awaitedOf, type Awaited } from './awaited.rules';
import { inputOf, loadRoutes } from './planning-inputs';
import { differs, plannedColumns, type StepColumns } from './route-plan.rules';
import type { RouteRow, RouteSubject } from './route-rows';

/** Whether somebody has just acted on the routes, so that promises of before are settled. */
export interface Planning {
  readonly settle?: boolean;
}

/** R6: plans one route and what is awaited for it. The participation is locked by the caller. */
export function planParticipation(
  work: Work,
  participationId: string,
  planning: Planning = { settle: true },
): Promise<void> {
  return planParticipations(work, [participationId], planning);
}

/**
 * R6, R10: plans many routes at once: three statements to read, three to write, whatever their number. Writes planned
 * columns only where they changed; awaits what is to be done, and withdraws what has lost its reason (R12).
 */
export async function planParticipations(
  work: Work,
  participationIds: readonly string[],
  { settle = false }: Planning = {},
): Promise<void> {
  const { routes, closed, meetings } = await loadRoutes(work, participationIds);

  const steps: StepColumns[] = [];
  const plans: ({ participationId: string } & PlanPushed)[] = [];
  const expected: Expected[] = [];
  for (const { subject, route } of routes) {
    const planned = planOf(subject, route, meetings, work.today, settle);
    plans.push({ participationId: subject.id, ...planned.plan });
    steps.push(...planned.changed);
    expected.push(...planned.awaited.map((one) => expectedOf(subject, one, route)));
    await withdrawOthers(work, subject, planned.awaited);
  }
  await writeColumns(work, steps);
  await pushPlans(work, plans);
  await expectAll(work, expected, closed);
}

const NO_PLAN: PlanPushed = {
  plannedFinishOn: null,
  latestSubmissionOn: null,
  slackDays: null,
  status: null,
  provisional: false,
  crossesElection: false,
};

interface Planned {
  readonly plan: PlanPushed;
  readonly changed: StepColumns[];
  readonly awaited: Awaited<RouteRow['role']>[];
}

function planOf(
  subject: RouteSubject,
  route: readonly RouteRow[],
  meetings: ReadonlyMap<string, CalendarMeeting[]>,
  today: string,
  settle: boolean,
): Planned {
  if (route.length === 0 || !isAlive(subject)) return { plan: NO_PLAN, changed: [], awaited: [] };
  const input = inputOf({ subject, route }, meetings, today, settle);
  const { plan, columns } = plannedColumns(input, route);
  const stored = new Map(route.map((step) => [step.id, step]));
  return {
    plan: {
      plannedFinishOn: plan.earliestFinish,
      latestSubmissionOn: plan.latestSubmission,
      slackDays: plan.slackDays,
      status: plan.status,
      provisional: plan.provisional,
      crossesElection: plan.constitutionYear !== null,
    },
    changed: columns.filter((column) => differs(column, stored.get(column.id)!)),
    awaited: subject.stage === CaseStage.PAUSED ? [] : awaitedOf(subject, route, input, plan, columns),
  };
}

/** Options may be anchored after the freeze; who declined or left, and a cancelled case, have no plan. */
function isAlive({ state, stage }: RouteSubject): boolean {
  return (
    state !== ParticipationState.DECLINED && state !== ParticipationState.WITHDRAWN && stage !== CaseStage.CANCELLED
  );
}

/** R12: a step that was handed over is asked of that person. */
function expectedOf(subject: RouteSubject, awaited: Awaited<RouteRow['role']>, route: readonly RouteRow[]): Expected {
  const personId = route.find(({ id }) => id === awaited.subjectId)?.askedPersonId ?? null;
  return {
    ...awaited,
    personId,
    caseId: subject.caseId,
    participationId: subject.id,
    organisationId: subject.organisationId,
  };
}

async function withdrawOthers(work: Work, subject: RouteSubject, awaited: readonly Awaited[]): Promise<void> {
  const wanted = new Set(awaited.map(({ kind, subjectId }) => `${kind}/${subjectId}`));
  for (const { kind, subjectId } of subject.expectations) {
    if (!wanted.has(`${kind}/${subjectId}`))
      await withdraw(work, { kind, subjectId, because: isAlive(subject) ? 'REASON_GONE' : subject.state });
  }
}

async function writeColumns(work: Work, columns: readonly StepColumns[]): Promise<void> {
  if (columns.length === 0) return;
  await work.execute(
    `update anchoring_step s set planned_on = c."plannedOn", planned_meeting_id = c."plannedMeetingId",
       submission_deadline = c."submissionDeadline", latest_on = c."latestOn", planning_status = c."planningStatus"
     from jsonb_to_recordset($1::jsonb) as c(id uuid, "plannedOn" date, "plannedMeetingId" uuid, "submissionDeadline" date,
       "latestOn" date, "planningStatus" text)
     where s.id = c.id`,
    [JSON.stringify(columns)],
  );
}
