import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import {
  IdempotencyKeyReused,
  InvalidInput,
  LocalDateScalar,
  LogInTooWeak,
  NotFound,
  NotPermitted,
  Refusal,
  Uuid,
  type Asker,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { delegationById, lockRoleToDelegate, type RoleToDelegate } from './delegation.queries';
import { faultOfPeriod, overlapping } from './delegation.rules';
import { RoleDelegated } from './role.events';
import { mayDelegateRole } from './role.permissions';
import { DelegatedAlready, NotColleague, RoleForOneself } from './role.refusals';
import { RoleDelegation } from './role-delegation.entity';

@InputType({ description: 'Who stands in for whom, in which role, from when to when.' })
export class DelegateRoleInput {
  @Field(() => Uuid, { description: 'The role, as it is held.' })
  roleId!: string;

  @Field(() => Uuid, { description: 'The deputy: registered at the same organisation, or holding a role there.' })
  personId!: string;

  @Field(() => LocalDateScalar, { description: 'The first day; today or later.' })
  fromOn!: string;

  @Field(() => LocalDateScalar, { description: 'The last day; at most twelve months after the first.' })
  toOn!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const DelegateRoleResult = createUnionType({
  name: 'DelegateRoleResult',
  description: 'The delegation, or why there is none.',
  types: () =>
    [
      RoleDelegation,
      NotFound,
      NotPermitted,
      InvalidInput,
      RoleForOneself,
      NotColleague,
      DelegatedAlready,
      IdempotencyKeyReused,
      LogInTooWeak,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** Leaves a role to a deputy for a period (R12): mails and rights follow the calendar, nothing else has to be done. */
@Injectable()
export class DelegateRole {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: DelegateRoleInput): Promise<RoleDelegation | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'delegateRole',
      load: (work) => lockRoleToDelegate(work, input.roleId, input.personId),
      may: mayDelegateRole,
      carryOut: (work, subject) => delegate(work, subject, input),
      answer: async (work, id) => (await delegationById(work, id))!,
    });
  }
}

async function delegate(
  work: Work,
  subject: RoleToDelegate,
  { roleId, personId, fromOn, toOn }: DelegateRoleInput,
): Promise<Done | Refusal> {
  // Nobody stands in for themself, and nobody takes somebody else's role for themself.
  if (personId === subject.personId || personId === work.actor.personId)
    return new RoleForOneself(['input', 'personId']);
  const fault = faultOfPeriod({ fromOn, toOn }, work.today);
  if (fault) return fault;
  if (!subject.isColleague) return new NotColleague(['input', 'personId']);
  const taken = overlapping({ fromOn, toOn }, subject.standing);
  if (taken?.personId === personId && taken.fromOn === fromOn && taken.toOn === toOn) return { id: taken.id };
  if (taken) return new DelegatedAlready(['input', 'fromOn'], taken);
  const made = await work.one<Done>(
    `insert into role_delegation (region_id, role_id, person_id, from_on, to_on, delegated_at)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [work.regionId, roleId, personId, fromOn, toOn, work.now],
  );
  work.log({
    verb: 'delegateRole',
    subjectType: 'RoleDelegation',
    subjectId: made!.id,
    organisationId: subject.organisationId,
    after: { roleId, kind: subject.kind, fromOn, toOn },
  });
  work.publish(new RoleDelegated({ delegationId: made!.id }));
  return made!;
}
