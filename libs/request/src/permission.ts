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
  readonly grant: Grant;
  /** May the actor know that the subject is there? Then a refusal says who may; else it is not found (R28). */
  readonly sees: (actor: Actor, subject: Subject) => boolean;
  /** The same permission asked of something that leads to the subject. */
  of<Other>(subjectOf: (other: Other) => Subject): Permission<Other>;
}

/** A permission out of its grant. What is declared is seen by every member of the region (R28), unless `sees` says less. */
export function permission<Subject extends Parties = Parties>(
  grant: Grant,
  sees: (actor: Actor, subject: Subject) => boolean = () => true,
): Permission<Subject> {
  return asPermission(grant, (actor, subject) => capacityOf(actor, grant, subject) !== null, sees);
}

function asPermission<Subject>(
  grant: Grant,
  may: (actor: Actor, subject: Subject) => boolean,
  sees: (actor: Actor, subject: Subject) => boolean,
): Permission<Subject> {
  return Object.assign((actor: Actor, subject: Subject) => may(actor, subject), {
    grant,
    sees,
    of: <Other>(subjectOf: (other: Other) => Subject): Permission<Other> =>
      asPermission<Other>(
        grant,
        (actor, other) => may(actor, subjectOf(other)),
        (actor, other) => sees(actor, subjectOf(other)),
      ),
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
