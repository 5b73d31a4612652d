import { Field, ObjectType } from '@nestjs/graphql';
import { RoleName } from '@samanker/identity';
import { LocalDateScalar, Uuid, type RoleKind } from '@samanker/request';

/** A step that a role of the asker acts on later. */
@ObjectType({ description: 'A step that one of your roles acts on later, when the plan holds.' })
export class ComingStep {
  @Field(() => Uuid, { description: 'The step.' })
  id!: string;

  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Field(() => String, { description: 'Title of the case.' })
  caseTitle!: string;

  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => String, { description: 'Title of the step.' })
  title!: string;

  @Field(() => RoleName, { description: 'The role that acts on it.' })
  role!: RoleKind;

  @Field(() => LocalDateScalar, { description: 'The day on which it is decided as planned.' })
  plannedOn!: string;

  @Field(() => Boolean, { description: 'Whether the plan rests on a meeting calendar that is not adopted yet.' })
  provisional!: boolean;
}
