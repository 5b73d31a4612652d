import type { Work } from '@samanker/database';
import { withdraw } from '@samanker/expectation';
import { behalfOf, markOnBehalf } from '@samanker/participation';
import { InvalidInput, Refusal } from '@samanker/request';
import { AnchoringStepDecided } from './anchoring.events';
import { mayDecide } from './anchoring.rules';
import { faultOfContent, type DecisionContentInput } from './decision-input';
import { findReferences } from './decision-references';
import { heldBack, lockRoute, type LockedRoute } from './lock-step';
import { loggedDecision, writeDecision } from './record-decision';
import { refusalOf } from './refusal-of';
import { isDone, predecessorsOf } from './route.rules';
import { settleRoute } from './settle-route';

/** A decision that was taken before the case was kept here. */
export interface PastDecision {
  /** Place of its step in the route. */
  readonly position: number;
  readonly content: DecisionContentInput;
}

const VERB = 'importRunningCase';

/**
 * Takes over how far a route had come elsewhere, in its order. Of the steps before a decision nothing is known here: they
 * are not asked for any more, and nothing is said of what they came to.
 */
export async function takeOverRoute(
  work: Work,
  participationId: string,
  past: readonly PastDecision[],
): Promise<Refusal | null> {
  if (past.length === 0) return null;
  for (const decision of past) {
    const route = await lockRoute(work, participationId);
    if (!route) throw new Error(`No route of participation ${participationId}`);
    const refusal = await takeOver(work, route, decision);
    if (refusal) return refusal;
  }
  await settleRoute(work, participationId);
  return null;
}

async function takeOver(work: Work, route: LockedRoute, { position, content }: PastDecision): Promise<Refusal | null> {
  const { participation } = route;
  const known = route.steps.find((step) => step.position === position);
  if (!known) return new InvalidInput(['input', 'caseId'], 'UNKNOWN_REFERENCE');
  const passed = predecessorsOf(known.id, route.steps).filter((step) => !isDone(step));
  const ids = passed.map(({ id }) => id);
  const steps = route.steps.map((step) => (ids.includes(step.id) ? { ...step, state: 'NOT_REQUIRED' as const } : step));
  const step = steps.find(({ id }) => id === known.id)!;
  const locked = { participation, steps, step };
  const behalf = await behalfOf(work, participation, content.onBehalf);
  if (behalf instanceof InvalidInput) return behalf;
  const held = heldBack(locked) ?? faultOfContent(content);
  if (held) return held;
  const no = mayDecide({
    step,
    steps,
    outcome: content.outcome,
    decidedOn: content.decidedOn,
    today: work.today,
    caseOpenedOn: participation.case.openedOn,
  });
  if (no) return refusalOf(work, no, locked);
  const found = await findReferences(work, locked, content);
  if (found instanceof InvalidInput) return found;

  await pass(work, ids);
  const decisionId = await writeDecision(work, locked, content, found, { supersedesId: null, behalf });
  const about = { subjectType: 'AnchoringStep', subjectId: step.id };
  await markOnBehalf(work, participation, VERB, behalf, about);
  work.log({
    verb: VERB,
    ...about,
    caseId: participation.case.id,
    organisationId: participation.organisationId,
    before: { state: known.state },
    after: { ...loggedDecision(decisionId, content, found, behalf), stepsPassed: ids },
  });
  work.publish(
    new AnchoringStepDecided({ stepId: step.id, participationId: participation.id, caseId: participation.case.id }),
  );
  return null;
}

/** Steps of which nothing is known are not awaited any more. */
async function pass(work: Work, stepIds: readonly string[]): Promise<void> {
  if (stepIds.length === 0) return;
  await work.execute(
    `update anchoring_step set state = 'NOT_REQUIRED', meeting_id = null, version = version + 1 where id = any($1::uuid[])`,
    [stepIds],
  );
  for (const subjectId of stepIds) await withdraw(work, { subjectId, because: 'ROUTE_CHANGED' });
}
