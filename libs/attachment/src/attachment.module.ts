import { Module, type DynamicModule } from '@nestjs/common';
import { Attachment } from './attachment.entity';
import { AttachmentSubjectRegistry } from './attachment-subjects';
import type { AttachmentStore } from './attachment-store';
import { ATTACHMENT_STORE } from './open-store';
import { UploadAttachment } from './upload-attachment';

export const attachmentEntities = [Attachment];

/** Files by their SHA-256, for the whole process: the words above announce what files are attached to. */
@Module({})
export class AttachmentModule {
  static register(store: AttachmentStore): DynamicModule {
    return {
      module: AttachmentModule,
      global: true,
      providers: [{ provide: ATTACHMENT_STORE, useValue: store }, AttachmentSubjectRegistry, UploadAttachment],
      exports: [ATTACHMENT_STORE, AttachmentSubjectRegistry, UploadAttachment],
    };
  }
}
