import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import {
  ContentMissing,
  placeOf,
  StoreUnavailable,
  type AttachmentStore,
  type ContentKey,
  type StagedFile,
} from './attachment-store';

/** Contents as files below a folder of this machine, or of one that all processes share. */
export class FolderStore implements AttachmentStore {
  private readonly root: string;
  /** On the same file system as the contents: a rename is all or nothing. */
  readonly staging: string;

  constructor(folder: string) {
    this.root = resolve(folder);
    this.staging = join(this.root, '.incoming');
  }

  put(key: ContentKey, { path }: StagedFile): Promise<void> {
    return answering(async () => {
      if (await this.has(key)) return;
      const place = this.pathOf(key);
      const folder = dirname(place);
      const made = await mkdir(folder, { recursive: true, mode: 0o700 });
      // Two uploads of the same content at once: either rename puts the very same bytes there.
      await rename(path, place);
      for (let at = folder; at !== this.root && made; at = dirname(at)) await sync(dirname(at));
      await sync(folder);
    });
  }

  async read(key: ContentKey): Promise<Readable> {
    try {
      return (await open(this.pathOf(key))).createReadStream();
    } catch (fault) {
      throw isAbsent(fault) ? new ContentMissing() : unavailable(fault);
    }
  }

  async has(key: ContentKey): Promise<boolean> {
    try {
      await access(this.pathOf(key));
      return true;
    } catch (fault) {
      if (isAbsent(fault)) return false;
      throw unavailable(fault);
    }
  }

  remove(key: ContentKey): Promise<void> {
    return answering(() => rm(this.pathOf(key), { force: true }));
  }

  private pathOf(key: ContentKey): string {
    return join(this.root, placeOf(key));
  }
}

/** The new name is on the disk too, not only the content. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isAbsent(fault: unknown): boolean {
  return (fault as NodeJS.ErrnoException).code === 'ENOENT';
}

function unavailable(fault: unknown): StoreUnavailable {
  // Without the path: the message may end up in a log that more people read.
  return new StoreUnavailable(`The folder of attachments: ${(fault as NodeJS.ErrnoException).code ?? 'fault'}`);
}

async function answering<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    throw fault instanceof StoreUnavailable ? fault : unavailable(fault);
  }
}
