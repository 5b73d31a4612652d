import { DomainEvent } from '@samanker/database';

export class QuestionAsked extends DomainEvent<{ questionId: string }> {}
export class QuestionAnswered extends DomainEvent<{ questionId: string }> {}
export class AnswerShared extends DomainEvent<{ questionId: string }> {}
