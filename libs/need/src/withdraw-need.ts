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

@InputType({ description: 'A need that does not hold any longer.' })
export class WithdrawNeedInput extends NeedActInput {}

export const WithdrawNeedResult = createUnionType({
  name: 'WithdrawNeedResult',
  description: 'The need, withdrawn, or why it was not.',
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

/** Takes a need back; a proposal that holds it is looked at anew. */
@Injectable()
export class WithdrawNeed {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: WithdrawNeedInput): Promise<Need | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'withdrawNeed',
      load: (work) => lockNeedToWrite(work, input.needId),
      may: mayWriteNeed,
      carryOut: (work, need) => closeNeed(work, need, 'withdrawNeed', 'withdraw', input.version),
      answer: async (work, id) => (await needById(work, id))!,
    });
  }
}
