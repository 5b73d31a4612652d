import { actsFor, holds, permission, type Actor, type Grant, type Parties, type RoleKind } from '@samanker/request';

/** Roles that count in the whole region, whatever organisation their holder comes from: the secretariat alone grants them. */
export const REGIONAL_ROLES: readonly RoleKind[] = ['SECRETARIAT', 'REGIONAL_GROUP', 'ADVISORY_GROUP', 'AUDITOR'];

const OWN: Grant = { own: ['COORDINATOR', 'CHIEF_EXECUTIVE'] };
const REGION: Grant = { region: ['SECRETARIAT'] };
const KEEPERS: Grant = { ...OWN, ...REGION };

/** Whose people, or whose roles, it is about. */
export interface PeopleSubject extends Parties {
  /** The organisation; null for the region as such. */
  readonly organisationId: string | null;
  /** A role, or a person, of the region as such. */
  readonly regional: boolean;
  /** Somebody coordinates there who can do it. */
  readonly hasCoordinator: boolean;
}

/** The organisation itself; the secretariat for the region as such and where nobody coordinates yet. */
function keepersOf({ regional, hasCoordinator }: PeopleSubject): Grant {
  if (regional) return REGION;
  return hasCoordinator ? OWN : KEEPERS;
}

/** Registers people. */
export const mayRegisterPerson = permission<PeopleSubject>(KEEPERS, { grantFor: keepersOf });

/** Grants roles. Nobody grants one to themself: that is asked besides (`isOneself`). */
export const mayGrantRole = permission<PeopleSubject>(KEEPERS, { grantFor: keepersOf });

/** Ends roles; whoever holds one may lay it down. */
export const mayEndRole = permission<PeopleSubject & { readonly personId: string }>(KEEPERS, {
  grantFor: keepersOf,
  also: isOneself,
});

/** Changes what is registered of a person; everybody keeps their own name, phone and language. */
export const mayChangePerson = permission<PeopleSubject & { readonly personId: string }>(KEEPERS, {
  grantFor: keepersOf,
  also: isOneself,
});

/** The work address is where codes go and who somebody is: it is kept by those who register people, not by the person. */
export const mayChangeAddress = permission<PeopleSubject>(KEEPERS, { grantFor: keepersOf });

/** Leaves a role to a deputy; whoever holds a role in an organisation leaves it themself (R12). */
export const mayDelegateRole = permission<PeopleSubject & { readonly personId: string }>(KEEPERS, {
  grantFor: keepersOf,
  also: (actor, subject) => !subject.regional && isOneself(actor, subject),
});

/** Ends a delegation; the holder takes the role back, the deputy lays it down. */
export const mayEndDelegation = permission<PeopleSubject & { readonly personId: string; readonly deputyId: string }>(
  KEEPERS,
  {
    grantFor: keepersOf,
    also: (actor, { personId, deputyId }) => actor.personId === personId || actor.personId === deputyId,
  },
);

/** Is it about the actor? */
export function isOneself(actor: Actor, { personId }: { readonly personId: string }): boolean {
  return actor.personId === personId;
}

/** R28: who holds which role is seen by the region; who is registered without a role by their own and the secretariat. */
export function maySeeRegistered(actor: Actor, organisationId: string | null): boolean {
  return (organisationId !== null && actor.organisationId === organisationId) || holds(actor, ['SECRETARIAT']);
}

/**
 * R28: addresses are seen by the own organisation, the coordinator of a case that it takes part in, and the secretariat. In
 * SQL for the people of one organisation, its id in the parameter `$1`; the others stand from `at` on.
 */
export function addressesSeenSql(
  actor: Actor,
  organisationId: string | null,
  at: number,
): { readonly sql: string; readonly parameters: unknown[] } {
  const own = actor.organisationId;
  return {
    sql: `($${at}::boolean or exists (select from participation seen join procurement_case led on led.id = seen.case_id
       where seen.organisation_id = $1 and led.host_organisation_id = $${at + 1}::uuid))`,
    parameters: [
      maySeeRegistered(actor, organisationId),
      own !== null && actsFor(actor, own, ['COORDINATOR']) ? own : null,
    ],
  };
}
