import type { Work } from '@samanker/database';
import { holdsBack, CaseClosed } from '@samanker/procurement-case';
import {
  DECIDING_ROLES,
  isPartyTo,
  lockParticipation,
  ParticipationState,
  refusedToActFor,
  type LockedParticipation,
} from '@samanker/participation';
import type { Actor, Refusal } from '@samanker/request';
import { ParticipationWithdrawn } from './anchoring.refusals';
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

/** The organisation itself, or the host's coordinator; to all others a route is not found (R29). */
export function mayActOnRoute(actor: Actor, { participation }: LockedRoute): boolean {
  return isPartyTo(actor, partiesOf(participation));
}

/** What holds back a person who may see the route from acting on it; null when nothing does. */
export function heldBack(
  actor: Actor,
  { participation }: LockedRoute,
  onBehalfBecause: string | null | undefined,
): Refusal | null {
  const refused = refusedToActFor(actor, partiesOf(participation), DECIDING_ROLES, onBehalfBecause);
  if (refused) return refused;
  // Options may be anchored after the freeze, so only a paused or cancelled case holds a decision back.
  if (holdsBack(participation.case.stage) === 'CLOSED') return new CaseClosed();
  return participation.state === ParticipationState.WITHDRAWN ? new ParticipationWithdrawn() : null;
}

function partiesOf({ organisationId, case: { hostOrganisationId } }: LockedParticipation): {
  organisationId: string;
  hostOrganisationId: string;
} {
  return { organisationId, hostOrganisationId };
}
