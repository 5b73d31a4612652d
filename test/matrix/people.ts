import type { RoleKind } from '@samanker/request';
import type { CompleteRegion } from '../builders/complete-region';
import { aPerson, type BuiltPerson } from '../builders/organisation';
import type { Client, SamankerUnderTest } from '../environment/samanker';

/** Whoever looks: one role in one place. */
export interface Somebody {
  /** As it is written in the expectations, for example own.COORDINATOR or secretariat. */
  readonly name: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly role: RoleKind;
  readonly client: Client;
}

const ALL: readonly RoleKind[] = [
  'COORDINATOR',
  'RECORDER',
  'CONTRIBUTOR',
  'READER',
  'AUDITOR',
  'UNIT_LEADER',
  'DIRECTOR',
  'CHIEF_EXECUTIVE',
  'PROCUREMENT_OFFICER',
  'SECRETARIAT',
  'REGIONAL_GROUP',
  'ADVISORY_GROUP',
];
/** Those who act for the region as such, by the name that the expectations give them. */
export const REGIONAL: Readonly<Partial<Record<RoleKind, string>>> = {
  SECRETARIAT: 'secretariat',
  REGIONAL_GROUP: 'regional-group',
  ADVISORY_GROUP: 'advisory-group',
  AUDITOR: 'auditor',
  READER: 'reader',
};
export const PLACES = ['own', 'host', 'member'] as const;
/** One of each kind, where not everybody is asked. */
const FEW: readonly RoleKind[] = ['COORDINATOR', 'READER', 'CHIEF_EXECUTIVE'];

/** Everybody: every role in every place; or a few, of which each class of the expectations has somebody. */
export async function everybody(
  env: SamankerUnderTest,
  region: CompleteRegion,
  { few = false } = {},
): Promise<Somebody[]> {
  const people: Somebody[] = [];
  const add = async (name: string, role: RoleKind, organisationId: string | null): Promise<void> => {
    const person: BuiltPerson = await aPerson(env, region.regionId, { organisationId, roles: [role], deputyOrder: 9 });
    people.push({ name, role, organisationId, personId: person.personId, client: await env.as(person) });
  };
  for (const place of PLACES) for (const role of few ? FEW : ALL) await add(`${place}.${role}`, role, region[place]);
  for (const [role, name] of Object.entries(REGIONAL)) await add(name, role as RoleKind, null);
  return people;
}
