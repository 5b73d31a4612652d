import { Field, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar, Uuid } from '@samanker/request';
import { AnchoringStep } from './anchoring-step.entity';
import { RouteHint } from './route-hint';

/** The route of one participation, as a person works with it. */
@ObjectType({ description: 'The anchoring route of one participation, with everything that is needed to act on it.' })
export class ParticipationRoute {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Field(() => String, { description: 'The title of the case.' })
  caseTitle!: string;

  @Field(() => Uuid, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'The name of the organisation.' })
  organisationName!: string;

  @Field(() => LocalDateScalar, { description: 'The day by which every municipality must have decided.' })
  decisionDeadline!: string;

  @Field(() => [AnchoringStep], { description: 'The steps in order.' })
  steps!: AnchoringStep[];

  @Field(() => [RouteHint], {
    description: 'What to consider: delegation, budget, long term, matters of principle. None stands in the way.',
  })
  hints!: RouteHint[];
}
