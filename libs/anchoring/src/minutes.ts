import { Attachment, attachmentFor } from '@samanker/attachment';
import type { Work } from '@samanker/database';
import { InvalidInput, type Actor } from '@samanker/request';
import { mayOpenFile, type AttachedFile } from './attached-file.permissions';
import { FILE_USE } from './attached-files';
import type { DecisionDetailsInput } from './decision-details-input';
import type { LockedStep } from './lock-step';

/** The minutes of the decision `d` as a file, with what decides who may open it. */
export const MINUTES = `(select json_build_object('id', a.id, 'sha256', a.sha256, 'bytes', a.bytes, 'mediaType', a.media_type,
    'name', a.name, 'uploadedAt', to_char(a.uploaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'organisationId', a.organisation_id, 'uploadedFor', a.uploaded_for, 'hostOrganisationId', c.host_organisation_id, 'use', ${FILE_USE})
  from attachment a join procurement_case c on c.id = a.case_id where a.id = d.minutes_attachment_id)`;

/** The minutes of a decision as they come from the database. */
export type MinutesRow = AttachedFile &
  Pick<Attachment, 'id' | 'sha256' | 'bytes' | 'mediaType' | 'name' | 'uploadedAt'>;

/** R28: the file as this person may know of it; its name can tell what the decision keeps from the public. */
export function minutesShown(row: MinutesRow | null, actor: Actor): Attachment | null {
  return row && mayOpenFile(actor, row) ? Object.assign(new Attachment(), row) : null;
}

/** The file that a decision names as its minutes: one of this very participation, and the one whose hash is given. */
export async function minutesOf(
  work: Work,
  { participation }: LockedStep,
  details: DecisionDetailsInput | null | undefined,
): Promise<Attachment | null | InvalidInput> {
  if (!details?.minutesAttachmentId) return null;
  const path = ['input', 'details'];
  const found = await attachmentFor(work, details.minutesAttachmentId, { participationId: participation.id });
  if (!found) return new InvalidInput([...path, 'minutesAttachmentId'], 'UNKNOWN_REFERENCE');
  return details.minutesSha256 && details.minutesSha256 !== found.sha256
    ? new InvalidInput([...path, 'minutesSha256'], 'NOT_ALLOWED_HERE')
    : found;
}
