import type { Work } from '@samanker/database';
import type { ConditionKind } from './condition.entity';
import type { PlanningStatus } from './participation.entity';
import type { Limits } from './limits.rules';
import type { ParticipationState, VolumeFigure } from './participation.rules';
import { recomputeParticipation, type Recomputing } from './recompute-participation';

/**
 * What higher words push down onto a participation. Each writes its rows only: when all is pushed, the caller calls
 * recomputeParticipation once, so that no state in between is seen, logged or published.
 */

/** Makes the participations that are missing, in one statement; answers the id by organisation, also of those that were there. */
export async function createParticipations(
  work: Work,
  caseId: string,
  organisationIds: readonly string[],
  { invited = false } = {},
): Promise<Map<string, string>> {
  const rows = await work.query<{ id: string; organisationId: string }>(
    `insert into participation (region_id, case_id, organisation_id, invited_at)
     select $1, $2, organisation_id, $4 from (select distinct unnest($3::uuid[]) as organisation_id) given
     on conflict (case_id, organisation_id) do update set invited_at = coalesce(participation.invited_at, excluded.invited_at)
     returning id, organisation_id as "organisationId"`,
    [work.regionId, caseId, organisationIds, invited ? work.now : null],
  );
  return new Map(rows.map((row) => [row.organisationId, row.id]));
}

/** From anchoring: the route is finished (every required step approved), or a deciding body said no. */
export async function pushRouteState(
  work: Work,
  participationId: string,
  { finishedOn, declined }: { finishedOn: string | null; declined: boolean },
): Promise<void> {
  await work.execute(
    'update participation set route_finished_on = $2, route_declined = $3, version = version + 1 where id = $1',
    [participationId, finishedOn, declined],
  );
}

/** From anchoring: the limits of the decisions in force; null where there are none (R3, R4). */
export async function pushLimits(work: Work, participationId: string, limits: Limits | null): Promise<void> {
  await work.execute(
    `update participation set limit_total = $2, limit_per_year = $3, limit_per_inhabitant_per_year = $4, limit_latest_end = $5,
       limit_host_organisation_id = $6, limit_part_ids = $7, limit_share_of_cost = $8, version = version + 1 where id = $1`,
    [
      participationId,
      limits?.total ?? null,
      limits?.perYear ?? null,
      limits?.perInhabitantPerYear ?? null,
      limits?.latestEnd ?? null,
      limits?.hostOrganisationId ?? null,
      limits?.partIds ?? null,
      limits?.shareOfCost ?? null,
    ],
  );
}

/** The plan of a route as anchoring works it out (R6). */
export interface PlanPushed {
  readonly plannedFinishOn: string | null;
  readonly latestSubmissionOn: string | null;
  readonly slackDays: number | null;
  readonly status: PlanningStatus | `${PlanningStatus}` | null;
  readonly provisional: boolean;
  readonly crossesElection: boolean;
}

/** From anchoring: the plan, as of today. Planning changes no decision, so the version stays. */
export function pushPlan(work: Work, participationId: string, plan: PlanPushed): Promise<void> {
  return pushPlans(work, [{ participationId, ...plan }]);
}

/** From anchoring: the plans of many participations, in one statement. */
export async function pushPlans(
  work: Work,
  plans: readonly ({ readonly participationId: string } & PlanPushed)[],
): Promise<void> {
  if (plans.length === 0) return;
  await work.execute(
    `update participation p set planned_finish_on = g."plannedFinishOn", latest_submission_on = g."latestSubmissionOn",
       slack_days = g."slackDays", planning_status = g.status, provisional = g.provisional,
       crosses_election = g."crossesElection", planned_for = $1
     from jsonb_to_recordset($2::jsonb) as g("participationId" uuid, "plannedFinishOn" date, "latestSubmissionOn" date,
       "slackDays" integer, status text, provisional boolean, "crossesElection" boolean)
     where p.id = g."participationId"`,
    [work.today, JSON.stringify(plans)],
  );
}

/** From anchoring: the conditions that came with a decision. */
export async function addConditions(
  work: Work,
  participationId: string,
  decisionId: string,
  conditions: readonly { readonly text: string; readonly kind: ConditionKind | `${ConditionKind}` }[],
): Promise<void> {
  if (conditions.length === 0) return;
  await work.execute(
    `insert into condition (region_id, participation_id, decision_id, text, kind)
     select $1, $2, $3, text, kind from unnest($4::text[], $5::text[]) as given (text, kind)`,
    [
      work.regionId,
      participationId,
      decisionId,
      conditions.map(({ text }) => text),
      conditions.map(({ kind }) => kind),
    ],
  );
}

/** From anchoring: the conditions of a superseded decision stay with it, and count for nothing from now on (R2). */
export async function supersedeConditions(work: Work, decisionId: string): Promise<void> {
  await work.execute('update condition set superseded_at = $2 where decision_id = $1 and superseded_at is null', [
    decisionId,
    work.now,
  ]);
}

/** From volume, in the transaction that changes lines (R4): the yearly value per part. Works the state out at once. */
export async function limitCheck(
  work: Work,
  participationId: string,
  figures: readonly VolumeFigure[],
  recomputing: Recomputing = {},
): Promise<ParticipationState> {
  await work.execute('update participation set volume_figures = $2, version = version + 1 where id = $1', [
    participationId,
    JSON.stringify(figures),
  ]);
  return recomputeParticipation(work, participationId, { ...recomputing, valuesChanged: true });
}
