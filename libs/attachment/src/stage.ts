import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreUnavailable, type StagedFile } from './attachment-store';

/** The first bytes of a file, by which it says what it is. */
export const HEAD_BYTES = 1_024;
/** The last bytes: as far from the end as a ZIP archive may hide its directory (22 bytes and a comment of 65 535). */
export const TAIL_BYTES = 22 + 65_535;

/** A staged file and its two ends, by which its kind is judged. */
export interface Staged extends StagedFile {
  readonly head: Buffer;
  readonly tail: Buffer;
  /** Removes the file; one that the store has taken is gone already. */
  discard(): Promise<void>;
}

/** What stops a file on its way in. */
export interface StageLimits {
  readonly bytes: number;
  /** Called when the limit is passed: throws. */
  readonly tooLarge: () => Error;
  /** Looks at the first bytes as soon as they are there; throws when they are enough to say no. */
  readonly look?: (head: Buffer) => void;
}

/**
 * Writes a stream into the folder, chunk by chunk and to the disk, counting and hashing. Whatever stops it (the limit, a
 * lost connection, a full disk) leaves no file behind.
 */
export async function stage(
  source: AsyncIterable<Buffer>,
  folder: string,
  { bytes: limit, tooLarge, look }: StageLimits,
): Promise<Staged> {
  const path = join(folder, randomUUID());
  const handle = await onDisk(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return open(path, 'wx', 0o400);
  });
  const discard = (): Promise<void> => rm(path, { force: true });
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    let head: Buffer = Buffer.alloc(0);
    let tail: Buffer = Buffer.alloc(0);
    let looked = false;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > limit) throw tooLarge();
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
      if (!looked && head.length === HEAD_BYTES) {
        looked = true;
        look?.(head);
      }
      tail = lastOf(tail, chunk);
      hash.update(chunk);
      await onDisk(() => handle.writeFile(chunk));
    }
    await onDisk(() => handle.sync());
    return { path, sha256: hash.digest('hex'), bytes, head, tail, discard };
  } catch (fault) {
    await discard();
    throw fault;
  } finally {
    await handle.close();
  }
}

function lastOf(tail: Buffer, chunk: Buffer): Buffer {
  if (chunk.length >= TAIL_BYTES) return Buffer.from(chunk.subarray(-TAIL_BYTES));
  return Buffer.concat([tail.subarray(-(TAIL_BYTES - chunk.length)), chunk]);
}

async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    throw new StoreUnavailable(`The folder of incoming files: ${(fault as NodeJS.ErrnoException).code ?? 'fault'}`);
  }
}
