import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { AskedBy, Uuid, type Asker, type Refusal } from '@samanker/request';
import { AnswerQuestion, AnswerQuestionInput, AnswerQuestionResult } from './answer-question';
import { AskQuestion, AskQuestionInput, AskQuestionResult } from './ask-question';
import { Question } from './question.entity';
import { questionsOf } from './question.queries';
import { ShareAnswer, ShareAnswerInput, ShareAnswerResult } from './share-answer';

@Resolver(() => Question)
export class QuestionResolver {
  constructor(
    private readonly ask: AskQuestion,
    private readonly reply: AnswerQuestion,
    private readonly share: ShareAnswer,
  ) {}

  @Query(() => [Question], {
    description: 'The questions of a case that you may see: those that wait for an answer first, then the newest.',
  })
  async questions(
    @Reads() read: RequestRead,
    @Args('caseId', { type: () => Uuid, description: 'Id of the case.' }) caseId: string,
    @Args('participationId', {
      type: () => Uuid,
      nullable: true,
      description: 'Only those of this participation.',
    })
    participationId?: string | null,
  ): Promise<Question[]> {
    return questionsOf(await read.work(), { caseId, participationId: participationId ?? null });
  }

  @Mutation(() => AskQuestionResult, {
    description: 'Asks the host of the case, or as host a municipality. The answer is awaited in three working days.',
  })
  askQuestion(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to ask.' }) input: AskQuestionInput,
  ): Promise<Question | Refusal> {
    return this.ask.carryOut(asker, input);
  }

  @Mutation(() => AnswerQuestionResult, { description: 'Answers a question; the host may share it with all.' })
  answerQuestion(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to answer.' }) input: AnswerQuestionInput,
  ): Promise<Question | Refusal> {
    return this.reply.carryOut(asker, input);
  }

  @Mutation(() => ShareAnswerResult, {
    description:
      'Shares an answer of the host with all municipalities, also after it was given; what is shared stays so.',
  })
  shareAnswer(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'Which answer.' }) input: ShareAnswerInput,
  ): Promise<Question | Refusal> {
    return this.share.carryOut(asker, input);
  }
}
