import { Injectable } from '@nestjs/common';
import { createUnionType, InputType } from '@nestjs/graphql';
import {
  ChangedMeanwhile,
  IdempotencyKeyReused,
  LogInTooWeak,
  InvalidInput,
  NotFound,
  NotPermitted,
  type Asker,
  type Refusal,
} from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { NeedActInput } from './need-act.input';
import { Need, NeedState } from './need.entity';
import { NeedDeclared } from './need.events';
import { mayWriteNeed } from './need.permissions';
import { needById } from './need.queries';
import { NeedNotOpen } from './need.refusals';
import { afterAct, checkNeed } from './need.rules';
import { forLog, lockNeedToWrite, moveNeed } from './write-need';

@InputType({ description: 'A draft that is to be opened to the region.' })
export class DeclareNeedInput extends NeedActInput {}

export const DeclareNeedResult = createUnionType({
  name: 'DeclareNeedResult',
  description: 'The declared need, or why it was not declared.',
  types: () =>
    [
      Need,
      NotFound,
      NotPermitted,
      InvalidInput,
      NeedNotOpen,
      ChangedMeanwhile,
      IdempotencyKeyReused,
      LogInTooWeak,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** Opens a draft to the region, so that overlaps are found (R15). What was allowed to be missing in a draft is asked for now. */
@Injectable()
export class DeclareNeed {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: DeclareNeedInput): Promise<Need | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'declareNeed',
      load: (work) => lockNeedToWrite(work, input.needId),
      may: mayWriteNeed,
      carryOut: async (work, need) => {
        const state = afterAct('declare', need.state);
        if (state === 'DONE') return { id: need.id };
        if (state === null) return new NeedNotOpen(['input', 'needId'], need.state);
        if (need.version !== input.version) return new ChangedMeanwhile(['input', 'version']);
        const fault = checkNeed({ ...need, currentYearlyCost: null, yearlyValue: null }, ['need'], {
          declare: true,
          today: work.today,
        });
        if (fault) return fault;
        await moveNeed(work, need.id, state, work.now);
        work.log({
          verb: 'declareNeed',
          subjectType: 'Need',
          subjectId: need.id,
          organisationId: need.organisationId,
          before: { state: need.state },
          after: forLog({ ...need, state: NeedState.DECLARED }),
        });
        work.publish(new NeedDeclared({ needId: need.id }));
        return { id: need.id };
      },
      answer: async (work, id) => (await needById(work, id))!,
    });
  }
}
