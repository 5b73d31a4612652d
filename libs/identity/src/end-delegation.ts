import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import {
  IdempotencyKeyReused,
  InvalidInput,
  LogInTooWeak,
  NotFound,
  NotPermitted,
  Refusal,
  Uuid,
  type Asker,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { delegationById, lockDelegation, type DelegationToEnd } from './delegation.queries';
import { DelegationEnded } from './role.events';
import { mayEndDelegation } from './role.permissions';
import { RoleDelegation } from './role-delegation.entity';

@InputType({ description: 'A delegation to be ended before its last day.' })
export class EndDelegationInput {
  @Field(() => Uuid, { description: 'The delegation.' })
  delegationId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const EndDelegationResult = createUnionType({
  name: 'EndDelegationResult',
  description: 'The delegation with its end, or why it goes on.',
  types: () => [RoleDelegation, NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

/** Ends a delegation at once: the next request of the deputy is refused, the next mail goes to the holder again (R12). */
@Injectable()
export class EndDelegation {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: EndDelegationInput): Promise<RoleDelegation | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'endDelegation',
      load: (work) => lockDelegation(work, input.delegationId),
      may: mayEndDelegation,
      carryOut: (work, subject) => end(work, subject),
      answer: async (work, id) => (await delegationById(work, id))!,
    });
  }
}

async function end(work: Work, { delegation, organisationId }: DelegationToEnd): Promise<Done> {
  const { id, fromOn, toOn, endedAt } = delegation;
  // What has run out is over already.
  if (endedAt || toOn < work.today) return { id };
  await work.execute('update role_delegation set ended_at = $2 where id = $1 and ended_at is null', [id, work.now]);
  work.log({
    verb: 'endDelegation',
    subjectType: 'RoleDelegation',
    subjectId: id,
    organisationId,
    before: { fromOn, toOn },
    after: { ended: true },
  });
  work.publish(new DelegationEnded({ delegationId: id }));
  return { id };
}
