import type { Work } from '@samanker/database';
import { holdsBack, CaseClosed } from '@samanker/procurement-case';
import {
  lockParticipation,
  ParticipationState,
  ParticipationWithdrawn,
  type LockedParticipation,
} from '@samanker/participation';
import type { Refusal } from '@samanker/request';
import { routeOf, type RouteRow } from './route-rows';

/** A locked participation with its whole route: what every verb about a route stands on. */
export interface LockedRoute {
  readonly participation: LockedParticipation;
  readonly steps: RouteRow[];
}

/** A step in its locked route. */
export interface LockedStep extends LockedRoute {
  readonly step: RouteRow;
}

/** Locks case and participation, then reads the route; null when there is none. */
export async function lockRoute(work: Work, participationId: string): Promise<LockedRoute | null> {
  const participation = await lockParticipation(work, participationId);
  return participation && { participation, steps: await routeOf(work, participationId) };
}

/** Locks the route of a step; null when there is none. */
export async function lockStep(work: Work, stepId: string): Promise<LockedStep | null> {
  const found = await work.one<{ participationId: string }>(
    'select participation_id as "participationId" from anchoring_step where id = $1',
    [stepId],
    'participation-of-step',
  );
  const route = found && (await lockRoute(work, found.participationId));
  const step = route?.steps.find(({ id }) => id === stepId);
  return route && step ? { ...route, step } : null;
}

/** What holds back those who may act on a route; null when nothing does. */
export function heldBack({ participation }: LockedRoute): Refusal | null {
  // Options may be anchored after the freeze, so only a paused or cancelled case holds a decision back.
  if (holdsBack(participation.case.stage) === 'CLOSED') return new CaseClosed();
  return participation.state === ParticipationState.WITHDRAWN ? new ParticipationWithdrawn() : null;
}
