import { DECIDES_FOR } from '@samanker/participation';
import { actsFor, holds, permission, type Actor, type Parties } from '@samanker/request';

/** What an attached file is, to those who did not upload it. */
export const FileUse = {
  /** Nothing refers to it: a draft, or what the host has put ready. */
  NONE: 'NONE',
  /** The written request on which the host has acted (R29). */
  EVIDENCE: 'EVIDENCE',
  /** Minutes of a decision that everybody may see. */
  PUBLIC: 'PUBLIC',
  /** Minutes of a decision that is exempt from public access. */
  EXEMPT: 'EXEMPT',
} as const;
export type FileUse = (typeof FileUse)[keyof typeof FileUse];

/** Who may attach a file to a participation or a step: those who may record decisions for it (R29). */
export const mayAttachFile = permission(DECIDES_FOR);

/** A file that is attached to a route, as far as it decides who may open it. */
export interface AttachedFile extends Parties {
  /** The organisation for which it was uploaded: the host's own when it acted on behalf. */
  readonly uploadedFor: string;
  readonly use: FileUse;
}

/**
 * R28: minutes are seen by every member of the region, unless the decision is exempt from public access; those, and
 * what the host acts on, are seen by the organisation, the host's coordinator, the secretariat and the auditor; what nothing
 * refers to is a draft and its organisation's own.
 */
export function mayOpenFile(
  actor: Actor,
  { organisationId, hostOrganisationId, uploadedFor, use }: AttachedFile,
): boolean {
  if (use === FileUse.PUBLIC || (organisationId && actor.organisationId === organisationId)) return true;
  if (use === FileUse.NONE && uploadedFor === organisationId) return false;
  return holds(actor, ['SECRETARIAT', 'AUDITOR']) || actsFor(actor, hostOrganisationId ?? '', ['COORDINATOR']);
}
