import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transactions, Work } from '@samanker/database';
import type { DataSource } from 'typeorm';
import type { AttachmentStore } from './attachment-store';

/** No upload takes so long; whoever looks for a fault has had time to look. */
const AGE = '1 day';
const AGE_MS = 24 * 60 * 60_000;

/**
 * Removes what nobody refers to: contents that were stored by uploads whose transaction then failed, and files that were
 * still on their way when a process died. Safe when many workers do it at once. Answers how many it removed.
 */
export async function sweepAttachments(
  transactions: Transactions,
  sweeper: DataSource,
  store: AttachmentStore,
): Promise<number> {
  const left = await sweeper.query<{ region_id: string; sha256: string }[]>(
    `select region_id, sha256 from attachment_upload where begun_at < now() - interval '${AGE}' order by begun_at limit 500`,
  );
  let removed = await removeStale(store.staging);
  for (const { region_id: regionId, sha256 } of left)
    removed += await transactions.asService(regionId, 'sweep-attachments', (work) => forget(work, store, sha256));
  return removed;
}

async function forget(work: Work, store: AttachmentStore, sha256: string): Promise<number> {
  const content = [work.regionId, sha256];
  // Holds the row until the commit: an upload of the same content waits here, and then stores it anew.
  const taken = await work.execute(
    `delete from attachment_upload where region_id = $1 and sha256 = $2 and begun_at < now() - interval '${AGE}'`,
    content,
  );
  if (taken === 0) return 0;
  if (await work.one('select 1 from attachment where region_id = $1 and sha256 = $2 limit 1', content)) return 0;
  await store.remove({ regionId: work.regionId, sha256 });
  return 1;
}

/** Names in the staging folder are ours alone; by their age they are nobody's any more. */
async function removeStale(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let removed = 0;
  for (const name of names) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs < AGE_MS) continue;
    await rm(path, { force: true });
    removed++;
  }
  return removed;
}
