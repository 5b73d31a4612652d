import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { withdraw } from '@samanker/expectation';
import { CaseClosed } from '@samanker/procurement-case';
import {
  checkText,
  IdempotencyKeyReused,
  InvalidInput,
  NotFound,
  NotPermitted,
  Uuid,
  type Asker,
  type Refusal,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { adjustedRoute, type RouteChange } from './adjust-route.rules';
import { ParticipationWithdrawn } from './anchoring.refusals';
import { RouteAdjusted } from './anchoring.events';
import { participationRoute } from './anchoring.queries';
import { heldBack, lockRoute, mayActOnRoute, type LockedRoute } from './lock-step';
import { parallelGroups } from './parallel-groups.rules';
import { ParticipationRoute } from './participation-route';
import { faultOfSteps, RouteStepInput } from './route-input';
import { settleRoute } from './settle-route';

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

  @Field(() => String, {
    nullable: true,
    description: 'Demanded of the host only: on what written request it does this for the organisation.',
  })
  onBehalfBecause?: string | null;

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
  const held =
    heldBack(work.actor, locked, input.onBehalfBecause) ??
    checkText(input.onBehalfBecause, ['input', 'onBehalfBecause'], 1_000) ??
    (await faultOfSteps(work, participation.organisationId, input.steps));
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
  await write(work, participation.id, wanted, change);
  const outline = (
    list: readonly { readonly kind: string; readonly weight: string; readonly bodyId: string | null }[],
  ): unknown => list.map(({ kind, weight, bodyId }) => ({ kind, weight, bodyId }));
  work.log({
    verb: 'adjustRoute',
    subjectType: 'Participation',
    subjectId: participation.id,
    caseId: participation.case.id,
    organisationId: participation.organisationId,
    before: { steps: outline(steps) },
    after: { steps: outline(wanted), states: change.states, onBehalf: Boolean(input.onBehalfBecause) },
  });
  work.publish(new RouteAdjusted({ participationId: participation.id, caseId: participation.case.id }));
  await settleRoute(work, participation.id);
  return { id: participation.id };
}

async function write(
  work: Work,
  participationId: string,
  wanted: readonly ({ id: string | null } & object)[],
  { states, leavesMeeting, removed }: RouteChange,
): Promise<void> {
  for (const subjectId of [...removed, ...leavesMeeting]) await withdraw(work, { subjectId, because: 'ROUTE_CHANGED' });
  await work.execute('delete from anchoring_step where id = any($1::uuid[])', [removed]);
  const rows = JSON.stringify(
    wanted.map((step, index) => ({
      ...step,
      state: states[index],
      left: step.id !== null && leavesMeeting.includes(step.id),
    })),
  );
  const recordset = `jsonb_to_recordset($2::jsonb) as w(id uuid, position integer, "parallelGroup" integer, kind text, weight text,
    title text, role text, "bodyId" uuid, "workingDays" integer, state text, "left" boolean)`;
  await work.execute(
    `update anchoring_step s set position = w.position, parallel_group = w."parallelGroup", kind = w.kind, weight = w.weight,
       title = w.title, role = w.role, body_id = w."bodyId", working_days = w."workingDays", state = w.state,
       meeting_id = case when w."left" then null else s.meeting_id end,
       submitted_at = case when w."left" then null else s.submitted_at end, version = s.version + 1
     from ${recordset} where s.id = w.id and s.participation_id = $1`,
    [participationId, rows],
  );
  await work.execute(
    `insert into anchoring_step (region_id, participation_id, position, parallel_group, kind, weight, title, role, body_id, working_days, state)
     select $3, $1, w.position, w."parallelGroup", w.kind, w.weight, w.title, w.role, w."bodyId", w."workingDays", w.state
     from ${recordset} where w.id is null`,
    [participationId, rows, work.regionId],
  );
}
