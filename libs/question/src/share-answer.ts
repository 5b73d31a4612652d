import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import {
  IdempotencyKeyReused,
  InvalidInput,
  LogInTooWeak,
  NotFound,
  NotPermitted,
  Uuid,
  type Asker,
  type Refusal,
} from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { lockQuestion } from './lock-question';
import { Question } from './question.entity';
import { AnswerShared } from './question.events';
import { mayShareAnswer } from './question.permissions';
import { questionById } from './question.queries';
import { NotAnswered } from './question.refusals';
import { faultOfSharing } from './question.rules';

@InputType({ description: 'A question whose answer all municipalities are to see.' })
export class ShareAnswerInput {
  @Field(() => Uuid, { description: 'The question: one that a municipality has asked and the host has answered.' })
  questionId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const ShareAnswerResult = createUnionType({
  name: 'ShareAnswerResult',
  description: 'The question, shared with all, or why it was not.',
  types: () =>
    [Question, NotFound, NotPermitted, InvalidInput, NotAnswered, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

/** Shares an answer that was given to one municipality with all of them; what is shared already stays so. */
@Injectable()
export class ShareAnswer {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: ShareAnswerInput): Promise<Question | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'shareAnswer',
      load: (work) => lockQuestion(work, input.questionId),
      may: mayShareAnswer,
      carryOut: async (work, question) => {
        const { id, participationId, caseId, organisationId, byHost, answeredAt, shared } = question;
        const fault = faultOfSharing(byHost ? 'HOST' : 'MUNICIPALITY');
        if (fault) return fault;
        if (!answeredAt) return new NotAnswered(['input', 'questionId']);
        if (shared) return { id };
        await work.execute('update question set shared = true where region_id = $1 and id = $2', [work.regionId, id]);
        work.log({
          verb: 'shareAnswer',
          subjectType: 'Participation',
          subjectId: participationId,
          caseId,
          organisationId,
          before: { questionId: id, shared: false },
          after: { questionId: id, shared: true },
        });
        work.publish(new AnswerShared({ questionId: id }));
        return { id };
      },
      answer: async (work, id) => (await questionById(work, id))!,
    });
  }
}
