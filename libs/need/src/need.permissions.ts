import { permission, type Actor, type RoleKind } from '@samanker/request';

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

/** R28: what is declared is seen by the region's members, a draft by its own organisation only. */
export function maySeeNeed(
  actor: Actor,
  need: { readonly organisationId: string | null; readonly declaredAt: Date | null },
): boolean {
  return need.declaredAt !== null || actor.organisationId === need.organisationId;
}

/** The same in SQL, for the need `n`; the parameter is the organisation that the asker acts for. */
export const needsSeenSql = (parameter: string): string =>
  `(n.declared_at is not null or n.organisation_id = ${parameter})`;

/** Registers a need for the organisation acted for (R15). */
export const mayRegisterNeed = permission({ own: NEED_WRITERS });

/** R28, R29: only the organisation itself changes its needs; a draft of another one is not found. */
export const mayWriteNeed = permission<{ readonly organisationId: string; readonly declaredAt: Date | null }>(
  { own: NEED_WRITERS },
  { sees: maySeeNeed },
);
