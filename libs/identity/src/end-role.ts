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
import { hasCoordinator } from './people-subject';
import { roleById } from './people.queries';
import { GrantedRole } from './people.type';
import { RoleEnded } from './role.events';
import { mayEndRole, type PeopleSubject } from './role.permissions';
import { LastInRole } from './role.refusals';
import { isLastOfItsKind, isRegional } from './role.rules';

@InputType({ description: 'A role to be ended.' })
export class EndRoleInput {
  @Field(() => Uuid, { description: 'The role.' })
  roleId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const EndRoleResult = createUnionType({
  name: 'EndRoleResult',
  description: 'The role with its end, or why it goes on.',
  types: () =>
    [GrantedRole, NotFound, NotPermitted, InvalidInput, LastInRole, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

interface RoleToEnd extends PeopleSubject {
  readonly role: GrantedRole;
  readonly personId: string;
  /** Who holds the same role, there or for a role of the region in the whole region. */
  readonly holders: readonly string[];
}

/** Ends a role at once: the next request of its holder is refused. It stays to be seen; the deputy takes over (R12). */
@Injectable()
export class EndRole {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: EndRoleInput): Promise<GrantedRole | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'endRole',
      load: (work) => lockRole(work, input.roleId),
      may: mayEndRole,
      carryOut: (work, subject) => end(work, subject),
      answer: async (work, id) => (await roleById(work, id))!,
    });
  }
}

/** Locks everybody's role of the same kind: two who end each other's role come one after the other. */
async function lockRole(work: Work, id: string): Promise<RoleToEnd | null> {
  const found = await roleById(work, id);
  if (!found) return null;
  const { kind, organisationId, personId } = found;
  const regional = isRegional(kind, organisationId);
  const holders = await work.query<{ personId: string }>(
    `select r.person_id as "personId" from role r join person p on p.id = r.person_id
     where r.region_id = $1 and r.kind = $2 and ($3 or r.organisation_id = $4) and r.active and not p.machine
     order by r.id for update of r`,
    [work.regionId, kind, regional, organisationId],
  );
  return {
    role: (await roleById(work, id))!,
    personId,
    organisationId,
    regional,
    hasCoordinator: await hasCoordinator(work, organisationId),
    holders: holders.map((one) => one.personId),
  };
}

async function end(work: Work, { role, holders }: RoleToEnd): Promise<Done | Refusal> {
  const { id, kind, personId, organisationId, deputyOrder, active } = role;
  if (role.endedAt) return { id };
  if (active && isLastOfItsKind(kind, personId, holders)) return new LastInRole(['input', 'roleId']);
  await work.execute('update role set active = false, ended_at = $2 where id = $1 and ended_at is null', [
    id,
    work.now,
  ]);
  work.log({
    verb: 'endRole',
    subjectType: 'Role',
    subjectId: id,
    organisationId,
    before: { kind, deputyOrder, active },
    after: { ended: true },
  });
  work.publish(new RoleEnded({ roleId: id }));
  return { id };
}
