import type { Work } from '@samanker/database';
import { withdraw } from '@samanker/expectation';
import { pushRouteState, recomputeParticipation } from '@samanker/participation';
import { finishedOnOf } from './awaited.rules';
import { routeState, settledStates } from './anchoring.rules';
import { planParticipation } from './plan-participations';
import { routeOf } from './route-rows';

/**
 * The end of every verb that changed a route: opens what may now be worked on, tells the participation how far the route
 * has come, lets it work out its state, and plans anew. The participation is locked by the caller.
 */
export async function settleRoute(work: Work, participationId: string): Promise<void> {
  const route = await routeOf(work, participationId);
  const changed = settledStates(route);
  for (const state of ['OPEN', 'WAITING'] as const) {
    const ids = changed.filter((one) => one.state === state).map(({ stepId }) => stepId);
    if (ids.length === 0) continue;
    await work.execute(
      `update anchoring_step set state = $2, opened_on = case when $2 = 'OPEN' then $3::date else opened_on end, version = version + 1
       where id = any($1::uuid[])`,
      [ids, state, work.today],
    );
    if (state === 'WAITING') for (const subjectId of ids) await withdraw(work, { subjectId, because: 'ROUTE_CHANGED' });
  }
  const { finished, declined } = routeState(route);
  await pushRouteState(work, participationId, { finishedOn: finished ? finishedOnOf(route) : null, declined });
  await recomputeParticipation(work, participationId, {
    begun: route.some(({ decisionId, submittedAt }) => decisionId !== null || submittedAt !== null),
  });
  await planParticipation(work, participationId);
}
