import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { fulfil } from '@samanker/expectation';
import { meetingToUse, takesCases } from '@samanker/meeting-calendar';
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
import { AnchoringStep } from './anchoring-step.entity';
import { AnchoringStepSubmitted } from './anchoring.events';
import { anchoringStepById } from './anchoring.queries';
import { MeetingOutOfOrder, RouteDeclined, StepAlreadyDecided, StepOutOfOrder } from './anchoring.refusals';
import { maySubmit } from './anchoring.rules';
import { mayActOnRoute } from './anchoring.permissions';
import { heldBack, lockStep, type LockedStep } from './lock-step';
import { refusalOf } from './refusal-of';
import { settleRoute } from './settle-route';

@InputType({ description: 'The meeting that the text of a step has been handed in to.' })
export class SubmitAnchoringStepInput {
  @Field(() => Uuid, { description: 'The step.' })
  stepId!: string;

  @Field(() => Uuid, { description: 'A coming meeting of the body of the step.' })
  meetingId!: string;

  @Field(() => OnBehalfInput, { nullable: true, description: 'For the host on written behalf only.' })
  onBehalf?: OnBehalfInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const SubmitAnchoringStepResult = createUnionType({
  name: 'SubmitAnchoringStepResult',
  description: 'The step as it stands now, or why it was not submitted.',
  types: () =>
    [
      AnchoringStep,
      NotFound,
      NotPermitted,
      InvalidInput,
      IdempotencyKeyReused,
      LogInTooWeak,
      StepOutOfOrder,
      StepAlreadyDecided,
      RouteDeclined,
      MeetingOutOfOrder,
      ParticipationWithdrawn,
      CaseClosed,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** Hands a step in to a meeting; it may wait there for the steps before it (R2). Another meeting moves it. */
@Injectable()
export class SubmitAnchoringStep {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: SubmitAnchoringStepInput) {
    return this.verbs.run(asker, input, {
      verb: 'submitAnchoringStep',
      load: (work) => lockStep(work, input.stepId),
      may: mayActOnRoute,
      carryOut: (work, locked) => submit(work, locked, input),
      answer: (work, id) => anchoringStepById(work, id) as Promise<AnchoringStep>,
    });
  }
}

async function submit(work: Work, locked: LockedStep, input: SubmitAnchoringStepInput): Promise<Done | Refusal> {
  const { participation, step, steps } = locked;
  const behalf = await behalfOf(work, participation, input.onBehalf);
  if (behalf instanceof InvalidInput) return behalf;
  const held = heldBack(locked);
  if (held) return held;
  if (step.state === 'SUBMITTED' && step.meetingId === input.meetingId) return { id: step.id };
  const meeting = await meetingToUse(work, input.meetingId);
  if (!meeting) return new InvalidInput(['input', 'meetingId'], 'UNKNOWN_MEETING');
  const { bodyId, date, kind, cancelledAt } = meeting;
  const no = maySubmit(
    step,
    steps,
    { bodyId, date, cancelled: cancelledAt !== null, takesCases: takesCases(kind) },
    work.today,
  );
  if (no) return refusalOf(work, no, locked);

  await work.execute(
    `update anchoring_step set state = 'SUBMITTED', meeting_id = $2, submitted_at = $3, version = version + 1 where id = $1`,
    [step.id, meeting.id, work.now],
  );
  await fulfil(work, { kind: 'TEXT_IN', subjectId: step.id });
  const about = { subjectType: 'AnchoringStep', subjectId: step.id };
  await markOnBehalf(work, participation, 'submitAnchoringStep', behalf, about);
  work.log({
    verb: 'submitAnchoringStep',
    ...about,
    caseId: participation.case.id,
    organisationId: participation.organisationId,
    before: { state: step.state, meetingId: step.meetingId },
    after: { state: 'SUBMITTED', meetingId: meeting.id, meetingOn: date, onBehalf: loggedBehalf(behalf) },
  });
  work.publish(
    new AnchoringStepSubmitted({ stepId: step.id, participationId: participation.id, caseId: participation.case.id }),
  );
  await settleRoute(work, participation.id);
  return { id: step.id };
}
