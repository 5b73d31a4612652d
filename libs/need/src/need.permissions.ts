import { actsFor, type Actor, type RoleKind } from '@samanker/request';

/** Those who may say what an organisation needs (R28). Readers and auditors only read. */
const NEED_WRITERS: readonly RoleKind[] = [
  'CONTRIBUTOR',
  'COORDINATOR',
  'RECORDER',
  'UNIT_LEADER',
  'DIRECTOR',
  'CHIEF_EXECUTIVE',
  'PROCUREMENT_OFFICER',
];

/** R28, R29: only the organisation itself registers and changes its needs. */
export function mayWriteNeed(actor: Actor, need: { readonly organisationId: string }): boolean {
  return actsFor(actor, need.organisationId, NEED_WRITERS);
}

/** R28: what is declared is seen by the region's members, a draft by its own organisation only. */
export function maySeeNeed(
  actor: Actor,
  need: { readonly organisationId: string; readonly declaredAt: Date | null },
): boolean {
  return need.declaredAt !== null || actor.organisationId === need.organisationId;
}
