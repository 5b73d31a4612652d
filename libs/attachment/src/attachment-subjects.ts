import { Injectable } from '@nestjs/common';
import type { Work } from '@samanker/database';
import type { Permission } from '@samanker/request';
import type { Attachment } from './attachment.entity';

/** What a file is attached to, and between which organisations that stands. */
export interface AttachmentSubject {
  readonly type: string;
  readonly id: string;
  readonly participationId: string;
  readonly caseId: string;
  readonly organisationId: string;
  readonly hostOrganisationId: string;
}

/** What a higher word tells of the things of its own that files are attached to. */
export interface AttachmentSubjects {
  /** The thing of this id, or null when it is none of the word's or not to be seen. */
  find(work: Work, id: string): Promise<AttachmentSubject | null>;
  /** Who may attach a file to it. */
  readonly mayAttach: Permission<AttachmentSubject>;
  /** Who may open what is attached (R28). */
  mayOpen(work: Work, attachment: Attachment): Promise<boolean>;
}

/** Where a higher word announces what files can be attached to: this word knows no steps and no participations. */
@Injectable()
export class AttachmentSubjectRegistry {
  private announced: AttachmentSubjects | null = null;

  announce(subjects: AttachmentSubjects): void {
    this.announced = subjects;
  }

  get subjects(): AttachmentSubjects {
    if (!this.announced) throw new Error('No word has announced what files can be attached to.');
    return this.announced;
  }
}
