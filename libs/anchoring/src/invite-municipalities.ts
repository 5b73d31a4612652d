import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { regionMembersOn } from '@samanker/organisation';
import { createParticipations, recheckShares, recomputeParticipation } from '@samanker/participation';
import {
  CaseClosed,
  CaseFrozen,
  CaseStage,
  lockCase,
  mayLeadCase,
  pushStage,
  refusedByStage,
  type LockedCase,
} from '@samanker/procurement-case';
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
import { MunicipalityInvited } from './anchoring.events';
import { inviteBack } from './invite-back';
import { invited, InvitedMunicipalities } from './invited-municipalities';
import { newRoutesOf } from './new-routes';
import { planParticipations } from './plan-participations';

@InputType({ description: 'Who is invited to a case.' })
export class InviteMunicipalitiesInput {
  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Field(() => [Uuid], { description: 'Organisations that are members of the region today.' })
  organisationIds!: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const InviteMunicipalitiesResult = createUnionType({
  name: 'InviteMunicipalitiesResult',
  description: 'The participations of those invited, or why nobody was.',
  types: () =>
    [
      InvitedMunicipalities,
      NotFound,
      NotPermitted,
      InvalidInput,
      IdempotencyKeyReused,
      LogInTooWeak,
      CaseFrozen,
      CaseClosed,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** Invites organisations to a case; each gets its route with dates. Again changes nothing, but brings back who has left. */
@Injectable()
export class InviteMunicipalities {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: InviteMunicipalitiesInput) {
    return this.verbs.run(asker, input, {
      verb: 'inviteMunicipalities',
      load: (work) => lockCase(work, input.caseId),
      may: mayLeadCase,
      carryOut: (work, subject) => invite(work, subject, input.organisationIds),
      answer: (work) => invited(work, input),
    });
  }
}

async function invite(work: Work, subject: LockedCase, organisationIds: readonly string[]): Promise<Done | Refusal> {
  const refused = refusedByStage(subject.stage);
  if (refused) return refused;
  if (organisationIds.length === 0) return new InvalidInput(['input', 'organisationIds'], 'REQUIRED');
  const members = new Set((await regionMembersOn(work, work.today)).map(({ id }) => id));
  const stranger = organisationIds.findIndex((id) => !members.has(id));
  if (stranger >= 0) return new InvalidInput(['input', 'organisationIds', stranger], 'UNKNOWN_ORGANISATION');
  await inviteBack(work, subject, organisationIds);
  await inviteInto(work, subject, organisationIds);
  return { id: subject.id };
}

/**
 * Invites members of the region into a locked case, in its own transaction or in that of an accepted merge proposal. Those
 * who were invited before the case was taken over here are not told once more.
 */
export async function inviteInto(
  work: Work,
  subject: LockedCase,
  organisationIds: readonly string[],
  { isTold = () => true }: { readonly isTold?: (organisationId: string) => boolean } = {},
): Promise<void> {
  const participations = await createParticipations(work, subject.id, organisationIds, { invited: true });
  const routed = await work.query<{ id: string }>(
    'select distinct participation_id as id from anchoring_step where participation_id = any($1::uuid[])',
    [[...participations.values()]],
  );
  const fresh = [...participations].filter(([, participationId]) => !routed.some(({ id }) => id === participationId));
  if (fresh.length === 0) return;
  await insertRoutes(work, fresh);
  if (subject.stage === CaseStage.PREPARING) await pushStage(work, subject.id, CaseStage.INVITED);
  for (const [organisationId, participationId] of fresh) {
    await recomputeParticipation(work, participationId);
    work.log({
      verb: 'inviteMunicipalities',
      subjectType: 'Participation',
      subjectId: participationId,
      caseId: subject.id,
      organisationId,
      after: { state: 'INVITED', decisionDeadline: subject.decisionDeadline },
    });
    if (isTold(organisationId)) work.publish(new MunicipalityInvited({ participationId, caseId: subject.id }));
  }
  await recheckShares(work, subject.id);
  await planParticipations(
    work,
    fresh.map(([, participationId]) => participationId),
    { settle: true },
  );
}

/** R1: the municipality's own template pre-fills its route, its first one; else a default one. Three statements for all. */
async function insertRoutes(work: Work, fresh: readonly (readonly [string, string])[]): Promise<void> {
  const organisationIds = fresh.map(([organisationId]) => organisationId);
  const routes = await newRoutesOf(work, organisationIds);
  const rows = fresh.flatMap(([organisationId, participationId]) => {
    const steps = routes.get(organisationId)!;
    const first = steps[0]!.parallelGroup;
    return steps.map((step) => ({ ...step, participationId, open: step.parallelGroup === first }));
  });
  await work.execute(
    `insert into anchoring_step (region_id, participation_id, position, parallel_group, kind, weight, title, role, body_id,
       working_days, state, opened_on)
     select $1, s."participationId", s.position, s."parallelGroup", s.kind, s.weight, s.title, s.role, s."bodyId", s."workingDays",
       case when s.open then 'OPEN' else 'WAITING' end, case when s.open then $3::date end
     from jsonb_to_recordset($2::jsonb) as s("participationId" uuid, position integer, "parallelGroup" integer, kind text,
       weight text, title text, role text, "bodyId" uuid, "workingDays" integer, open boolean)`,
    [work.regionId, JSON.stringify(rows), work.today],
  );
}
