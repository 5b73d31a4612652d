import { BucketStore, type BucketKeys } from './bucket-store';
import { FolderStore } from './folder-store';
import type { AttachmentStore } from './attachment-store';

/** The store of this process. */
export const ATTACHMENT_STORE = Symbol('ATTACHMENT_STORE');

/**
 * Opens the store that the setting names: `file:` and a folder, or
 * `s3://bucket/prefix?endpoint=https://…&region=…`. The setting has been checked at start.
 */
export function openStore(setting: string, keys: BucketKeys): AttachmentStore {
  if (setting.startsWith('file:')) return new FolderStore(setting.slice('file:'.length));
  const address = new URL(setting);
  return new BucketStore(
    {
      bucket: address.hostname,
      prefix: address.pathname.replace(/^\/+|\/+$/g, ''),
      endpoint: address.searchParams.get('endpoint')!,
      region: address.searchParams.get('region') || 'us-east-1',
    },
    keys,
  );
}
