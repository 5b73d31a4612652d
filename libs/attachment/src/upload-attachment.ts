import { Inject, Injectable } from '@nestjs/common';
import { Transactions, type Work } from '@samanker/database';
import { NotFound, NotPermitted, Refusal, type Asker } from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { Attachment } from './attachment.entity';
import { AttachmentUploaded } from './attachment.events';
import { attachmentById } from './attachment.queries';
import { TooManyFiles } from './attachment.refusals';
import type { AttachmentStore, StagedFile } from './attachment-store';
import { AttachmentSubjectRegistry, type AttachmentSubject } from './attachment-subjects';
import { ATTACHMENT_STORE } from './open-store';

const MOST_FILES = 200; // different ones, of one participation

/** What is uploaded, to what. */
export interface Upload {
  /** A participation or a step. */
  readonly subjectId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly file: StagedFile;
}

/** Attaches a file to something: the same content for the same thing again is the same attachment (R8). */
@Injectable()
export class UploadAttachment {
  constructor(
    private readonly verbs: Verbs,
    private readonly transactions: Transactions,
    private readonly registry: AttachmentSubjectRegistry,
    @Inject(ATTACHMENT_STORE) private readonly store: AttachmentStore,
  ) {}

  /** Whether the file needs to be read at all; the verb asks again. */
  async refusedAtTheDoor(work: Work, subjectId: string): Promise<Refusal | null> {
    const { mayAttach, ...subjects } = this.kinds;
    const subject = await subjects.find(work, subjectId);
    if (subject && mayAttach(work.actor, subject)) return null;
    const refusal =
      subject && mayAttach.sees(work.actor, subject) ? new NotPermitted([], mayAttach.grant) : new NotFound();
    this.verbs.refused.tell(work.actor, 'uploadAttachment', refusal);
    return refusal.speak(work.actor.language);
  }

  async carryOut(asker: Asker, { file, ...input }: Upload): Promise<Attachment | Refusal> {
    const begun = await this.transactions.asPerson<string | Refusal>(asker, async (work, undo) => {
      const refused =
        (await this.refusedAtTheDoor(work, input.subjectId)) ??
        (await this.refusedAsOneTooMany(work, input.subjectId, file));
      return refused ? undo(refused) : begin(work, file);
    });
    if (begun instanceof Refusal) return begun;
    await this.store.put({ regionId: begun, sha256: file.sha256 }, file);
    return this.verbs.run(
      asker,
      { ...input, idempotencyKey: null },
      {
        verb: 'uploadAttachment',
        load: (work) => this.kinds.find(work, input.subjectId),
        may: this.kinds.mayAttach,
        carryOut: (work, subject) => attach(work, subject, { file, ...input }),
        answer: (work, id) => attachmentById(work, id) as Promise<Attachment>,
      },
    );
  }

  /** Before anything is stored: what is refused must not fill the store. */
  private async refusedAsOneTooMany(work: Work, subjectId: string, { sha256 }: StagedFile): Promise<Refusal | null> {
    const subject = await this.kinds.find(work, subjectId);
    if (!subject || (await attached(work, sha256, subject.id))) return null;
    const full = (await filesOf(work, subject.participationId)) >= MOST_FILES;
    return full ? new TooManyFiles(MOST_FILES).speak(work.actor.language) : null;
  }

  private get kinds() {
    const { subjects } = this.registry;
    return { find: subjects.find.bind(subjects), mayAttach: subjects.mayAttach };
  }
}

/** Says beforehand what will be stored: should the rest fail, the sweep knows what nobody refers to. */
async function begin(work: Work, { sha256 }: StagedFile): Promise<string> {
  // A sweep of the same content holds the row: this waits for it, and then stores anew what it has removed.
  await work.execute(
    `insert into attachment_upload (region_id, sha256) values ($1, $2)
     on conflict (region_id, sha256) do update set begun_at = now()`,
    [work.regionId, sha256],
  );
  return work.regionId;
}

async function attach(work: Work, subject: AttachmentSubject, upload: Upload): Promise<Done> {
  const { sha256, bytes } = upload.file;
  const known = await attached(work, sha256, subject.id);
  const row =
    known ??
    (await work.one<Done>(
      `insert into attachment (region_id, sha256, bytes, media_type, name, subject_type, subject_id, participation_id, case_id,
         organisation_id, uploaded_by, uploaded_for, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (region_id, sha256, subject_id) do nothing returning id`,
      [
        work.regionId,
        sha256,
        bytes,
        upload.mediaType,
        upload.name,
        subject.type,
        subject.id,
        subject.participationId,
        subject.caseId,
        subject.organisationId,
        work.actor.personId,
        work.actor.organisationId,
        work.now,
      ],
    ));
  await work.execute('delete from attachment_upload where region_id = $1 and sha256 = $2', [work.regionId, sha256]);
  if (known) return known;
  // Somebody else was quicker by an instant; the insert has waited for that commit.
  if (!row) return (await attached(work, sha256, subject.id))!;
  work.log({
    verb: 'uploadAttachment',
    subjectType: subject.type,
    subjectId: subject.id,
    caseId: subject.caseId,
    organisationId: subject.organisationId,
    // The name may be somebody's; it stands in no log.
    after: { attachmentId: row.id, attachmentSha256: sha256, bytes, mediaType: upload.mediaType },
  });
  const { participationId, caseId } = subject;
  work.publish(new AttachmentUploaded({ attachmentId: row.id, participationId, caseId }));
  return row;
}

function attached(work: Work, sha256: string, subjectId: string): Promise<Done | null> {
  return work.one('select id from attachment where region_id = $1 and sha256 = $2 and subject_id = $3', [
    work.regionId,
    sha256,
    subjectId,
  ]);
}

async function filesOf(work: Work, participationId: string): Promise<number> {
  const row = await work.one<{ count: number }>(
    'select count(*)::int as count from attachment where participation_id = $1',
    [participationId],
  );
  return row!.count;
}
