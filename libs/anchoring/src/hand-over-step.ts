import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { DECIDING_ROLES, ParticipationWithdrawn } from '@samanker/participation';
import { CaseClosed } from '@samanker/procurement-case';
import {
  IdempotencyKeyReused,
  InvalidInput,
  LogInTooWeak,
  NotFound,
  NotPermitted,
  Uuid,
  type Asker,
  type Refusal,
  type RoleKind,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { AnchoringStep } from './anchoring-step.entity';
import { StepReassigned } from './anchoring.events';
import { mayHandOverStep } from './anchoring.permissions';
import { anchoringStepById } from './anchoring.queries';
import { ColleagueCannotDecide, StepDone } from './anchoring.refusals';
import { mayHandOver } from './hand-over.rules';
import { heldBack, lockStep, type LockedStep } from './lock-step';
import { planParticipation } from './plan-participations';

@InputType({ description: 'Who is to be asked about a step instead.' })
export class HandOverStepInput {
  @Field(() => Uuid, { description: 'The step.' })
  stepId!: string;

  @Field(() => Uuid, {
    nullable: true,
    description: 'A colleague with a role that decides there; left out to hand it back to whoever holds the role.',
  })
  personId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const HandOverStepResult = createUnionType({
  name: 'HandOverStepResult',
  description: 'The step with who is asked now, or why it was not handed over.',
  types: () =>
    [
      AnchoringStep,
      NotFound,
      NotPermitted,
      InvalidInput,
      IdempotencyKeyReused,
      LogInTooWeak,
      ColleagueCannotDecide,
      StepDone,
      ParticipationWithdrawn,
      CaseClosed,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** "Not me, ask NN" (R12): one step is asked of one colleague, who is reminded from now on. */
@Injectable()
export class HandOverStep {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: HandOverStepInput) {
    return this.verbs.run(asker, input, {
      verb: 'handOverStep',
      load: (work) => lockStep(work, input.stepId),
      may: mayHandOverStep,
      carryOut: (work, locked) => handOver(work, locked, input.personId ?? null),
      answer: (work, id) => anchoringStepById(work, id) as Promise<AnchoringStep>,
    });
  }
}

async function handOver(work: Work, locked: LockedStep, personId: string | null): Promise<Done | Refusal> {
  const { participation, step } = locked;
  const held = heldBack(locked);
  if (held) return held;
  const { id: participationId, organisationId } = participation;
  const no = mayHandOver(
    step,
    personId === null ? null : await rolesOf(work, organisationId, personId),
    DECIDING_ROLES,
  );
  if (no) return no === 'DONE' ? new StepDone() : new ColleagueCannotDecide(['input', 'personId']);
  if (step.askedPersonId === personId) return { id: step.id };
  await work.execute('update anchoring_step set asked_person_id = $2, version = version + 1 where id = $1', [
    step.id,
    personId,
  ]);
  // R32: that it was handed over, not to whom: that stands in the row.
  work.log({
    verb: 'handOverStep',
    subjectType: 'AnchoringStep',
    subjectId: step.id,
    caseId: participation.case.id,
    organisationId,
    before: { askedInParticular: step.askedPersonId !== null },
    after: { askedInParticular: personId !== null },
  });
  work.publish(new StepReassigned({ stepId: step.id, participationId, caseId: participation.case.id }));
  await planParticipation(work, participationId);
  return { id: step.id };
}

/** The roles of a colleague there today; none for strangers and programs. */
async function rolesOf(work: Work, organisationId: string, personId: string): Promise<RoleKind[]> {
  const rows = await work.query<{ kind: RoleKind }>(
    `select distinct r.kind from role r join person p on p.id = r.person_id and not p.machine
     where r.region_id = $1 and r.organisation_id = $2 and r.person_id = $3 and r.active`,
    [work.regionId, organisationId, personId],
  );
  return rows.map(({ kind }) => kind);
}
