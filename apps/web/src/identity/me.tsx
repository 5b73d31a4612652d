import { createContext, useContext } from 'react';
import type { MeQuery, RoleKind } from '../generated/documents';

export type Me = MeQuery['me'];

export const MeContext = createContext<Me | null>(null);

/** Who is logged in. Only shown below the log-in. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('Nobody is logged in here.');
  return me;
}

/** The roles that decide, record and choose for an organisation (R28). */
const DECIDING: readonly RoleKind[] = [
  'COORDINATOR',
  'RECORDER',
  'UNIT_LEADER',
  'DIRECTOR',
  'CHIEF_EXECUTIVE',
  'PROCUREMENT_OFFICER',
];

/** What the pages offer to a person. The API decides; this only spares people buttons that would be refused. */
export interface Offers {
  /** Acts for the organisation itself. */
  readonly decidesFor: (organisationId: string) => boolean;
  readonly contributesFor: (organisationId: string) => boolean;
  /** Coordinates the case of this host: may act on an organisation's written behalf (R29). */
  readonly coordinatesFor: (hostOrganisationId: string) => boolean;
  readonly decidesProposals: boolean;
  readonly freezesFor: (hostOrganisationId: string) => boolean;
}

export function offersTo(me: Me): Offers {
  const holds = (kinds: readonly RoleKind[], organisationId: string | null): boolean =>
    me.roles.some((role) => kinds.includes(role.kind) && role.organisationId === organisationId);
  const acts = (organisationId: string, kinds: readonly RoleKind[]): boolean =>
    me.organisationId === organisationId && holds(kinds, organisationId);
  const regional = me.roles.some(({ kind }) => kind === 'SECRETARIAT' || kind === 'REGIONAL_GROUP');
  const secretariat = me.roles.some(({ kind }) => kind === 'SECRETARIAT');
  return {
    decidesFor: (organisationId) => acts(organisationId, DECIDING),
    contributesFor: (organisationId) => acts(organisationId, [...DECIDING, 'CONTRIBUTOR']),
    coordinatesFor: (host) => acts(host, ['COORDINATOR']),
    decidesProposals: regional,
    freezesFor: (host) =>
      secretariat || acts(host, ['COORDINATOR', 'PROCUREMENT_OFFICER', 'DIRECTOR', 'CHIEF_EXECUTIVE']),
  };
}
