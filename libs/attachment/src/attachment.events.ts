import { DomainEvent } from '@samanker/database';

/** A file was uploaded. */
export class AttachmentUploaded extends DomainEvent<{
  readonly attachmentId: string;
  readonly participationId: string;
  readonly caseId: string;
}> {}
