import { Injectable } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { attachmentFor } from '@samanker/attachment';
import type { Work } from '@samanker/database';
import { wordingSha256 } from '@samanker/decision-log';
import { withdrawAllOf } from '@samanker/expectation';
import {
  behalfOf,
  logAbout,
  loggedBehalf,
  markOnBehalf,
  Participation,
  participationById,
  ParticipationWithdrawn,
  recomputeParticipation,
  type LockedParticipation,
} from '@samanker/participation';
import { CaseClosed } from '@samanker/procurement-case';
import {
  IdempotencyKeyReused,
  InvalidInput,
  LogInTooWeak,
  NotFound,
  NotPermitted,
  type Asker,
  type Refusal,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { CaseLeft } from './anchoring.events';
import { mayActOnRoute } from './anchoring.permissions';
import { NotTakingPart, ParticipantsAlreadyFrozen } from './anchoring.refusals';
import { faultOfLeaving, type LeaveCaseInput } from './leave-case.input';
import { holdsLeavingBack } from './leave-case.rules';
import { withdrawSteps } from './leaving-steps';
import { lockRoute } from './lock-step';
import { planParticipation } from './plan-participations';

export const LeaveCaseResult = createUnionType({
  name: 'LeaveCaseResult',
  description: 'The participation as it was left, or why it was not.',
  types: () =>
    [
      Participation,
      NotFound,
      NotPermitted,
      InvalidInput,
      ParticipantsAlreadyFrozen,
      CaseClosed,
      ParticipationWithdrawn,
      NotTakingPart,
      IdempotencyKeyReused,
      LogInTooWeak,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/**
 * Leaves a case by a decision (R5b): its volumes count no more, nothing is awaited of it (R12), its power of attorney
 * ends, and what the others bear is worked out anew (R4). A frozen report stays as it is and no longer equals the data.
 */
@Injectable()
export class LeaveCase {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: LeaveCaseInput): Promise<Participation | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'leaveCase',
      load: (work) => lockRoute(work, input.participationId),
      may: mayActOnRoute,
      carryOut: (work, { participation }) => leave(work, participation, input),
      answer: async (work, id) => (await participationById(work, id))!,
    });
  }
}

async function leave(work: Work, subject: LockedParticipation, input: LeaveCaseInput): Promise<Done | Refusal> {
  const behalf = await behalfOf(work, subject, input.onBehalf);
  if (behalf instanceof InvalidInput) return behalf;
  const held = holdsLeavingBack(subject.case.stage, subject.state);
  if (held === 'CLOSED') return new CaseClosed();
  if (held === 'FROZEN') return new ParticipantsAlreadyFrozen(['input', 'participationId']);
  if (held === 'NOT_IN') return new NotTakingPart(['input', 'participationId']);
  const fault = faultOfLeaving(input, subject.case.openedOn, work.today);
  if (fault) return fault;
  if (held === 'LEFT')
    return (await hasLeftSo(work, subject.id, input)) ? { id: subject.id } : new ParticipationWithdrawn();
  const file = input.attachmentId
    ? await attachmentFor(work, input.attachmentId, { participationId: subject.id })
    : null;
  if (input.attachmentId && !file) return new InvalidInput(['input', 'attachmentId'], 'UNKNOWN_REFERENCE');

  const row = await work.one<{ id: string }>(
    `insert into leaving (region_id, participation_id, decided_on, decided_by, decision_reference, because, decision_link,
       attachment_id, on_behalf, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [work.regionId, subject.id, ...given(input), behalf !== null, work.actor.personId, work.now],
  );
  await work.execute(
    `update power_of_attorney set withdrawn_at = $2, withdrawn_because = 'LEFT_CASE' where participation_id = $1 and withdrawn_at is null`,
    [subject.id, work.now],
  );
  await withdrawSteps(work, subject.id, row!.id);
  await withdrawAllOf(work, { participationId: subject.id, because: 'LEFT_CASE' });
  await markOnBehalf(work, subject, 'leaveCase', behalf);
  work.log({
    verb: 'leaveCase',
    ...logAbout(subject),
    before: { state: subject.state },
    after: {
      leavingId: row!.id,
      decidedOn: input.decidedOn,
      decisionReference: input.decisionReference.trim(),
      decidedBySha256: wordingSha256(input.decidedBy.trim()),
      becauseSha256: wordingSha256(input.because.trim()),
      linkSha256: input.decisionLink?.trim() ? wordingSha256(input.decisionLink.trim()) : null,
      attachmentId: file?.id ?? null,
      attachmentSha256: file?.sha256 ?? null,
      onBehalf: loggedBehalf(behalf),
    },
  });
  work.publish(new CaseLeft({ participationId: subject.id, caseId: subject.case.id }));
  await recomputeParticipation(work, subject.id);
  await planParticipation(work, subject.id);
  return { id: subject.id };
}

/** What is kept of it, in the order of the columns. */
function given(input: LeaveCaseInput): (string | null)[] {
  const { decidedOn, decidedBy, decisionReference, because, decisionLink, attachmentId } = input;
  const texts = [decidedBy, decisionReference, because, decisionLink ?? ''].map((text) => text.trim());
  return [decidedOn, ...texts, attachmentId ?? null];
}

/** R8: the same once more, sent twice or by two people at once, is one leaving. */
async function hasLeftSo(work: Work, participationId: string, input: LeaveCaseInput): Promise<boolean> {
  const row = await work.one<{ same: boolean }>(
    `select (decided_on, decided_by, decision_reference, because, decision_link, attachment_id)
         is not distinct from ($2::date, $3::text, $4::text, $5::text, $6::text, $7::uuid) as same
     from leaving where participation_id = $1 and returned_at is null`,
    [participationId, ...given(input)],
  );
  return row?.same ?? false;
}
