import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { RoleName } from '@samanker/identity';
import { bodiesOf } from '@samanker/meeting-calendar';
import { checkText, firstFault, InvalidInput, Uuid, type RoleKind } from '@samanker/request';
import { StepKind, StepWeight } from './step-outcome.rules';

export const MOST_STEPS = 40;
const MOST_WORKING_DAYS = 120;

/** One step as a template or a municipality wants it; the order of the list is the order of the route. */
@InputType({ description: 'A step as it is wanted; the order of the list is the order of the route.' })
export class RouteStepInput {
  @Field(() => Int, {
    nullable: true,
    description: 'Steps beside each other with the same number are open together; left out, the step stands alone.',
  })
  parallelGroup?: number | null;

  @Field(() => StepKind, { description: 'Who decides: a person or a body.' })
  kind!: StepKind;

  @Field(() => StepWeight, { description: 'What the outcome counts for.' })
  weight!: StepWeight;

  @Field(() => String, { description: 'What the step is called; at most 200 characters.' })
  title!: string;

  @Field(() => RoleName, { description: 'The role that is responsible for the step.' })
  role!: RoleKind;

  @Field(() => Uuid, { nullable: true, description: 'The body of the organisation, for a political step.' })
  bodyId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Working days to decide in, 0 to 120, for an administrative step.' })
  workingDays?: number | null;
}

/** The first thing that is wrong with the steps of a route of an organisation. */
export async function faultOfSteps(
  work: Work,
  organisationId: string,
  steps: readonly RouteStepInput[],
): Promise<InvalidInput | null> {
  if (steps.length === 0) return new InvalidInput(['input', 'steps'], 'REQUIRED');
  if (steps.length > MOST_STEPS) return new InvalidInput(['input', 'steps'], 'TOO_MANY', MOST_STEPS);
  const bodies = new Set((await bodiesOf(work, organisationId)).map(({ id }) => id));
  return firstFault(...steps.map((step, index) => faultOfStep(step, ['input', 'steps', index], bodies)));
}

function faultOfStep(
  { kind, title, bodyId, workingDays }: RouteStepInput,
  path: readonly (string | number)[],
  bodies: ReadonlySet<string>,
): InvalidInput | null {
  const at = (field: string, fault: ConstructorParameters<typeof InvalidInput>[1], limit?: number): InvalidInput =>
    new InvalidInput([...path, field], fault, limit);
  const faultOfTitle = checkText(title, [...path, 'title'], 200, true);
  if (faultOfTitle) return faultOfTitle;
  if (kind === 'POLITICAL') {
    if (workingDays !== null && workingDays !== undefined) return at('workingDays', 'NOT_ALLOWED_HERE');
    if (!bodyId) return at('bodyId', 'REQUIRED');
    return bodies.has(bodyId) ? null : at('bodyId', 'UNKNOWN_BODY');
  }
  if (bodyId) return at('bodyId', 'NOT_ALLOWED_HERE');
  if (workingDays === null || workingDays === undefined) return at('workingDays', 'REQUIRED');
  if (workingDays < 0) return at('workingDays', 'NEGATIVE');
  return workingDays > MOST_WORKING_DAYS ? at('workingDays', 'TOO_LARGE', MOST_WORKING_DAYS) : null;
}
