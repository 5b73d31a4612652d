import { holds, permission, type Actor, type Grant, type RoleKind } from '@samanker/request';
import { DECIDING_ROLES, partiesOf } from '@samanker/participation';

const WRITERS: readonly RoleKind[] = [...DECIDING_ROLES, 'CONTRIBUTOR'];

/** Who takes notes about a participation: its own people, the host's coordinator and the secretariat. */
export const WRITES_NOTES: Grant = { own: WRITERS, host: ['COORDINATOR'], region: ['SECRETARIAT'] };

/** Takes notes about a participation, and writes down what a municipality says. */
export const mayWriteNote = permission(WRITES_NOTES).of(partiesOf);

/** Changes or withdraws a note: the organisation that wrote it; the secretariat those of the region as such. */
export const mayChangeNote = permission<{ readonly organisationId: string | null }>(
  { own: WRITERS, region: ['SECRETARIAT'] },
  { grantFor: ({ organisationId }) => (organisationId ? { own: WRITERS } : { region: ['SECRETARIAT'] }) },
);

/**
 * R28 in SQL: the note, or the date that was said, `n` about the participation `p` of the case `c` is seen by those who act
 * for the organisation that wrote it; where it is shared, by those who work on the case. Parameters from `at` on.
 */
export function notesSeenSql(at: number): string {
  return `(n.organisation_id = $${at}::uuid or (n.organisation_id is null and $${at + 1}::boolean) or (n.visibility = 'CASE'
      and (p.organisation_id = $${at}::uuid or c.host_organisation_id = $${at}::uuid or $${at + 2}::boolean)))`;
}

/** The three parameters of it: who asks. */
export function notesSeenBy(actor: Actor): unknown[] {
  return [actor.organisationId, holds(actor, ['SECRETARIAT']), holds(actor, ['SECRETARIAT', 'REGIONAL_GROUP'])];
}
