import { Injectable } from '@nestjs/common';
import {
  AttachmentSubjectRegistry,
  type Attachment,
  type AttachmentSubject,
  type AttachmentSubjects,
} from '@samanker/attachment';
import type { Work } from '@samanker/database';
import { mayAttachFile, mayOpenFile, type FileUse } from './attached-file.permissions';

/**
 * Of what use a file is: `a` is the attachment. Exempt as soon as one decision that refers to it is: what was said of it
 * elsewhere does not open it again.
 */
export const FILE_USE = `(select case when count(m.exempt_basis) > 0 then 'EXEMPT' when count(*) > 0 then 'PUBLIC'
    when exists (select from leaving g where g.attachment_id = a.id) then 'PUBLIC'
    when exists (select from act_on_behalf b where b.participation_id = a.participation_id and b.attachment_id = a.id) then 'EVIDENCE'
    else 'NONE' end
  from decision m where m.minutes_attachment_id = a.id)`;

/** Files are attached to participations and to steps: minutes of a decision, the decision to leave, and written requests to the host (R29). */
@Injectable()
export class AttachedFiles implements AttachmentSubjects {
  readonly mayAttach = mayAttachFile;

  constructor(registry: AttachmentSubjectRegistry) {
    registry.announce(this);
  }

  find(work: Work, id: string): Promise<AttachmentSubject | null> {
    return work.one(
      `select case when s.id = $1 then 'AnchoringStep' else 'Participation' end as type, $1::uuid as id,
         p.id as "participationId", p.case_id as "caseId", p.organisation_id as "organisationId",
         c.host_organisation_id as "hostOrganisationId"
       from participation p join procurement_case c on c.id = p.case_id
       left join anchoring_step s on s.participation_id = p.id and s.id = $1
       where p.id = coalesce((select participation_id from anchoring_step where id = $1), $1)`,
      [id],
      'attachment-subject',
    );
  }

  async mayOpen(work: Work, attachment: Attachment): Promise<boolean> {
    const found = await work.one<{ hostOrganisationId: string; use: FileUse }>(
      `select c.host_organisation_id as "hostOrganisationId", ${FILE_USE} as use
       from attachment a join procurement_case c on c.id = a.case_id where a.id = $1`,
      [attachment.id],
      'use-of-attachment',
    );
    return found !== null && mayOpenFile(work.actor, { ...attachment, ...found });
  }
}
