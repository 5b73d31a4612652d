import { ParticipationState } from '@samanker/participation';
import { CaseStage } from '@samanker/procurement-case';
import { holdsLeavingBack } from './leave-case.rules';

describe('who may leave a case (R5b)', () => {
  it.each(['INVITED', 'ANCHORING', 'ANCHORED', 'REANCHOR_REQUIRED', 'LEGALITY_REVIEW'] as const)(
    'lets one that is %s leave, before and after the invitation',
    (state) => {
      expect(holdsLeavingBack(CaseStage.INVITED, ParticipationState[state])).toBeNull();
      expect(holdsLeavingBack(CaseStage.PREPARING, ParticipationState[state])).toBeNull();
    },
  );

  it.each([
    [CaseStage.PARTICIPANTS_FROZEN, ParticipationState.ANCHORED, 'FROZEN'],
    [CaseStage.PAUSED, ParticipationState.ANCHORED, 'CLOSED'],
    [CaseStage.CANCELLED, ParticipationState.INVITED, 'CLOSED'],
    [CaseStage.INVITED, ParticipationState.DECLINED, 'NOT_IN'],
    [CaseStage.INVITED, ParticipationState.WITHDRAWN, 'LEFT'],
    [CaseStage.PARTICIPANTS_FROZEN, ParticipationState.WITHDRAWN, 'LEFT'],
  ])('in a case that is %s, one that is %s is held back: %s', (stage, state, held) => {
    expect(holdsLeavingBack(stage, state)).toBe(held);
  });
});
