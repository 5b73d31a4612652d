import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  ChangedMeanwhile,
  IdempotencyKeyReused,
  InvalidInput,
  NotFound,
  NotPermitted,
  Uuid,
  type Asker,
  type Refusal,
} from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { Need, NeedState } from './need.entity';
import { NeedWithdrawn } from './need.events';
import { mayWriteNeed } from './need.permissions';
import { needById } from './need.queries';
import { NeedNotOpen } from './need.refusals';
import { afterAct } from './need.rules';
import { lockNeedToWrite, moveNeed } from './write-need';

@InputType({ description: 'A need that does not hold any longer.' })
export class WithdrawNeedInput {
  @Field(() => Uuid, { description: 'Which need.' })
  needId!: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  version!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const WithdrawNeedResult = createUnionType({
  name: 'WithdrawNeedResult',
  description: 'The need, withdrawn, or why it was not.',
  types: () =>
    [Need, NotFound, NotPermitted, InvalidInput, NeedNotOpen, ChangedMeanwhile, IdempotencyKeyReused] as const,
  resolveType: (value: object) => value.constructor,
});

/** Takes a need back; a proposal that holds it is looked at anew. */
@Injectable()
export class WithdrawNeed {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: WithdrawNeedInput): Promise<Need | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'withdrawNeed',
      load: (work) => lockNeedToWrite(work, input.needId),
      may: mayWriteNeed,
      carryOut: async (work, need) => {
        const state = afterAct('withdraw', need.state);
        if (state === 'DONE') return { id: need.id };
        if (state === null) return new NeedNotOpen(['input', 'needId'], need.state);
        if (need.version !== input.version) return new ChangedMeanwhile(['input', 'version']);
        await moveNeed(work, need.id, state, null);
        work.log({
          verb: 'withdrawNeed',
          subjectType: 'Need',
          subjectId: need.id,
          organisationId: need.organisationId,
          before: { state: need.state },
          after: { state },
        });
        if (need.state === NeedState.DECLARED) work.publish(new NeedWithdrawn({ needId: need.id }));
        return { id: need.id };
      },
      answer: async (work, id) => (await needById(work, id))!,
    });
  }
}
