import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import { isMember } from '@samanker/organisation';
import {
  IdempotencyKeyReused,
  LogInTooWeak,
  InvalidInput,
  NotFound,
  NotPermitted,
  Refusal,
  type Asker,
} from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { NeedFieldsInput } from './need-fields.input';
import { Need } from './need.entity';
import { NeedDeclared } from './need.events';
import { mayRegisterNeed } from './need.permissions';
import { needById } from './need.queries';
import { PersonalNumberInText } from './need.refusals';
import { checkFields, forLog, insertNeed } from './write-need';

@InputType({ description: 'A need of the organisation that you act for.' })
export class RegisterNeedInput {
  @Field(() => NeedFieldsInput, { description: 'What the need is.' })
  fields!: NeedFieldsInput;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Keep it as a draft that only your own organisation sees.',
  })
  draft!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const RegisterNeedResult = createUnionType({
  name: 'RegisterNeedResult',
  description: 'The registered need, or why it was not registered.',
  types: () =>
    [Need, NotFound, NotPermitted, InvalidInput, PersonalNumberInText, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

/** Registers a need of one's own organisation: declared, so that overlaps are found, or as a draft (R15). */
@Injectable()
export class RegisterNeed {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: RegisterNeedInput): Promise<Need | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'registerNeed',
      load: async ({ actor }) => ({ organisationId: actor.organisationId ?? '' }),
      may: mayRegisterNeed,
      carryOut: async (work, { organisationId }) => {
        if (!(await isMember(work, organisationId, work.today)))
          return new InvalidInput(['input'], 'UNKNOWN_ORGANISATION');
        const checked = await checkFields(work, input.fields, ['input', 'fields'], !input.draft);
        if (checked instanceof Refusal) return checked;
        const id = await insertNeed(work, organisationId, input.fields, checked, !input.draft);
        const need = (await needById(work, id))!;
        work.log({ verb: 'registerNeed', subjectType: 'Need', subjectId: id, organisationId, after: forLog(need) });
        if (!input.draft) work.publish(new NeedDeclared({ needId: id }));
        return { id };
      },
      answer: async (work, id) => (await needById(work, id))!,
    });
  }
}
