import { secretNow } from './secret-files';

/** The keys of the store of files as they are now. */
export function bucketKeys(): { accessKey: string; secretKey: string } {
  return {
    accessKey: process.env.ATTACHMENT_ACCESS_KEY ?? '',
    secretKey: secretNow('ATTACHMENT_SECRET_KEY') ?? '',
  };
}
