import type { Attachment } from '@samanker/attachment';
import type { Work } from '@samanker/database';
import { bodiesOf, meetingToUse, takesCases, type Meeting } from '@samanker/meeting-calendar';
import { isMember } from '@samanker/organisation';
import { InvalidInput } from '@samanker/request';
import type { DecisionContentInput } from './decision-input';
import type { LockedStep } from './lock-step';
import { minutesOf } from './minutes';
import { bodiesAbove, sentUp, type SentUp } from './send-up.rules';

/** What the content of a decision refers to, found and checked. */
export interface DecisionReferences {
  readonly meetingId: string | null;
  readonly deferredTo: Meeting | null;
  readonly minutes: Attachment | null;
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
  if (meeting && !canTake(meeting)) return new InvalidInput(['input', 'meetingId'], 'NOT_ALLOWED_HERE');
  const deferredTo = await meetingOf(work, locked, input.deferredToMeetingId, 'deferredToMeetingId');
  if (deferredTo instanceof InvalidInput) return deferredTo;
  if (deferredTo && !canTake(deferredTo)) return new InvalidInput(['input', 'deferredToMeetingId'], 'NOT_ALLOWED_HERE');
  const up = input.outcome === 'SENT_UP' ? await higherBody(work, locked, input.sentUpToBodyId) : null;
  if (up instanceof InvalidInput) return up;
  const host = input.limits?.hostOrganisationId;
  if (host && !(await isMember(work, host, work.today)))
    return new InvalidInput(['input', 'limits', 'hostOrganisationId'], 'UNKNOWN_ORGANISATION');
  const foreign = await foreignPart(work, locked, input.limits?.partIds ?? []);
  if (foreign >= 0) return new InvalidInput(['input', 'limits', 'partIds', foreign], 'UNKNOWN_REFERENCE');
  const minutes = await minutesOf(work, locked, input.details);
  if (minutes instanceof InvalidInput) return minutes;
  const submittedTo = step.submittedMeetingDate === input.decidedOn ? step.meetingId : null;
  return { meetingId: meeting?.id ?? submittedTo, deferredTo, minutes, sentUp: up };
}

function canTake({ cancelledAt, kind }: Meeting): boolean {
  return cancelledAt === null && takesCases(kind);
}

async function meetingOf(
  work: Work,
  { step }: LockedStep,
  id: string | null | undefined,
  field: string,
): Promise<Meeting | InvalidInput | null> {
  if (!id) return null;
  const meeting = await meetingToUse(work, id);
  if (!meeting) return new InvalidInput(['input', field], 'UNKNOWN_MEETING');
  return meeting.bodyId === step.bodyId ? meeting : new InvalidInput(['input', field], 'UNKNOWN_BODY');
}

/** The place of the first part that is not one of the case's; -1 when all are. */
async function foreignPart(work: Work, { participation }: LockedStep, partIds: readonly string[]): Promise<number> {
  if (partIds.length === 0) return -1;
  const rows = await work.query<{ id: string }>('select id from case_part where case_id = $1', [participation.case.id]);
  return partIds.findIndex((partId) => !rows.some(({ id }) => id === partId));
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
