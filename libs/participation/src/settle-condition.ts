import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { refusedByStage } from '@samanker/procurement-case';
import { InvalidInput, Refusal, Uuid, type Asker } from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { logAbout } from './act-on-participation';
import { ConditionState } from './condition.entity';
import { lockParticipation, type LockedParticipation } from './lock-participation';
import { participationAnswers } from './participation-result';
import { Participation } from './participation.entity';
import { maySettleConditions } from './participation.permissions';
import { participationById } from './participation.queries';
import { recomputeParticipation } from './recompute-participation';

@InputType({ description: 'How a condition of a decision was settled.' })
export class SettleConditionInput {
  @Field(() => Uuid, { description: 'The condition.' })
  conditionId!: string;

  @Field(() => ConditionState, { description: 'MET, or NOT_ACCEPTED: then the organisation must decide again.' })
  state!: ConditionState;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const SettleConditionResult = createUnionType({
  name: 'SettleConditionResult',
  description: 'The participation with the condition settled, or why it was not.',
  types: () => participationAnswers,
  resolveType: (value: object) => value.constructor,
});

interface Settling {
  readonly participation: LockedParticipation;
  readonly state: ConditionState;
}

/** Settles a condition (R3): the host says whether it is met or cannot be accepted. */
@Injectable()
export class SettleCondition {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: SettleConditionInput): Promise<Participation | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'settleCondition',
      load: (work) => load(work, input.conditionId),
      may: maySettleConditions.of(({ participation }: Settling) => participation),
      carryOut: async (work, { participation, state }) => {
        const refused = refusedByStage(participation.case.stage);
        if (refused) return refused;
        if (input.state === ConditionState.OPEN) return new InvalidInput(['input', 'state'], 'NOT_ALLOWED_HERE');
        if (input.state === state) return { id: participation.id };
        await work.execute('update condition set state = $2, settled_at = $3 where id = $1', [
          input.conditionId,
          input.state,
          work.now,
        ]);
        work.log({
          verb: 'settleCondition',
          ...logAbout(participation),
          before: { conditionId: input.conditionId, state },
          after: { conditionId: input.conditionId, state: input.state },
        });
        await recomputeParticipation(work, participation.id);
        return { id: participation.id };
      },
      answer: async (work, id) => (await participationById(work, id))!,
    });
  }
}

async function load(work: Work, conditionId: string): Promise<Settling | null> {
  const found = await work.one<{ participationId: string }>(
    'select participation_id as "participationId" from condition where id = $1 and superseded_at is null',
    [conditionId],
  );
  const participation = found && (await lockParticipation(work, found.participationId));
  if (!participation) return null;
  // Read again under the lock: somebody may have settled it meanwhile.
  const row = await work.one<{ state: ConditionState }>(
    'select state from condition where id = $1 and superseded_at is null',
    [conditionId],
  );
  return row && { participation, state: row.state };
}
