/** What a person may be to an organisation or a region. The names of the titles are product.md's. */
export type RoleKind =
  | 'SECRETARIAT'
  | 'REGIONAL_GROUP'
  | 'ADVISORY_GROUP'
  | 'COORDINATOR'
  | 'RECORDER'
  | 'CONTRIBUTOR'
  | 'READER'
  | 'AUDITOR'
  | 'UNIT_LEADER'
  | 'DIRECTOR'
  | 'CHIEF_EXECUTIVE'
  | 'PROCUREMENT_OFFICER';

/** The languages of the interface and of the refusals: Bokmål, Nynorsk, English. */
export type Language = 'NB' | 'NN' | 'EN';

/**
 * How the actor was recognised. A one-time code to the work address and a program's secret are enough for less than a
 * log-in with an identity provider; DEVELOPMENT does not exist in production; SERVICE is the worker.
 */
export type LogInMethod = 'OIDC' | 'CODE' | 'MACHINE' | 'DEVELOPMENT' | 'SERVICE';

/**
 * Who acts (R28). A person acts for one organisation at a time, in the roles held in the region; the worker acts as the
 * service, which is nobody: `personId` is null and it holds no role.
 */
export interface Actor {
  readonly personId: string | null;
  readonly name: string;
  readonly language: Language;
  readonly regionId: string;
  /** The organisation acted for; null for those who act for the region as such (secretariat, auditor). */
  readonly organisationId: string | null;
  readonly roles: readonly { readonly kind: RoleKind; readonly organisationId: string | null }[];
  readonly logIn: LogInMethod;
  /** What a program was given access to; null for people, who are bound by their roles alone. */
  readonly scopes: readonly string[] | null;
  readonly requestId: string;
}

/** Does the actor hold one of these roles in the region, or in the organisation where one is named? */
export function holds(actor: Actor, kinds: readonly RoleKind[], organisationId?: string): boolean {
  return actor.roles.some(
    (role) => kinds.includes(role.kind) && (organisationId === undefined || role.organisationId === organisationId),
  );
}

/** Does the actor act for this organisation, in one of these roles there? */
export function actsFor(actor: Actor, organisationId: string, kinds: readonly RoleKind[]): boolean {
  return actor.organisationId === organisationId && holds(actor, kinds, organisationId);
}

/** The service itself, acting in one region: jobs and sweeps. */
export function serviceActor(regionId: string, requestId: string): Actor {
  return {
    personId: null,
    name: 'Samanker',
    language: 'NB',
    regionId,
    organisationId: null,
    roles: [],
    logIn: 'SERVICE',
    scopes: null,
    requestId,
  };
}
