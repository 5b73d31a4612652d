import type { Readable } from 'node:stream';

/** Where one content lies: regions never share any, so that nobody learns what another one keeps. */
export interface ContentKey {
  readonly regionId: string;
  /** SHA-256 of the content, hexadecimal. */
  readonly sha256: string;
}

/** A file on this machine that is complete, on the disk, and on its way into the store or out of it. */
export interface StagedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The store does not answer, is full, or refuses us. Nothing half done is left. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The store has nothing under this key. */
export class ContentMissing extends Error {
  override readonly name = 'ContentMissing';
}

/** Keeps contents by their SHA-256. What is there is never overwritten. */
export interface AttachmentStore {
  /** A folder for files on their way; what a crash leaves there is swept. */
  readonly staging: string;
  /** Takes the staged file, or finds that it is there already. */
  put(key: ContentKey, file: StagedFile): Promise<void>;
  /** The content as it lies there, not checked. */
  read(key: ContentKey): Promise<Readable>;
  has(key: ContentKey): Promise<boolean>;
  /** Removes a content that nobody refers to. */
  remove(key: ContentKey): Promise<void>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The place of a content below the root of a store. Ids and hashes only: no name of anybody's choosing gets here. */
export function placeOf({ regionId, sha256 }: ContentKey): string {
  if (!UUID.test(regionId) || !/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('not the key of a content');
  return `${regionId}/${sha256.slice(0, 2)}/${sha256}`;
}
