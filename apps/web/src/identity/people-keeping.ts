import { holdsHere, isSecretariat } from '../administration/parts';
import type { PeopleQuery, RoleKind } from '../generated/documents';
import type { Me } from './me';

type ListedPerson = PeopleQuery['people'][number];

/** The roles in an organisation, in the order in which they are offered. */
const MUNICIPAL: readonly RoleKind[] = [
  'COORDINATOR',
  'RECORDER',
  'CONTRIBUTOR',
  'UNIT_LEADER',
  'DIRECTOR',
  'CHIEF_EXECUTIVE',
  'PROCUREMENT_OFFICER',
  'READER',
];

/** The roles that count in the whole region: the secretariat gives them. */
const REGIONAL: readonly RoleKind[] = ['SECRETARIAT', 'REGIONAL_GROUP', 'ADVISORY_GROUP', 'AUDITOR'];

/** The names of those who coordinate there. */
export const coordinatorsOf = (people: readonly ListedPerson[]): string[] =>
  people
    .filter(({ roles }) => roles.some(({ kind, active }) => kind === 'COORDINATOR' && active))
    .map(({ name }) => name);

/** Registers people there: the organisation itself; the secretariat where nobody coordinates yet, and for the region. */
export function keepsPeople(me: Me, organisationId: string | null, people: readonly ListedPerson[]): boolean {
  if (organisationId === null) return isSecretariat(me);
  if (me.organisationId === organisationId && holdsHere(me, ['COORDINATOR', 'CHIEF_EXECUTIVE'])) return true;
  return isSecretariat(me) && coordinatorsOf(people).length === 0;
}

/** The roles that somebody may grant there. */
export function rolesToGrant(me: Me, organisationId: string | null, keeps: boolean): readonly RoleKind[] {
  if (organisationId === null) return isSecretariat(me) ? [...REGIONAL, 'READER'] : [];
  return [...(keeps ? MUNICIPAL : []), ...(isSecretariat(me) ? REGIONAL : [])];
}

/** Does the role count in the whole region? */
export const isRegionalRole = (kind: RoleKind, organisationId: string | null): boolean =>
  REGIONAL.includes(kind) || organisationId === null;
