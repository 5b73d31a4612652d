import type { Readable } from 'node:stream';
import type { Work } from '@samanker/database';
import { Attachment } from './attachment.entity';
import type { AttachmentStore } from './attachment-store';

const PAGE = 200;

/** The columns of an attachment as its class names them; `a` is the table. */
const COLUMNS = `a.id, a.region_id as "regionId", a.sha256, a.bytes, a.media_type as "mediaType", a.name,
  a.subject_type as "subjectType", a.subject_id as "subjectId", a.participation_id as "participationId",
  a.case_id as "caseId", a.organisation_id as "organisationId", a.uploaded_by as "uploadedBy",
  a.uploaded_for as "uploadedFor", a.uploaded_at as "uploadedAt"`;

const attachmentOf = (row: object): Attachment => Object.assign(new Attachment(), row);

/** One attachment of the region, or null. Who may open it is another question. */
export async function attachmentById(work: Work, id: string): Promise<Attachment | null> {
  const row = await work.one<object>(`select ${COLUMNS} from attachment a where a.id = $1`, [id], 'attachment-by-id');
  return row && attachmentOf(row);
}

/** The attachments of these ids, by id. */
export async function attachmentsByIds(work: Work, ids: readonly string[]): Promise<Map<string, Attachment>> {
  if (ids.length === 0) return new Map();
  const rows = await work.query<{ id: string }>(
    `select ${COLUMNS} from attachment a where a.id = any($1::uuid[])`,
    [ids],
    'attachments-by-ids',
  );
  return new Map(rows.map((row) => [row.id, attachmentOf(row)]));
}

/**
 * The attachment that an act in this participation refers to, or null: somebody else's file proves nothing here. For
 * minutes of a decision and for the evidence of an act on behalf (R29).
 */
export async function attachmentFor(
  work: Work,
  id: string,
  { participationId }: { readonly participationId: string },
): Promise<Attachment | null> {
  const found = await attachmentById(work, id);
  return found?.participationId === participationId ? found : null;
}

/** A content that entries of the log may refer to by its SHA-256. */
export interface KeptContent {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  /** The content as it lies in the store; whether it has that SHA-256 is for the reader to check. */
  readonly open: () => Promise<Readable>;
}

/** Every content of the region, or of one case, once each, in the order of their hashes. */
export async function* attachmentsOf(
  work: Work,
  store: AttachmentStore,
  { caseId = null }: { readonly caseId?: string | null } = {},
): AsyncGenerator<KeptContent> {
  for (let after = ''; ;) {
    const page = await work.query<{ sha256: string; bytes: number; mediaType: string }>(
      `select distinct on (a.sha256) a.sha256, a.bytes, a.media_type as "mediaType" from attachment a
       where a.region_id = $1 and a.sha256 > $2 and ($3::uuid is null or a.case_id = $3) order by a.sha256 limit ${PAGE}`,
      [work.regionId, after, caseId],
    );
    for (const content of page)
      yield { ...content, open: () => store.read({ regionId: work.regionId, sha256: content.sha256 }) };
    if (page.length < PAGE) return;
    after = page.at(-1)!.sha256;
  }
}

/** What a person has uploaded in the region: for the person to see, oldest first. */
export async function attachmentsOfPerson(work: Work, personId: string): Promise<Attachment[]> {
  const rows = await work.query<object>(
    `select ${COLUMNS} from attachment a where a.region_id = $1 and a.uploaded_by = $2 order by a.uploaded_at, a.id`,
    [work.regionId, personId],
  );
  return rows.map(attachmentOf);
}
