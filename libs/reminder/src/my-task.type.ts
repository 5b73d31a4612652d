import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ExpectationKind } from '@samanker/expectation';
import { RoleName } from '@samanker/identity';
import { LocalDateScalar, Uuid, type RoleKind } from '@samanker/request';

/** One thing that is asked of the person who asks. */
@ObjectType({ description: 'Something that is asked of you, or of a role that you hold.' })
export class MyTask {
  @Field(() => Uuid, { description: 'Id of the expectation behind it.' })
  id!: string;

  @Field(() => ExpectationKind, { description: 'What is asked.' })
  kind!: ExpectationKind;

  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Field(() => String, { description: 'Title of the case.' })
  caseTitle!: string;

  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => Uuid, { description: 'What it is about: an anchoring step or the participation.' })
  subjectId!: string;

  @Field(() => String, { description: 'Name of the organisation that it is asked of.' })
  organisationName!: string;

  @Field(() => RoleName, { description: 'The role that it is asked of.' })
  role!: RoleKind;

  @Field(() => LocalDateScalar, { description: 'By when; for a meeting, the day of the meeting.' })
  dueOn!: string;

  @Field(() => Boolean, { description: 'True when the date has passed.' })
  overdue!: boolean;

  @Field(() => String, { description: 'What is asked, in a sentence in your language.' })
  asked!: string;

  @Field(() => String, { description: 'What follows if it is not done in time, in your language.' })
  why!: string;

  @Field(() => String, { description: 'Where it is answered: a path of the web application.' })
  path!: string;

  @Field(() => String, { nullable: true, description: 'Title of the anchoring step.' })
  stepTitle!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the decision body.' })
  bodyName!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Date of the meeting that it is about.' })
  meetingOn!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the text is asked for the last meeting that fits the deadline of the case.',
  })
  lastThatFits!: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Date of the next meeting of the same body.' })
  nextMeetingOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When the last body decides if this one is missed.' })
  nextDecisionOn!: string | null;

  @Field(() => Int, { description: 'How many municipalities are anchored in this case.' })
  anchoredCount!: number;

  @Field(() => Int, { description: 'How many take part in this case; those that declined or left are left out.' })
  participantCount!: number;
}
