import { setImmediate } from 'node:timers/promises';
import type { LocalDate } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { Commitment, ParticipationState, type PlanningStatus } from '@samanker/participation';
import { municipalityTotalsOf } from '@samanker/volume';
import Decimal from 'decimal.js';
import { CaseForecast, ForecastMunicipality, ForecastPoint, RouteMeetings } from './case-forecast';
import { sharedCurve, sharesOf, type ForecastParticipant } from './case-forecast.rules';
import {
  ASSUMED_RATES,
  finishesWithOneLostMeeting,
  percentilesOf,
  plannedFinishes,
  runsFor,
  whatIf,
  type ForecastRoute,
  type Percentiles,
} from './forecast.rules';
import { inputOf, loadRoutes, type LoadedRoutes } from './planning-inputs';

interface Row {
  readonly caseId: string;
  readonly decisionDeadline: LocalDate;
  readonly gone: number;
  readonly participants: {
    readonly participationId: string;
    readonly organisationId: string;
    readonly organisationName: string;
    readonly state: ParticipationState;
    readonly status: PlanningStatus | null;
    readonly provisional: boolean;
    readonly anchoredOn: LocalDate | null;
  }[];
}

const PARTICIPANTS = `
  select c.id as "caseId", c.decision_deadline as "decisionDeadline",
    (select count(*)::integer from participation p where p.case_id = c.id and p.state in ('DECLINED', 'WITHDRAWN')) as gone,
    (select coalesce(json_agg(json_build_object('participationId', p.id, 'organisationId', o.id, 'organisationName', o.name,
       'state', p.state, 'status', p.planning_status, 'provisional', p.provisional,
       'anchoredOn', case when p.state = 'ANCHORED' then greatest(p.route_finished_on, (select max(a.signed_on)
         from power_of_attorney a where a.participation_id = p.id and a.withdrawn_at is null)) end) order by o.name, p.id), '[]')
     from participation p join organisation o on o.id = p.organisation_id
     where p.case_id = c.id and p.state not in ('DECLINED', 'WITHDRAWN')) as participants
  from procurement_case c where c.id = $1`;

const SEED = 2016;
const SLOWEST = 3;
/** Longer than this no other request waits for the simulation. */
const AT_A_STRETCH_MS = 15;

/** R7: the forecast of a case in five statements, whatever the number of municipalities; null when there is no such case. */
export async function caseForecast(
  work: Work,
  caseId: string,
  otherDeadline: LocalDate | null,
): Promise<CaseForecast | null> {
  const row = await work.one<Row>(PARTICIPANTS, [caseId], 'forecast-participants');
  if (!row) return null;
  const ids = row.participants.map(({ participationId }) => participationId);
  const shares = sharesOf(await valuesOf(work, caseId, ids));
  const routes = routesFor(row, await loadRoutes(work, ids), work.today);
  const runs = runsFor(routes.reduce((steps, { input }) => steps + (input?.steps.length ?? 0), 0));
  const finishes = plannedFinishes(routes);
  const lostOne = finishesWithOneLostMeeting(routes);
  const percentiles = await imaginedCourses(routes, runs);
  const points = (of: ReadonlyMap<string, LocalDate | null>, without = 0): ForecastPoint[] =>
    sharedCurve(routes, of, shares, without).map((point) => Object.assign(new ForecastPoint(), point));
  return Object.assign(new CaseForecast(), {
    caseId: row.caseId,
    today: work.today,
    decisionDeadline: row.decisionDeadline,
    otherDeadline,
    politicalPostponementRate: ASSUMED_RATES.political,
    administrativeDelayRate: ASSUMED_RATES.administrative,
    seed: SEED,
    runs,
    firmValue: shares.firmValue,
    optionValue: shares.optionValue,
    gone: row.gone,
    planned: points(finishes),
    oneLostMeeting: points(lostOne),
    withoutSlowestThree: points(finishes, SLOWEST),
    municipalities: row.participants.map((one) =>
      Object.assign(new ForecastMunicipality(), one, percentiles.get(one.participationId), {
        plannedFinishOn: finishes.get(one.participationId) ?? null,
        oneLostMeetingFinishOn: lostOne.get(one.participationId) ?? null,
        firmShare: shares.firm.get(one.participationId) ?? 0,
        optionShare: shares.option.get(one.participationId) ?? 0,
      }),
    ),
    ...whatIf(finishes, row.decisionDeadline, otherDeadline ?? row.decisionDeadline),
  });
}

/** R21: options apart; what is not chosen yet counts with the firm. */
async function valuesOf(work: Work, caseId: string, ids: readonly string[]): Promise<ForecastParticipant[]> {
  const totals = new Map((await municipalityTotalsOf(work, caseId)).map((one) => [one.participationId, one.values]));
  return ids.map((participationId) => {
    const sum = (option: boolean): string =>
      (totals.get(participationId) ?? [])
        .filter(({ commitment }) => (commitment === Commitment.OPTION) === option)
        .reduce((total, { expectedValue }) => total.plus(expectedValue), new Decimal(0))
        .toFixed(2);
    return { participationId, firmValue: sum(false), optionValue: sum(true) };
  });
}

/** What must be decided anew, and what a review holds up, has no day that can be foretold (R4, R5). */
const NOT_FORETOLD: ReadonlySet<ParticipationState> = new Set([
  ParticipationState.REANCHOR_REQUIRED,
  ParticipationState.LEGALITY_REVIEW,
]);

function routesFor(row: Row, { routes, meetings }: LoadedRoutes, today: LocalDate): ForecastRoute[] {
  const loaded = new Map(routes.map((route) => [route.subject.id, route]));
  return row.participants.map(({ participationId, state, anchoredOn }) => {
    const route = loaded.get(participationId);
    const known = state === ParticipationState.ANCHORED || NOT_FORETOLD.has(state) || !route?.route.length;
    return { participationId, anchoredOn, share: 0, input: known ? null : inputOf(route!, meetings, today, false) };
  });
}

async function imaginedCourses(routes: readonly ForecastRoute[], runs: number): Promise<Map<string, Percentiles>> {
  const found = new Map<string, Percentiles>();
  let since = performance.now();
  for (const route of routes) {
    found.set(
      route.participationId,
      percentilesOf(route, ASSUMED_RATES, { seed: seedOf(route.participationId), runs }),
    );
    if (performance.now() - since > AT_A_STRETCH_MS) {
      await setImmediate();
      since = performance.now();
    }
  }
  return found;
}

/** Each participation has a sequence of its own: one more municipality does not move the dates of the others. */
function seedOf(participationId: string): number {
  return (SEED ^ Number.parseInt(participationId.slice(-8), 16)) >>> 0;
}

/** The days on which the bodies of a case's routes can treat it, for a time line: one statement. */
export async function routeMeetings(work: Work, caseId: string): Promise<RouteMeetings[]> {
  const rows = await work.query<RouteMeetings>(
    `select p.id as "participationId", b.id as "bodyId", b.name as "bodyName",
       (select coalesce(json_agg(distinct m.date order by m.date), '[]') from meeting m
        where m.body_id = b.id and m.cancelled_at is null and m.kind in ('ORDINARY', 'BUDGET', 'EXTRAORDINARY')
          and m.date between c.opened_on and c.decision_deadline + 91) as meetings
     from procurement_case c join participation p on p.case_id = c.id
     join decision_body b on b.region_id = p.region_id
       and b.id in (select s.body_id from anchoring_step s where s.participation_id = p.id and s.state <> 'NOT_REQUIRED')
     where c.id = $1 and p.state not in ('DECLINED', 'WITHDRAWN') order by p.id, b.name, b.id`,
    [caseId],
    'route-meetings',
  );
  return rows.map((row) => Object.assign(new RouteMeetings(), row));
}
