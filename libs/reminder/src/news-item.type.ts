import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar, LocalDateScalar, Uuid } from '@samanker/request';
import { NEWS_OF, type NewsKindCode } from './news.rules';

export const NewsKind = Object.fromEntries(Object.values(NEWS_OF).map((kind) => [kind, kind])) as {
  readonly [Kind in NewsKindCode]: Kind;
};
registerEnumType(NewsKind, {
  name: 'NewsKind',
  description: 'What has happened.',
  valuesMap: {
    INVITED: { description: 'An organisation was invited.' },
    ROUTE_ADJUSTED: { description: 'An organisation adjusted its route.' },
    SUBMITTED: { description: 'A case document was handed in to a meeting.' },
    DECIDED: { description: 'A decision was recorded.' },
    DECISION_SUPERSEDED: { description: 'A decision was put in the place of another one.' },
    MEETING_CANCELLED: { description: 'A meeting that a case was handed in to was cancelled.' },
    PARTS_CHOSEN: { description: 'An organisation chose what it takes part in.' },
    GAIN_CONFIRMED: { description: 'A local leader confirmed the local gain.' },
    VOLUMES_DECLARED: { description: 'An organisation declared volumes.' },
    CONDITION_SETTLED: { description: 'The host settled a condition.' },
    ATTORNEY_RECORDED: { description: 'A power of attorney was recorded.' },
    ATTORNEY_WITHDRAWN: { description: 'A power of attorney was withdrawn.' },
    LEFT: { description: 'An organisation left a case.' },
    LEGALITY_REVIEW: { description: 'A legality review was demanded or settled.' },
    STATE_CHANGED: { description: 'A participation was anchored, sent back, or is out.' },
    DEADLINE_MOVED: { description: 'The decision deadline of a case was moved.' },
    REPORT_FROZEN: { description: 'The merged-demand report was frozen.' },
    PARTICIPANTS_FROZEN: { description: 'The participants of the joint tender were frozen.' },
    CASE_PAUSED: { description: 'A case was paused.' },
    CASE_RESUMED: { description: 'A case goes on.' },
    CASE_CANCELLED: { description: 'A case was cancelled.' },
    QUESTION_ASKED: { description: 'A municipality and the host: one asked the other.' },
    QUESTION_ANSWERED: { description: 'A question was answered.' },
    ANSWER_SHARED: { description: 'The host shared its answer to a question with all municipalities.' },
    NOTE_SHARED: { description: 'A note was shared with those who work on the case.' },
  },
});

/** Something that somebody else has done and that concerns the asker. */
@ObjectType({ description: 'Something that somebody else has done, or the service, and that concerns you.' })
export class NewsItem {
  @Field(() => Int, { description: 'Number of the entry of the decision log behind it: the later, the larger.' })
  number!: number;

  @Field(() => InstantScalar, { description: 'When it happened.' })
  at!: Date;

  @Field(() => NewsKind, { description: 'What has happened.' })
  kind!: NewsKindCode;

  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Field(() => String, { description: 'Title of the case.' })
  caseTitle!: string;

  @Field(() => String, { description: 'Name of the organisation that it was done for.' })
  organisationName!: string;

  @Field(() => Uuid, { nullable: true, description: 'The participation; null when it concerns the whole case.' })
  participationId!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The question that it is about.' })
  questionId!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'For a question: whether the host has asked it.' })
  askedByHost!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Title of the anchoring step.' })
  stepTitle!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of what it came to: an outcome or a state.' })
  outcome!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The date that it is about.' })
  on!: string | null;

  @Field(() => Int, { nullable: true, description: 'Number of the version that it is about.' })
  version!: number | null;
}
