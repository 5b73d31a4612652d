import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { behalfOf, loggedBehalf, markOnBehalf, OnBehalfInput, ParticipationWithdrawn } from '@samanker/participation';
import { CaseClosed } from '@samanker/procurement-case';
import {
  IdempotencyKeyReused,
  LogInTooWeak,
  InvalidInput,
  NotFound,
  NotPermitted,
  Uuid,
  type Asker,
  type Refusal,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { adjustedRoute } from './adjust-route.rules';
import { RouteAdjusted } from './anchoring.events';
import { participationRoute } from './anchoring.queries';
import { mayActOnRoute } from './anchoring.permissions';
import { heldBack, lockRoute, type LockedRoute } from './lock-step';
import { parallelGroups } from './parallel-groups.rules';
import { ParticipationRoute } from './participation-route';
import { faultOfSteps, RouteStepInput } from './route-input';
import { settleRoute } from './settle-route';
import { writeRoute } from './write-route';

@InputType({ description: 'A step of a running route as it is wanted.' })
export class AdjustedStepInput extends RouteStepInput {
  @Field(() => Uuid, { nullable: true, description: 'The step of the route that this is; left out for a new one.' })
  id?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'The step stays to be seen but is not needed.' })
  notRequired?: boolean | null;
}

@InputType({ description: 'The whole route as it is wanted. What is decided must stand as it is.' })
export class AdjustRouteInput {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => [AdjustedStepInput], {
    description: 'The steps in order, 1 to 40. Undecided steps that are left out are removed.',
  })
  steps!: AdjustedStepInput[];

  @Field(() => OnBehalfInput, { nullable: true, description: 'For the host on written behalf only.' })
  onBehalf?: OnBehalfInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const AdjustRouteResult = createUnionType({
  name: 'AdjustRouteResult',
  description: 'The route as it stands now, or why it was not adjusted.',
  types: () =>
    [
      ParticipationRoute,
      NotFound,
      NotPermitted,
      InvalidInput,
      IdempotencyKeyReused,
      LogInTooWeak,
      ParticipationWithdrawn,
      CaseClosed,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** Adjusts a municipality's own running route (R1). */
@Injectable()
export class AdjustRoute {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: AdjustRouteInput) {
    return this.verbs.run(asker, input, {
      verb: 'adjustRoute',
      load: (work) => lockRoute(work, input.participationId),
      may: mayActOnRoute,
      carryOut: (work, locked) => adjust(work, locked, input),
      answer: (work, id) => participationRoute(work, id) as Promise<ParticipationRoute>,
    });
  }
}

async function adjust(work: Work, locked: LockedRoute, input: AdjustRouteInput): Promise<Done | Refusal> {
  const { participation, steps } = locked;
  const behalf = await behalfOf(work, participation, input.onBehalf);
  if (behalf instanceof InvalidInput) return behalf;
  const held = heldBack(locked) ?? (await faultOfSteps(work, participation.organisationId, input.steps));
  if (held) return held;
  const groups = parallelGroups(input.steps.map(({ parallelGroup }) => parallelGroup));
  const wanted = input.steps.map((step, index) => ({
    ...step,
    id: step.id ?? null,
    title: step.title.trim(),
    bodyId: step.bodyId ?? null,
    workingDays: step.workingDays ?? null,
    notRequired: step.notRequired ?? false,
    position: index + 1,
    parallelGroup: groups[index]!,
  }));
  const change = adjustedRoute(steps, wanted);
  if ('fault' in change) {
    const { index, field, fault } = change;
    return new InvalidInput(
      ['input', 'steps', ...(index === null ? [] : [index]), ...(field === null ? [] : [field])],
      fault,
    );
  }
  await writeRoute(work, participation.id, wanted, change);
  const outline = (
    list: readonly { readonly kind: string; readonly weight: string; readonly bodyId: string | null }[],
  ): unknown => list.map(({ kind, weight, bodyId }) => ({ kind, weight, bodyId }));
  await markOnBehalf(work, participation, 'adjustRoute', behalf);
  work.log({
    verb: 'adjustRoute',
    subjectType: 'Participation',
    subjectId: participation.id,
    caseId: participation.case.id,
    organisationId: participation.organisationId,
    before: { steps: outline(steps) },
    after: { steps: outline(wanted), states: change.states, onBehalf: loggedBehalf(behalf) },
  });
  work.publish(new RouteAdjusted({ participationId: participation.id, caseId: participation.case.id }));
  await settleRoute(work, participation.id);
  return { id: participation.id };
}
