import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  ChangedMeanwhile,
  IdempotencyKeyReused,
  LogInTooWeak,
  InvalidInput,
  NotFound,
  NotPermitted,
  Refusal,
  Uuid,
  type Asker,
} from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { NeedFieldsInput } from './need-fields.input';
import { Need, NeedState } from './need.entity';
import { NeedChanged } from './need.events';
import { mayWriteNeed } from './need.permissions';
import { needById } from './need.queries';
import { NeedNotOpen, PersonalNumberInText } from './need.refusals';
import { afterAct } from './need.rules';
import { checkFields, forLog, lockNeedToWrite, updateNeed } from './write-need';

@InputType({ description: 'What a need says from now on: everything, not only what is different.' })
export class ChangeNeedInput {
  @Field(() => Uuid, { description: 'Which need.' })
  needId!: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  version!: number;

  @Field(() => NeedFieldsInput, { description: 'What the need is.' })
  fields!: NeedFieldsInput;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const ChangeNeedResult = createUnionType({
  name: 'ChangeNeedResult',
  description: 'The need as it reads now, or why it was not changed.',
  types: () =>
    [
      Need,
      NotFound,
      NotPermitted,
      InvalidInput,
      PersonalNumberInText,
      NeedNotOpen,
      ChangedMeanwhile,
      IdempotencyKeyReused,
      LogInTooWeak,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** Changes a draft or a declared need; a proposal that holds it is looked at anew (R17). */
@Injectable()
export class ChangeNeed {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: ChangeNeedInput): Promise<Need | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'changeNeed',
      load: (work) => lockNeedToWrite(work, input.needId),
      may: mayWriteNeed,
      carryOut: async (work, before) => {
        if (afterAct('change', before.state) === null) return new NeedNotOpen(['input', 'needId'], before.state);
        if (before.version !== input.version) return new ChangedMeanwhile(['input', 'version']);
        const declared = before.state === NeedState.DECLARED;
        const checked = await checkFields(work, input.fields, ['input', 'fields'], declared);
        if (checked instanceof Refusal) return checked;
        await updateNeed(work, before.id, input.fields, checked);
        const after = (await needById(work, before.id))!;
        work.log({
          verb: 'changeNeed',
          subjectType: 'Need',
          subjectId: before.id,
          organisationId: before.organisationId,
          before: forLog(before),
          after: forLog(after),
        });
        if (declared) work.publish(new NeedChanged({ needId: before.id }));
        return { id: before.id };
      },
      answer: async (work, id) => (await needById(work, id))!,
    });
  }
}
