import type { Work } from '@samanker/database';
import { fulfil } from '@samanker/expectation';
import { bodiesOf, meetingById, takesCases, type Meeting } from '@samanker/meeting-calendar';
import { isMember } from '@samanker/organisation';
import { addConditions, onBehalf, pushLimits } from '@samanker/participation';
import { InvalidInput, type Refusal } from '@samanker/request';
import type { AnchoringRefusal } from './anchoring.rules';
import { decisionById } from './anchoring.queries';
import {
  DeciderDisqualified,
  LaterStepDecided,
  MeetingOutOfOrder,
  RouteDeclined,
  StepAlreadyDecided,
  StepOutOfOrder,
} from './anchoring.refusals';
import { loggedDetails, type DecisionContentInput } from './decision-input';
import type { LockedStep } from './lock-step';
import { isDone, predecessorsOf } from './route.rules';
import { bodiesAbove, sentUp, type SentUp } from './send-up.rules';
import { outcomeEffect } from './step-outcome.rules';

/** What the content of a decision refers to, found and checked. */
export interface DecisionReferences {
  readonly meetingId: string | null;
  readonly deferredTo: Meeting | null;
  readonly sentUp: (SentUp & { readonly bodyId: string; readonly bodyName: string }) | null;
}

/** Finds the meetings and bodies that a decision names; they must be the municipality's own. */
export async function findReferences(
  work: Work,
  locked: LockedStep,
  input: DecisionContentInput,
): Promise<DecisionReferences | InvalidInput> {
  const { step } = locked;
  const meeting = await meetingOf(work, locked, input.meetingId, 'meetingId');
  if (meeting instanceof InvalidInput) return meeting;
  if (meeting && meeting.date > input.decidedOn)
    return new InvalidInput(['input', 'decidedOn'], 'DATE_TOO_EARLY', meeting.date);
  const deferredTo = await meetingOf(work, locked, input.deferredToMeetingId, 'deferredToMeetingId');
  if (deferredTo instanceof InvalidInput) return deferredTo;
  if (deferredTo && (deferredTo.cancelledAt || !takesCases(deferredTo.kind)))
    return new InvalidInput(['input', 'deferredToMeetingId'], 'NOT_ALLOWED_HERE');
  const up = input.outcome === 'SENT_UP' ? await higherBody(work, locked, input.sentUpToBodyId) : null;
  if (up instanceof InvalidInput) return up;
  const host = input.limits?.hostOrganisationId;
  if (host && !(await isMember(work, host, work.today)))
    return new InvalidInput(['input', 'limits', 'hostOrganisationId'], 'UNKNOWN_ORGANISATION');
  const submittedTo = step.submittedMeetingDate === input.decidedOn ? step.meetingId : null;
  return { meetingId: meeting?.id ?? submittedTo, deferredTo, sentUp: up };
}

async function meetingOf(
  work: Work,
  { step }: LockedStep,
  id: string | null | undefined,
  field: string,
): Promise<Meeting | InvalidInput | null> {
  if (!id) return null;
  const meeting = await meetingById(work, id);
  if (!meeting) return new InvalidInput(['input', field], 'UNKNOWN_MEETING');
  return meeting.bodyId === step.bodyId ? meeting : new InvalidInput(['input', field], 'UNKNOWN_BODY');
}

async function higherBody(
  work: Work,
  { participation, step, steps }: LockedStep,
  bodyId: string | null | undefined,
): Promise<DecisionReferences['sentUp'] | InvalidInput> {
  const bodies = await bodiesOf(work, participation.organisationId);
  const above = bodiesAbove(
    bodies,
    bodies.find(({ id }) => id === step.bodyId),
  );
  if (bodyId && !bodies.some(({ id }) => id === bodyId))
    return new InvalidInput(['input', 'sentUpToBodyId'], 'UNKNOWN_BODY');
  const body = bodyId ? above.find(({ id }) => id === bodyId) : above[0];
  if (!body) return new InvalidInput(['input', bodyId ? 'sentUpToBodyId' : 'outcome'], 'NOT_ALLOWED_HERE');
  const up = sentUp(step, steps, body.id);
  if (up.kind === 'INSERT' && (steps.length >= 40 || up.parallelGroup > 40))
    return new InvalidInput(['input', 'outcome'], 'TOO_MANY', 40);
  return { ...up, bodyId: body.id, bodyName: body.name };
}

/** The refusal for what the rules said no to. */
export async function refusalOf(
  work: Work,
  because: AnchoringRefusal,
  { participation, step, steps }: LockedStep,
): Promise<Refusal> {
  const before = predecessorsOf(step.id, steps);
  const fault = (field: string, code: ConstructorParameters<typeof InvalidInput>[1], limit = ''): InvalidInput =>
    new InvalidInput(['input', field], code, limit);
  switch (because) {
    case 'STEP_OUT_OF_ORDER':
      return new StepOutOfOrder(before.filter((other) => !isDone(other)).map(({ title }) => title));
    case 'ALREADY_DECIDED':
    case 'ALREADY_SUPERSEDED':
      return new StepAlreadyDecided((await decisionById(work, step.decisionId!))!);
    case 'ROUTE_DECLINED':
      return new RouteDeclined();
    case 'DECIDER_DISQUALIFIED':
      return new DeciderDisqualified();
    case 'SUCCESSOR_DECIDED':
    case 'DECIDED_AFTER_SUCCESSOR':
      return new LaterStepDecided();
    case 'MEETING_BEFORE_PREDECESSOR':
    case 'MEETING_AFTER_SUCCESSOR':
      return new MeetingOutOfOrder(['input', 'meetingId']);
    case 'OUTCOME_NOT_ALLOWED':
      return fault('outcome', 'NOT_ALLOWED_HERE');
    case 'DECIDED_IN_FUTURE':
      return fault('decidedOn', 'DATE_IN_FUTURE');
    case 'DECIDED_BEFORE_CASE':
      return fault('decidedOn', 'DATE_TOO_EARLY', participation.case.openedOn);
    case 'DECIDED_BEFORE_PREDECESSOR':
      return fault(
        'decidedOn',
        'DATE_TOO_EARLY',
        before
          .map(({ decidedOn }) => decidedOn ?? '')
          .sort()
          .at(-1),
      );
    case 'DEFERRED_TO_EARLIER_DATE':
      return fault('deferredToMeetingId', 'NOT_ALLOWED_HERE');
    case 'MEETING_OF_OTHER_BODY':
      return fault('meetingId', 'UNKNOWN_BODY');
    case 'MEETING_PASSED':
      return fault('meetingId', 'DATE_PASSED');
    case 'MEETING_CANCELLED':
    case 'MEETING_TAKES_NO_CASES':
      return fault('meetingId', 'NOT_ALLOWED_HERE');
    case 'STEP_NOT_REQUIRED':
    case 'NOT_POLITICAL':
    case 'NOTHING_TO_SUPERSEDE':
      return fault('stepId', 'NOT_ALLOWED_HERE');
  }
}

/** Writes a decision and what it makes of its step; answers the id. The caller has asked the rules. */
export async function writeDecision(
  work: Work,
  { participation, step }: LockedStep,
  input: DecisionContentInput,
  found: DecisionReferences,
  supersedesId: string | null,
): Promise<string> {
  const details = input.details ?? {};
  const row = await work.one<{ id: string }>(
    `insert into decision (region_id, step_id, outcome, decided_on, meeting_id, deferred_to_meeting_id, recorded_by, recorded_at,
       on_behalf_because, supersedes_id, text, archive_case, archive_document, body_case, minutes_link, minutes_sha256, votes_for,
       votes_against, delegation_basis, exempt_basis, budget_coverage, resources_committed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22) returning id`,
    [
      work.regionId,
      step.id,
      input.outcome,
      input.decidedOn,
      found.meetingId,
      found.deferredTo?.id ?? null,
      work.actor.personId,
      work.now,
      onBehalf(work.actor, participation, input.onBehalfBecause),
      supersedesId,
      details.text ?? '',
      details.archiveCase || null,
      details.archiveDocument || null,
      details.bodyCase || null,
      details.minutesLink || null,
      details.minutesSha256 || null,
      details.votesFor ?? null,
      details.votesAgainst ?? null,
      details.delegationBasis || null,
      details.exemptBasis || null,
      details.budgetCoverage ?? null,
      details.resourcesCommitted || null,
    ],
  );
  const effect = outcomeEffect(step.weight, input.outcome, found.deferredTo?.date ?? null);
  await work.execute(
    `update anchoring_step set state = $2, meeting_id = $3, decided_on = $4, opened_on = case when $2 = 'OPEN' then $5::date else opened_on end,
       version = version + 1 where id = $1`,
    [
      step.id,
      effect.state,
      effect.state === 'SUBMITTED' ? found.deferredTo!.id : effect.state === 'DECIDED' ? found.meetingId : null,
      effect.state === 'DECIDED' ? input.decidedOn : null,
      work.today,
    ],
  );
  if (found.sentUp) await addHigherStep(work, step, found.sentUp);
  await fulfil(work, { subjectId: step.id });
  await addConditions(work, participation.id, row!.id, input.conditions ?? []);
  if (input.limits && step.weight === 'DECIDING') {
    const { total, perYear, perInhabitantPerYear, latestEnd, hostOrganisationId } = input.limits;
    await pushLimits(work, participation.id, {
      total: total?.amount ?? null,
      perYear: perYear?.amount ?? null,
      perInhabitantPerYear: perInhabitantPerYear?.amount ?? null,
      latestEnd: latestEnd ?? null,
      hostOrganisationId: hostOrganisationId ?? null,
    });
  }
  return row!.id;
}

async function addHigherStep(
  work: Work,
  step: LockedStep['step'],
  up: NonNullable<DecisionReferences['sentUp']>,
): Promise<void> {
  if (up.kind === 'ALREADY_THERE') {
    await work.execute('update anchoring_step set weight = $2, version = version + 1 where id = $1 and weight <> $2', [
      up.stepId,
      up.weight,
    ]);
    return;
  }
  await work.execute(
    'update anchoring_step set position = position + 1 where participation_id = $1 and position >= $2',
    [step.participationId, up.position],
  );
  await work.execute(
    `insert into anchoring_step (region_id, participation_id, position, parallel_group, kind, weight, title, role, body_id)
     values ($1, $2, $3, $4, 'POLITICAL', $5, $6, $7, $8)`,
    [
      work.regionId,
      step.participationId,
      up.position,
      up.parallelGroup,
      step.weight,
      up.bodyName,
      step.role,
      up.bodyId,
    ],
  );
}

/** What the log keeps of a decision: ids, dates and figures, and a hash of its wording. */
export function loggedDecision(
  decisionId: string,
  input: DecisionContentInput,
  found: DecisionReferences,
): Record<string, unknown> {
  return {
    decisionId,
    outcome: input.outcome,
    decidedOn: input.decidedOn,
    meetingId: found.meetingId,
    deferredToMeetingId: found.deferredTo?.id ?? null,
    sentUpToBodyId: found.sentUp?.bodyId ?? null,
    onBehalf: Boolean(input.onBehalfBecause),
    limits: input.limits ?? null,
    conditions: input.conditions?.length ?? 0,
    ...loggedDetails(input.details, input.conditions ?? []),
  };
}
