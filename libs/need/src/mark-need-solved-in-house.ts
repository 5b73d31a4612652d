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
import { closeNeed } from './close-need';
import { NeedActInput } from './need-act.input';
import { Need } from './need.entity';
import { mayWriteNeed } from './need.permissions';
import { needById } from './need.queries';
import { NeedNotOpen } from './need.refusals';
import { lockNeedToWrite } from './write-need';

@InputType({ description: 'A need that was met without buying.' })
export class MarkNeedSolvedInHouseInput extends NeedActInput {}

export const MarkNeedSolvedInHouseResult = createUnionType({
  name: 'MarkNeedSolvedInHouseResult',
  description: 'The need, solved, or why it was not marked.',
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

/** Marks a need as solved in-house: a good end (R15). It is compared with others no longer. */
@Injectable()
export class MarkNeedSolvedInHouse {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: MarkNeedSolvedInHouseInput): Promise<Need | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'markNeedSolvedInHouse',
      load: (work) => lockNeedToWrite(work, input.needId),
      may: mayWriteNeed,
      carryOut: (work, need) => closeNeed(work, need, 'markNeedSolvedInHouse', 'solveInHouse', input.version),
      answer: async (work, id) => (await needById(work, id))!,
    });
  }
}
