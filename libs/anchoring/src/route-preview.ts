import { createUnionType, Field, Int, ObjectType } from '@nestjs/graphql';
import { InvalidInput, LocalDateScalar, NotFound, Uuid } from '@samanker/request';
import { PlanningStatus } from '@samanker/participation';

@ObjectType({ description: 'One step of a previewed route, with the dates that the real plan would give it.' })
export class RoutePreviewStep {
  @Field(() => Int, { description: 'The place in the list, from 1.' })
  position!: number;

  @Field(() => String, { description: 'What the step is called.' })
  title!: string;

  @Field(() => Uuid, { nullable: true, description: 'The body, for a political step.' })
  bodyId!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the body.' })
  bodyName!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The earliest meeting, or the day a person decides by; null when no meeting is known.',
  })
  earliestOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When the text must be in for the earliest meeting.' })
  submissionDeadline!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The latest date that still makes the deadline.' })
  latestOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The latest day to hand in that still works.' })
  latestSubmission!: string | null;

  @Field(() => Boolean, { description: 'The date stands in no adopted calendar.' })
  provisional!: boolean;
}

@ObjectType({ description: 'What a route would come to if it began on a day. Nothing is stored (R6).' })
export class RoutePreview {
  @Field(() => LocalDateScalar, { description: 'The day on which it would begin.' })
  startOn!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The deadline that it is held against.' })
  deadline!: string | null;

  @Field(() => [RoutePreviewStep], { description: 'The steps in order.' })
  steps!: RoutePreviewStep[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'The earliest day of the last decision.' })
  decisionOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The earliest finish, power of attorney included.' })
  finishOn!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The latest day of the last decision that leaves time for the power of attorney.',
  })
  latestDecisionOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Calendar days from the finish to the deadline; negative when late.',
  })
  slackDays!: number | null;

  @Field(() => PlanningStatus, { description: 'How it stands against the deadline.' })
  status!: PlanningStatus;

  @Field(() => Boolean, { description: 'Some date rests on a calendar that is not adopted.' })
  provisional!: boolean;

  @Field(() => Int, { nullable: true, description: 'The election year whose new council is constituted on the way.' })
  constitutionYear!: number | null;
}

export const RoutePreviewResult = createUnionType({
  name: 'RoutePreviewResult',
  description: 'The dates that the route would get, or what is wrong with it.',
  types: () => [RoutePreview, NotFound, InvalidInput] as const,
  resolveType: (value: object) => value.constructor,
});
