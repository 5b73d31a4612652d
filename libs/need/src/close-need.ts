import type { Work } from '@samanker/database';
import { ChangedMeanwhile, type Refusal } from '@samanker/request';
import type { Done } from '@samanker/verb';
import { NeedState, type Need } from './need.entity';
import { NeedWithdrawn } from './need.events';
import { NeedNotOpen } from './need.refusals';
import { afterAct } from './need.rules';
import { moveNeed } from './write-need';

/** Ends a need without a case: solved in-house, or taken back. A proposal that holds it is looked at anew. */
export async function closeNeed(
  work: Work,
  need: Need,
  verb: string,
  act: 'solveInHouse' | 'withdraw',
  version: number,
): Promise<Done | Refusal> {
  const state = afterAct(act, need.state);
  if (state === 'DONE') return { id: need.id };
  if (state === null) return new NeedNotOpen(['input', 'needId'], need.state);
  if (need.version !== version) return new ChangedMeanwhile(['input', 'version']);
  await moveNeed(work, need.id, state, null);
  work.log({
    verb,
    subjectType: 'Need',
    subjectId: need.id,
    organisationId: need.organisationId,
    before: { state: need.state },
    after: { state },
  });
  if (need.state === NeedState.DECLARED) work.publish(new NeedWithdrawn({ needId: need.id }));
  return { id: need.id };
}
