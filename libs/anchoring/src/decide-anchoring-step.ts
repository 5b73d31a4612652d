import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { behalfOf, markOnBehalf, ParticipationWithdrawn } from '@samanker/participation';
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
import { AnchoringStepDecided } from './anchoring.events';
import { anchoringStepById, decisionById } from './anchoring.queries';
import { DeciderDisqualified, RouteDeclined, StepAlreadyDecided, StepOutOfOrder } from './anchoring.refusals';
import { mayDecide } from './anchoring.rules';
import { DecisionContentInput, faultOfContent } from './decision-input';
import { mayActOnRoute } from './anchoring.permissions';
import { heldBack, lockStep, type LockedStep } from './lock-step';
import { findReferences } from './decision-references';
import { loggedDecision, writeDecision } from './record-decision';
import { refusalOf } from './refusal-of';
import { isSameDecision } from './same-decision';
import { settleRoute } from './settle-route';

@InputType({ description: 'What a step came to. Outcome and date are enough; the rest can come later.' })
export class DecideAnchoringStepInput extends DecisionContentInput {
  @Field(() => Uuid, { description: 'The step.' })
  stepId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const DecideAnchoringStepResult = createUnionType({
  name: 'DecideAnchoringStepResult',
  description: 'The step as it stands now, or why the decision was not recorded.',
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
      DeciderDisqualified,
      ParticipationWithdrawn,
      CaseClosed,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** Records what a step came to (R2, R3). */
@Injectable()
export class DecideAnchoringStep {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: DecideAnchoringStepInput) {
    return this.verbs.run(asker, input, {
      verb: 'decideAnchoringStep',
      load: (work) => lockStep(work, input.stepId),
      may: mayActOnRoute,
      carryOut: (work, locked) => decide(work, locked, input),
      answer: (work, id) => anchoringStepById(work, id) as Promise<AnchoringStep>,
    });
  }
}

async function decide(work: Work, locked: LockedStep, input: DecideAnchoringStepInput): Promise<Done | Refusal> {
  const { participation, step, steps } = locked;
  const behalf = await behalfOf(work, participation, input.onBehalf);
  if (behalf instanceof InvalidInput) return behalf;
  const held = heldBack(locked) ?? faultOfContent(input);
  if (held) return held;
  const before = await decidedBefore(work, step, input);
  if (before) return before;
  const found = await findReferences(work, locked, input);
  if (found instanceof InvalidInput) return found;
  const no = mayDecide({
    step,
    steps,
    outcome: input.outcome,
    decidedOn: input.decidedOn,
    today: work.today,
    caseOpenedOn: participation.case.openedOn,
    deferredTo: found.deferredTo?.date ?? null,
    deciderDisqualified: input.deciderDisqualified ?? false,
  });
  if (no) return refusalOf(work, no, locked);

  const decisionId = await writeDecision(work, locked, input, found, { supersedesId: null, behalf });
  const ids = { stepId: step.id, participationId: participation.id, caseId: participation.case.id };
  const about = { subjectType: 'AnchoringStep', subjectId: step.id };
  await markOnBehalf(work, participation, 'decideAnchoringStep', behalf, about);
  work.log({
    verb: 'decideAnchoringStep',
    ...about,
    caseId: participation.case.id,
    organisationId: participation.organisationId,
    before: { state: step.state },
    after: loggedDecision(decisionId, input, found, behalf),
  });
  work.publish(new AnchoringStepDecided(ids));
  await settleRoute(work, participation.id);
  return { id: step.id };
}

/**
 * R8: the same decision again, by the same person, is one decision. Another one for the same day lost the race: a body
 * does not both approve and postpone a case in one meeting.
 */
async function decidedBefore(
  work: Work,
  step: LockedStep['step'],
  input: DecideAnchoringStepInput,
): Promise<Done | Refusal | null> {
  if (!step.decisionId) return null;
  const recorded = (await decisionById(work, step.decisionId))!;
  if (await isSameDecision(work, recorded, input)) return { id: step.id };
  if (step.state === 'DECIDED' || step.decidedOn === input.decidedOn) return new StepAlreadyDecided(recorded);
  return step.decidedOn! > input.decidedOn
    ? new InvalidInput(['input', 'decidedOn'], 'DATE_TOO_EARLY', step.decidedOn!)
    : null;
}
