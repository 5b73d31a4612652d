import { open, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Attachment } from './attachment.entity';
import { ContentMissing, StoreUnavailable, type AttachmentStore } from './attachment-store';
import { stage } from './stage';

/** What lies in the store is not what was uploaded; it is shown to nobody. */
export class ContentChanged extends Error {
  override readonly name = 'ContentChanged';
}

/**
 * The content of an attachment, hashed once more before anybody gets the first byte of it. It is read from a copy that
 * has no name any more: what was hashed is what is sent, whatever happens to the store meanwhile.
 */
export async function verifiedContent(
  store: AttachmentStore,
  { regionId, sha256, bytes }: Pick<Attachment, 'regionId' | 'sha256' | 'bytes'>,
): Promise<Readable> {
  const changed = (): Error => new ContentChanged(`content ${sha256}`);
  let copy;
  try {
    const source = await store.read({ regionId, sha256 });
    copy = await stage(source, store.staging, { bytes, tooLarge: changed });
  } catch (fault) {
    if (fault instanceof ContentMissing) throw changed();
    if (fault instanceof ContentChanged || fault instanceof StoreUnavailable) throw fault;
    throw new StoreUnavailable(`The store stopped in the middle: ${(fault as Error).name}`);
  }
  if (copy.sha256 !== sha256) {
    await copy.discard();
    throw changed();
  }
  const handle = await open(copy.path);
  await rm(copy.path);
  return handle.createReadStream();
}
