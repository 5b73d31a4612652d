import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import { wordingSha256 } from '@samanker/decision-log';
import { fulfil } from '@samanker/expectation';
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
import { QuestionAnswered } from './question.events';
import { mayAnswer } from './question.permissions';
import { questionById } from './question.queries';
import { AlreadyAnswered } from './question.refusals';
import { faultOfAnswer } from './question.rules';

@InputType({ description: 'The answer to a question.' })
export class AnswerQuestionInput {
  @Field(() => Uuid, { description: 'The question.' })
  questionId!: string;

  @Field(() => String, { description: 'The answer, at most 4 000 characters.' })
  text!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'For the host: all municipalities see the question, the answer and who asked.',
  })
  shareWithAll!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const AnswerQuestionResult = createUnionType({
  name: 'AnswerQuestionResult',
  description: 'The question with its answer, or why it was not answered.',
  types: () =>
    [Question, NotFound, NotPermitted, InvalidInput, AlreadyAnswered, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

/** Answers a question once; the other one who answers at the same time is told so (R8). */
@Injectable()
export class AnswerQuestion {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: AnswerQuestionInput): Promise<Question | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'answerQuestion',
      load: (work) => lockQuestion(work, input.questionId),
      may: mayAnswer,
      carryOut: async (work, question) => {
        const { id, participationId, caseId, organisationId, byHost } = question;
        if (question.answeredAt) return new AlreadyAnswered(['input', 'questionId']);
        const fault = faultOfAnswer(input, byHost ? 'HOST' : 'MUNICIPALITY');
        if (fault) return fault;
        const text = input.text.trim();
        await work.execute(
          `update question set answer = $3, answered_by = $4, answered_at = $5, shared = $6 where region_id = $1 and id = $2`,
          [work.regionId, id, text, work.actor.personId, work.now, input.shareWithAll],
        );
        await fulfil(work, { kind: 'QUESTION', subjectId: id });
        work.log({
          verb: 'answerQuestion',
          subjectType: 'Participation',
          subjectId: participationId,
          caseId,
          organisationId,
          after: { questionId: id, shared: input.shareWithAll, textSha256: wordingSha256(text) },
        });
        work.publish(new QuestionAnswered({ questionId: id }));
        return { id };
      },
      answer: async (work, id) => (await questionById(work, id))!,
    });
  }
}
