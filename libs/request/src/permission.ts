import { actsFor, holds, type Actor, type RoleKind } from './actor';

/** The organisations that a subject stands between: the one it belongs to, and the host of its case. */
export interface Parties {
  readonly organisationId?: string | null;
  readonly hostOrganisationId?: string | null;
}

/** Who may, as data: so that guard, refusal, queries and documentation say the same. */
export interface Grant {
  /** These roles at the organisation that the subject belongs to, acting for it. */
  readonly own?: readonly RoleKind[];
  /** These roles at the host of the case, acting for it. */
  readonly host?: readonly RoleKind[];
  /** These roles at the host, on the organisation's written behalf, which is marked for ever (R29). */
  readonly hostOnBehalf?: readonly RoleKind[];
  /** These roles in the region, whatever organisation is acted for. */
  readonly region?: readonly RoleKind[];
}

/** In which capacity somebody may: the keys of a grant. */
export type Capacity = keyof Grant;
export const CAPACITIES: readonly Capacity[] = ['own', 'host', 'hostOnBehalf', 'region'];

/** A permission is a question that can be asked of an actor and a subject, and that can say who may and who sees. */
export interface Permission<Subject> {
  (actor: Actor, subject: Subject): boolean;
  /** Everybody who may, whatever the subject. */
  readonly grant: Grant;
  /** Who may here, where it depends on the subject. */
  readonly grantFor: (subject: Subject) => Grant;
  /** May the actor know that the subject is there? Then a refusal says who may; else it is not found (R28). */
  readonly sees: (actor: Actor, subject: Subject) => boolean;
  /** The same permission asked of something that leads to the subject. */
  of<Other>(subjectOf: (other: Other) => Subject): Permission<Other>;
}

/** How a permission differs from its grant asked of every subject that all members of the region see. */
export interface Differently<Subject> {
  readonly sees?: (actor: Actor, subject: Subject) => boolean;
  /** The part of the grant that holds for this subject. */
  readonly grantFor?: (subject: Subject) => Grant;
  /** Somebody who may besides, whatever the role: the person that it is about. */
  readonly also?: (actor: Actor, subject: Subject) => boolean;
}

/** A permission out of its grant. What is declared is seen by every member of the region (R28), unless `sees` says less. */
export function permission<Subject extends Parties = Parties>(
  grant: Grant,
  { sees = () => true, grantFor = () => grant, also = () => false }: Differently<Subject> = {},
): Permission<Subject> {
  const may = (actor: Actor, subject: Subject): boolean =>
    capacityOf(actor, grantFor(subject), subject) !== null || also(actor, subject);
  return asPermission(grant, may, { sees, grantFor });
}

function asPermission<Subject>(
  grant: Grant,
  may: (actor: Actor, subject: Subject) => boolean,
  { sees, grantFor }: Pick<Permission<Subject>, 'sees' | 'grantFor'>,
): Permission<Subject> {
  return Object.assign((actor: Actor, subject: Subject) => may(actor, subject), {
    grant,
    sees,
    grantFor,
    of: <Other>(subjectOf: (other: Other) => Subject): Permission<Other> =>
      asPermission<Other>(grant, (actor, other) => may(actor, subjectOf(other)), {
        sees: (actor, other) => sees(actor, subjectOf(other)),
        grantFor: (other) => grantFor(subjectOf(other)),
      }),
  });
}

/** The capacity in which an actor may, the organisation's own first; null when in none. */
export function capacityOf(
  actor: Actor,
  grant: Grant,
  { organisationId, hostOrganisationId }: Parties,
): Capacity | null {
  const at = (organisation: string | null | undefined, kinds: readonly RoleKind[] | undefined): boolean =>
    kinds !== undefined && Boolean(organisation) && actsFor(actor, organisation!, kinds);
  if (at(organisationId, grant.own)) return 'own';
  if (at(hostOrganisationId, grant.host)) return 'host';
  // At the host's own participation the host speaks for itself, in the roles that this takes.
  if (organisationId !== hostOrganisationId && at(hostOrganisationId, grant.hostOnBehalf)) return 'hostOnBehalf';
  return grant.region && holds(actor, grant.region) ? 'region' : null;
}
