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

@InputType({ description: 'A need that was met without buying.' })
export class MarkNeedSolvedInHouseInput {
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

export const MarkNeedSolvedInHouseResult = createUnionType({
  name: 'MarkNeedSolvedInHouseResult',
  description: 'The need, solved, or why it was not marked.',
  types: () =>
    [Need, NotFound, NotPermitted, InvalidInput, NeedNotOpen, ChangedMeanwhile, IdempotencyKeyReused] as const,
  resolveType: (value: object) => value.constructor,
});

/** Marks a need as solved in-house: a good end (R15). It is compared with others no longer. */
@Injectable()
export class MarkNeedSolvedInHouse {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: MarkNeedSolvedInHouseInput): Promise<Need | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'markNeedSolvedInHouse',
      load: (work) => lockNeedToWrite(work, input.needId),
      may: mayWriteNeed,
      carryOut: async (work, need) => {
        const state = afterAct('solveInHouse', need.state);
        if (state === 'DONE') return { id: need.id };
        if (state === null) return new NeedNotOpen(['input', 'needId'], need.state);
        if (need.version !== input.version) return new ChangedMeanwhile(['input', 'version']);
        await moveNeed(work, need.id, state, null);
        work.log({
          verb: 'markNeedSolvedInHouse',
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
