import { Module } from '@nestjs/common';
import { VerbModule } from '@samanker/verb';
import { AnswerQuestion } from './answer-question';
import { AskQuestion } from './ask-question';
import { Question } from './question.entity';
import { QuestionResolver } from './question.resolver';
import { ShareAnswer } from './share-answer';

export const questionEntities = [Question];

/** What a municipality and the host of a case ask each other. */
@Module({ imports: [VerbModule], providers: [QuestionResolver, AskQuestion, AnswerQuestion, ShareAnswer] })
export class QuestionModule {}
