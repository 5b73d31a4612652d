import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType, Int } from '@nestjs/graphql';
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
  type RoleKind,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { lockPerson, type PersonToChange } from './lock-person';
import { keepRegistration, peopleSubject } from './people-subject';
import { roleById } from './people.queries';
import { GrantedRole } from './people.type';
import { RoleName } from './person.entity';
import { RoleGranted } from './role.events';
import { isOneself, mayGrantRole, type PeopleSubject } from './role.permissions';
import { RoleForOneself } from './role.refusals';
import { isRegional, lacksOrganisation, MOST_DEPUTIES } from './role.rules';

@InputType({ description: 'A role for a person.' })
export class GrantRoleInput {
  @Field(() => Uuid, { description: 'The person; registered in the region.' })
  personId!: string;

  @Field(() => RoleName, { description: 'Which role.' })
  kind!: RoleKind;

  @Field(() => Uuid, {
    nullable: true,
    description: 'In which organisation; left out for a role in the region as such.',
  })
  organisationId?: string | null;

  @Field(() => Int, {
    defaultValue: 0,
    description: '0 to hold the role; 1 to 9 as deputy, in this order.',
  })
  deputyOrder!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const GrantRoleResult = createUnionType({
  name: 'GrantRoleResult',
  description: 'The role, or why it was not granted.',
  types: () =>
    [GrantedRole, NotFound, NotPermitted, InvalidInput, RoleForOneself, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

interface Granting {
  readonly person: PersonToChange;
  readonly place: PeopleSubject;
}

/** Grants a role, or moves a deputy to another place in the order (R12). The same role again changes nothing. */
@Injectable()
export class GrantRole {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: GrantRoleInput): Promise<GrantedRole | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'grantRole',
      load: (work) => load(work, input),
      may: mayGrantRole.of(({ place }: Granting) => place),
      carryOut: (work, { person, place }) => grant(work, person, place.organisationId, input),
      answer: async (work, id) => (await roleById(work, id))!,
    });
  }
}

async function load(
  work: Work,
  { personId, kind, organisationId = null }: GrantRoleInput,
): Promise<Granting | Refusal | null> {
  if (lacksOrganisation(kind, organisationId)) return new InvalidInput(['input', 'organisationId'], 'REQUIRED');
  const place = await peopleSubject(work, organisationId);
  const person = place && (await lockPerson(work, personId));
  return person && { person, place: { ...place, regional: isRegional(kind, organisationId) } };
}

async function grant(
  work: Work,
  { personId }: PersonToChange,
  organisationId: string | null,
  { kind, deputyOrder }: GrantRoleInput,
): Promise<Done | Refusal> {
  if (isOneself(work.actor, { personId })) return new RoleForOneself(['input', 'personId']);
  if (deputyOrder < 0) return new InvalidInput(['input', 'deputyOrder'], 'NEGATIVE');
  if (deputyOrder > MOST_DEPUTIES) return new InvalidInput(['input', 'deputyOrder'], 'TOO_LARGE', MOST_DEPUTIES);
  const held = await work.one<{ id: string; deputyOrder: number; active: boolean }>(
    `select id, deputy_order as "deputyOrder", active from role where region_id = $1 and person_id = $2 and kind = $3
       and organisation_id is not distinct from $4 and ended_at is null for update`,
    [work.regionId, personId, kind, organisationId],
  );
  if (held?.active && held.deputyOrder === deputyOrder) return { id: held.id };
  const row = held
    ? await work.one<Done>('update role set deputy_order = $2, active = true where id = $1 returning id', [
        held.id,
        deputyOrder,
      ])
    : await work.one<Done>(
        `insert into role (region_id, person_id, kind, organisation_id, deputy_order, granted_at)
         values ($1, $2, $3, $4, $5, $6) returning id`,
        [work.regionId, personId, kind, organisationId, deputyOrder, work.now],
      );
  await keepRegistration(work, personId, organisationId);
  work.log({
    verb: 'grantRole',
    subjectType: 'Role',
    subjectId: row!.id,
    organisationId,
    before: held && { deputyOrder: held.deputyOrder, active: held.active },
    after: { kind, deputyOrder },
  });
  work.publish(new RoleGranted({ roleId: row!.id }));
  return row!;
}
