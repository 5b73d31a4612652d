import type { RoleKind } from '@samanker/request';
import { isDone, type RouteStep } from './route.rules';

/** Why a step stays with whoever is asked now. */
export type HandOverRefusal = 'DONE' | 'CANNOT_DECIDE';

/**
 * R12, "not me, ask NN": a step that is not done is handed to one person of the organisation who may record what comes of
 * it. Null hands it back to whoever holds the role.
 */
export function mayHandOver(
  step: Pick<RouteStep, 'state'>,
  colleague: readonly RoleKind[] | null,
  deciding: readonly RoleKind[],
): HandOverRefusal | null {
  if (isDone(step)) return 'DONE';
  if (colleague && !colleague.some((kind) => deciding.includes(kind))) return 'CANNOT_DECIDE';
  return null;
}
