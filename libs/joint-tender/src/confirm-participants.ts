import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { FirstPersonNoLongerMay, peopleWhoCount } from '@samanker/identity';
import { CaseStage, lockCase, pushStage, type LockedCase } from '@samanker/procurement-case';
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
import { ParticipantsFrozen } from './joint-tender.events';
import { mayFreezeParticipants } from './joint-tender.permissions';
import { jointTenderById, jointTenderOfCase, readiness } from './joint-tender.queries';
import { NothingProposed, ProposalOutdated, ReadinessNotMet, SamePersonTwice } from './joint-tender.refusals';

@InputType({ description: 'Which case’s proposed participants to confirm.' })
export class ConfirmParticipantsInput {
  @Field(() => Uuid, { description: 'Id of the case.' })
  caseId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const ConfirmParticipantsResult = createUnionType({
  name: 'ConfirmParticipantsResult',
  description: 'The joint tender with its frozen participants, or why they were not frozen.',
  types: () =>
    [
      JointTender,
      NotFound,
      NotPermitted,
      InvalidInput,
      IdempotencyKeyReused,
      LogInTooWeak,
      ReadinessNotMet,
      SamePersonTwice,
      FirstPersonNoLongerMay,
      NothingProposed,
      ProposalOutdated,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/**
 * R24, R29: a second person freezes the participants. Everything is checked again from rows: whoever changes a
 * participation, its volumes or the case waits for the lock on the case that is held here.
 */
@Injectable()
export class ConfirmParticipants {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: ConfirmParticipantsInput): Promise<JointTender | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'confirmParticipants',
      load: (work) => lockCase(work, input.caseId),
      may: mayFreezeParticipants,
      carryOut: (work, locked) => confirm(work, locked),
      answer: async (work, id) => (await jointTenderById(work, id))!,
    });
  }
}

async function confirm(work: Work, locked: LockedCase): Promise<Done | Refusal> {
  const tender = await jointTenderOfCase(work, locked.id);
  if (!tender) return new NothingProposed(['input', 'caseId']);
  if (tender.state === JointTenderState.PARTICIPANTS_FROZEN) return tender;
  const me = work.actor.personId;
  if (tender.proposedBy === me) return new SamePersonTwice(['input', 'caseId']);
  const counting = await peopleWhoCount(work, [tender.proposedBy, me], mayFreezeParticipants.grant, locked);
  if (!counting.includes(me!)) return new NotPermitted(['input'], mayFreezeParticipants.grant);
  if (!counting.includes(tender.proposedBy)) return new FirstPersonNoLongerMay(['input', 'caseId']);
  const { conditions, latest, participants } = (await readiness(work, locked.id))!;
  if (conditions.length > 0 || !latest) return new ReadinessNotMet(['input', 'caseId'], conditions);
  if (latest.id !== tender.reportId) return new ProposalOutdated(['input', 'caseId']);

  const frozen = await work.execute(
    `update joint_tender set state = 'PARTICIPANTS_FROZEN', confirmed_by = $2, frozen_at = samanker_now()
     where id = $1 and state = 'PROPOSED' and proposed_by <> $2`,
    [tender.id, me],
  );
  if (frozen !== 1) throw new Error('The proposal changed under its lock.');
  await work.execute(
    `insert into joint_tender_participant (region_id, tender_id, part_id, organisation_id, organisation_number, organisation_name, choice)
     select $1, $2, p."partId", p."organisationId", p."organisationNumber", p."organisationName", p.choice
     from json_to_recordset($3::json) as p("partId" uuid, "organisationId" uuid, "organisationNumber" text, "organisationName" text, choice text)`,
    [work.regionId, tender.id, JSON.stringify(participants)],
  );
  await pushStage(work, locked.id, CaseStage.PARTICIPANTS_FROZEN);
  work.log({
    verb: 'confirmParticipants',
    subjectType: 'JointTender',
    subjectId: tender.id,
    caseId: locked.id,
    organisationId: locked.hostOrganisationId,
    before: { state: tender.state },
    after: {
      state: JointTenderState.PARTICIPANTS_FROZEN,
      reportNumber: latest.number,
      sha256: latest.sha256,
      participants: participants.map(({ partId, organisationId, choice }) => ({ partId, organisationId, choice })),
    },
  });
  work.publish(new ParticipantsFrozen({ tenderId: tender.id, caseId: locked.id }));
  return tender;
}
