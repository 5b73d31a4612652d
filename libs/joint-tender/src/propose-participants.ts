import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { peopleWhoCount } from '@samanker/identity';
import { lockCase, type LockedCase } from '@samanker/procurement-case';
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
import { JointTender, JointTenderState } from './joint-tender.entity';
import { mayFreezeParticipants } from './joint-tender.permissions';
import { jointTenderById, jointTenderOfCase, readiness } from './joint-tender.queries';
import { ReadinessNotMet } from './joint-tender.refusals';

@InputType({ description: 'Which case’s participants to propose for freezing.' })
export class ProposeParticipantsInput {
  @Field(() => Uuid, { description: 'Id of the case.' })
  caseId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const ProposeParticipantsResult = createUnionType({
  name: 'ProposeParticipantsResult',
  description: 'The joint tender with its proposal, or why none was made.',
  types: () =>
    [JointTender, NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused, LogInTooWeak, ReadinessNotMet] as const,
  resolveType: (value: object) => value.constructor,
});

/** R29: the first of two people says that the participants can be frozen, on the latest frozen report. */
@Injectable()
export class ProposeParticipants {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: ProposeParticipantsInput): Promise<JointTender | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'proposeParticipants',
      load: (work) => lockCase(work, input.caseId),
      may: mayFreezeParticipants,
      carryOut: (work, locked) => propose(work, locked),
      answer: async (work, id) => (await jointTenderById(work, id))!,
    });
  }
}

async function propose(work: Work, locked: LockedCase): Promise<Done | Refusal> {
  const tender = await jointTenderOfCase(work, locked.id);
  if (tender?.state === JointTenderState.PARTICIPANTS_FROZEN) return tender;
  const { conditions, latest } = (await readiness(work, locked.id))!;
  if (conditions.length > 0 || !latest) return new ReadinessNotMet(['input', 'caseId'], conditions);
  // Proposed already on this very report: the first proposal stands, so that a double click leaves room for the second
  // person; unless whoever made it has lost the role, and could not be confirmed any more (R29).
  if (tender?.reportId === latest.id && (await stillCounts(work, tender, locked))) return tender;
  const made = (await work.one<{ id: string }>(
    `insert into joint_tender (region_id, case_id, report_id, proposed_by) values ($1, $2, $3, $4)
     on conflict (case_id) do update set report_id = excluded.report_id, proposed_by = excluded.proposed_by,
       proposed_at = samanker_now()
     returning id`,
    [work.regionId, locked.id, latest.id, work.actor.personId],
  ))!;
  work.log({
    verb: 'proposeParticipants',
    subjectType: 'JointTender',
    subjectId: made.id,
    caseId: locked.id,
    organisationId: locked.hostOrganisationId,
    before: tender && { reportId: tender.reportId },
    after: { reportId: latest.id, reportNumber: latest.number, sha256: latest.sha256 },
  });
  return made;
}

async function stillCounts(work: Work, { proposedBy }: JointTender, locked: LockedCase): Promise<boolean> {
  return (await peopleWhoCount(work, [proposedBy], mayFreezeParticipants.grant, locked)).length === 1;
}
