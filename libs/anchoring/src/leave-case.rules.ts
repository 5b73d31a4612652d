import { ParticipationState } from '@samanker/participation';
import { CaseStage } from '@samanker/procurement-case';

/** Why an organisation cannot leave now; null when it can. */
export type LeavingHeld = 'FROZEN' | 'CLOSED' | 'LEFT' | 'NOT_IN';

/**
 * R5b: an organisation leaves while the case runs. Once the participants are frozen it is to be named in the notice, and
 * its name and maximum stand; who has declined, or left already, has nothing to leave.
 */
export function holdsLeavingBack(stage: CaseStage, state: ParticipationState): LeavingHeld | null {
  if (stage === CaseStage.PAUSED || stage === CaseStage.CANCELLED) return 'CLOSED';
  if (state === ParticipationState.WITHDRAWN) return 'LEFT';
  if (stage === CaseStage.PARTICIPANTS_FROZEN) return 'FROZEN';
  return state === ParticipationState.DECLINED ? 'NOT_IN' : null;
}
