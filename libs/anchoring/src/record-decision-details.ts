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
import { AnchoringStep } from './anchoring-step.entity';
import { anchoringStepById, decisionById } from './anchoring.queries';
import {
  DecisionDetailsInput,
  DETAIL_COLUMNS,
  DETAIL_FIELDS,
  faultOfDetails,
  loggedDetails,
} from './decision-details-input';
import type { Decision } from './decision.entity';
import { minutesOf } from './minutes';
import { mayActOnRoute } from './anchoring.permissions';
import { heldBack, lockStep, type LockedStep } from './lock-step';

@InputType({ description: 'What was not said of a decision when it was recorded.' })
export class RecordDecisionDetailsInput {
  @Field(() => Uuid, { description: 'The decision.' })
  decisionId!: string;

  @Field(() => DecisionDetailsInput, {
    description: 'Fields that are empty in the decision. What stands there already cannot be changed.',
  })
  details!: DecisionDetailsInput;

  @Field(() => OnBehalfInput, { nullable: true, description: 'For the host on written behalf only.' })
  onBehalf?: OnBehalfInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const RecordDecisionDetailsResult = createUnionType({
  name: 'RecordDecisionDetailsResult',
  description: 'The step with the decision, or why nothing was recorded.',
  types: () =>
    [
      AnchoringStep,
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

/**
 * Adds archive references, minutes, votes and the like when they are known (R3: later, without nagging). Each field is
 * filled once: saying what was unsaid changes no decision, while a row that supersedes would claim that it was taken anew.
 */
@Injectable()
export class RecordDecisionDetails {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: RecordDecisionDetailsInput) {
    return this.verbs.run(asker, input, {
      verb: 'recordDecisionDetails',
      load: (work) => lockWithDecision(work, input.decisionId),
      may: mayActOnRoute.of(({ locked }: Found) => locked),
      carryOut: (work, { locked, decision }) => record(work, locked, decision, input),
      answer: (work, id) => anchoringStepById(work, id) as Promise<AnchoringStep>,
    });
  }
}

interface Found {
  readonly locked: LockedStep;
  readonly decision: Decision;
}

async function lockWithDecision(work: Work, decisionId: string): Promise<Found | null> {
  const found = await decisionById(work, decisionId);
  const locked = found && (await lockStep(work, found.stepId));
  // Read again under the lock: what was empty a moment ago may have been filled.
  const decision = locked && (await decisionById(work, decisionId));
  return locked && decision ? { locked, decision } : null;
}

async function record(
  work: Work,
  locked: LockedStep,
  decision: Decision,
  input: RecordDecisionDetailsInput,
): Promise<Done | Refusal> {
  const behalf = await behalfOf(work, locked.participation, input.onBehalf);
  if (behalf instanceof InvalidInput) return behalf;
  const held = heldBack(locked) ?? faultOfDetails(input.details);
  if (held) return held;
  const minutes = await minutesOf(work, locked, input.details);
  if (minutes instanceof InvalidInput) return minutes;
  // A file says its own hash; one that has been recorded is the hash of this very file, or it is another one.
  const details = minutes ? { ...input.details, minutesSha256: minutes.sha256 } : input.details;
  const given = DETAIL_FIELDS.filter((field) => (details[field] ?? '') !== '');
  const changed = given.filter((field) => decision[field] !== details[field]);
  const taken = changed.find((field) => (decision[field] ?? '') !== '');
  if (taken) {
    const asked = input.details[taken] ? taken : 'minutesAttachmentId';
    return new InvalidInput(['input', 'details', asked], 'NOT_ALLOWED_HERE');
  }
  if (changed.length === 0) return { id: locked.step.id };
  await work.execute(
    `update decision set ${changed.map((field, index) => `${DETAIL_COLUMNS[field]} = $${index + 2}`).join(', ')} where id = $1`,
    [decision.id, ...changed.map((field) => details[field])],
  );
  const about = { subjectType: 'AnchoringStep', subjectId: locked.step.id };
  await markOnBehalf(work, locked.participation, 'recordDecisionDetails', behalf, about);
  work.log({
    verb: 'recordDecisionDetails',
    ...about,
    caseId: locked.participation.case.id,
    organisationId: locked.participation.organisationId,
    after: {
      decisionId: decision.id,
      fields: changed,
      onBehalf: loggedBehalf(behalf),
      ...loggedDetails(Object.fromEntries(changed.map((field) => [field, details[field]])), [], minutes),
    },
  });
  return { id: locked.step.id };
}
