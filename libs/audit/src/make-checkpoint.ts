import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { LogKeys, takeCheckpoint } from '@samanker/decision-log';
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
import { CheckpointMade } from './audit.events';
import { mayAudit } from './audit.permissions';
import { checkpointsByIds } from './audit.queries';
import { DecisionLogBroken } from './audit.refusals';
import { LogCheckpoint } from './log-checkpoint.type';

@InputType({ description: 'Nothing but a key to repeat the request with.' })
export class MakeCheckpointInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const MakeCheckpointResult = createUnionType({
  name: 'MakeCheckpointResult',
  description: 'The checkpoint, the last one when nothing has come since, or why none was taken.',
  types: () =>
    [
      LogCheckpoint,
      NotFound,
      NotPermitted,
      InvalidInput,
      IdempotencyKeyReused,
      LogInTooWeak,
      DecisionLogBroken,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** R31: takes a signed checkpoint of the log now, to be kept elsewhere. */
@Injectable()
export class MakeCheckpoint {
  constructor(
    private readonly verbs: Verbs,
    private readonly keys: LogKeys,
  ) {}

  carryOut(asker: Asker, input: MakeCheckpointInput): Promise<LogCheckpoint | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'makeCheckpoint',
      load: async () => ({}),
      may: mayAudit,
      carryOut: (work) => make(work, this.keys),
      answer: async (work, id) => (await checkpointsByIds(work, [id])).get(id)!,
    });
  }
}

async function make(work: Work, keys: LogKeys): Promise<Done | Refusal> {
  const taken = await takeCheckpoint(work, keys, false);
  if (taken.kind === 'BROKEN')
    return DecisionLogBroken.at(taken.fault?.seq ?? null, taken.checkpointFault?.number ?? null);
  if (taken.kind === 'NOTHING_NEW') return (await lastCheckpoint(work)) ?? new NotFound(['input']);
  work.log({
    verb: 'makeCheckpoint',
    subjectType: 'LogCheckpoint',
    subjectId: taken.id,
    after: { number: taken.number, entries: taken.seq },
  });
  work.publish(new CheckpointMade({ checkpointId: taken.id }));
  return { id: taken.id };
}

function lastCheckpoint(work: Work): Promise<Done | null> {
  return work.one<Done>('select id from decision_log_checkpoint where region_id = $1 order by number desc limit 1', [
    work.regionId,
  ]);
}
