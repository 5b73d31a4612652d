import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { behalfOf, markOnBehalf, supersedeConditions, ParticipationWithdrawn } from '@samanker/participation';
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
import { DecisionSuperseded } from './anchoring.events';
import { anchoringStepById, decisionById } from './anchoring.queries';
import {
  DeciderDisqualified,
  LaterStepDecided,
  RouteDeclined,
  StepAlreadyDecided,
  StepOutOfOrder,
} from './anchoring.refusals';
import { maySupersede } from './anchoring.rules';
import { DecisionContentInput, faultOfContent } from './decision-input';
import { mayActOnRoute } from './anchoring.permissions';
import { heldBack, lockStep, type LockedStep } from './lock-step';
import { findReferences } from './decision-references';
import { loggedDecision, writeDecision } from './record-decision';
import { refusalOf } from './refusal-of';
import { isSameDecision } from './same-decision';
import { settleRoute } from './settle-route';

@InputType({
  description: 'What was really decided, in the place of a decision that was recorded wrongly or has been taken anew.',
})
export class SupersedeDecisionInput extends DecisionContentInput {
  @Field(() => Uuid, { description: 'The decision that you saw and that no longer counts.' })
  decisionId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const SupersedeDecisionResult = createUnionType({
  name: 'SupersedeDecisionResult',
  description: 'The step as it stands now, with both decisions, or why nothing was superseded.',
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
      LaterStepDecided,
      RouteDeclined,
      DeciderDisqualified,
      ParticipationWithdrawn,
      CaseClosed,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** Puts a new decision in the place of another; both stay to be seen (R2). */
@Injectable()
export class SupersedeDecision {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: SupersedeDecisionInput) {
    return this.verbs.run(asker, input, {
      verb: 'supersedeDecision',
      load: (work) => lockDecision(work, input.decisionId),
      may: mayActOnRoute,
      carryOut: (work, locked) => supersede(work, locked, input),
      answer: (work, id) => anchoringStepById(work, id) as Promise<AnchoringStep>,
    });
  }
}

async function lockDecision(work: Work, decisionId: string): Promise<LockedStep | null> {
  const found = await decisionById(work, decisionId);
  return found && lockStep(work, found.stepId);
}

async function supersede(work: Work, locked: LockedStep, input: SupersedeDecisionInput): Promise<Done | Refusal> {
  const { participation, step, steps } = locked;
  const behalf = await behalfOf(work, participation, input.onBehalf);
  if (behalf instanceof InvalidInput) return behalf;
  const held = heldBack(locked) ?? faultOfContent(input);
  if (held) return held;
  // R8: a double click supersedes once.
  const current = step.decisionId ? await decisionById(work, step.decisionId) : null;
  if (current?.supersedesId === input.decisionId && (await isSameDecision(work, current, input)))
    return { id: step.id };
  const found = await findReferences(work, locked, input);
  if (found instanceof InvalidInput) return found;
  const no = maySupersede({
    step,
    steps,
    outcome: input.outcome,
    decidedOn: input.decidedOn,
    today: work.today,
    caseOpenedOn: participation.case.openedOn,
    deferredTo: found.deferredTo?.date ?? null,
    deciderDisqualified: input.deciderDisqualified ?? false,
    supersededDecisionId: input.decisionId,
    currentDecisionId: step.decisionId,
  });
  if (no) return refusalOf(work, no, locked, 'decisionId');

  await work.execute('update decision set superseded_at = $2 where id = $1 and superseded_at is null', [
    input.decisionId,
    work.now,
  ]);
  await supersedeConditions(work, input.decisionId);
  const decisionId = await writeDecision(work, locked, input, found, { supersedesId: input.decisionId, behalf });
  const about = { subjectType: 'AnchoringStep', subjectId: step.id };
  await markOnBehalf(work, participation, 'supersedeDecision', behalf, about);
  work.log({
    verb: 'supersedeDecision',
    ...about,
    caseId: participation.case.id,
    organisationId: participation.organisationId,
    before: { decisionId: input.decisionId, outcome: current!.outcome, decidedOn: current!.decidedOn },
    after: loggedDecision(decisionId, input, found, behalf),
  });
  work.publish(
    new DecisionSuperseded({ stepId: step.id, participationId: participation.id, caseId: participation.case.id }),
  );
  await settleRoute(work, participation.id);
  return { id: step.id };
}
