import type { Actor } from '@samanker/request';

/** R28: what is saved and not yet declared is seen by the organisation's own people only. */
export function maySeeDrafts(actor: Actor, { organisationId }: { readonly organisationId: string }): boolean {
  return actor.organisationId === organisationId;
}

/** The same in SQL, for the participation `p`; the parameter is the organisation that the asker acts for. */
export const draftsSeenSql = (parameter: string): string => `p.organisation_id = ${parameter}::uuid`;
