import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import {
  ContentMissing,
  placeOf,
  StoreUnavailable,
  type AttachmentStore,
  type ContentKey,
  type StagedFile,
} from './attachment-store';

/** SHA-256 of nothing: what the signature of a request without a body covers. */
const NO_BODY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const MOST_TRIES = 3;

export interface BucketAddress {
  readonly bucket: string;
  /** Before every key, without slashes at its ends; may be empty. */
  readonly prefix: string;
  readonly endpoint: string;
  readonly region: string;
}

/** Read anew for each request, so that they can be exchanged while the program runs. */
export type BucketKeys = () => { readonly accessKey: string; readonly secretKey: string };

interface Sent {
  readonly method: 'PUT' | 'GET' | 'HEAD' | 'DELETE';
  readonly file?: StagedFile;
}

/** Contents as objects of an S3-compatible store. The signature covers the content: what arrives otherwise is refused. */
export class BucketStore implements AttachmentStore {
  constructor(
    private readonly address: BucketAddress,
    private readonly keys: BucketKeys,
    /** Longest time of one request in milliseconds. */
    private readonly patience = 60_000,
    readonly staging = join(tmpdir(), 'samanker-attachments'),
  ) {}

  async put(key: ContentKey, file: StagedFile): Promise<void> {
    if (await this.has(key)) return;
    const { status } = await this.send(key, { method: 'PUT', file });
    if (status !== 200) throw refused(status);
  }

  async read(key: ContentKey): Promise<Readable> {
    const { status, body } = await this.send(key, { method: 'GET' });
    if (status === 404) throw new ContentMissing();
    if (status !== 200 || !body) throw refused(status);
    return Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
  }

  async has(key: ContentKey): Promise<boolean> {
    const { status } = await this.send(key, { method: 'HEAD' });
    if (status !== 200 && status !== 404) throw refused(status);
    return status === 200;
  }

  async remove(key: ContentKey): Promise<void> {
    const { status } = await this.send(key, { method: 'DELETE' });
    if (status !== 204 && status !== 200 && status !== 404) throw refused(status);
  }

  /** A store that stumbles is asked again; each time with a new signature and the file from its beginning. */
  private async send(key: ContentKey, sent: Sent): Promise<Response> {
    const { bucket, prefix } = this.address;
    const place = [bucket, prefix, placeOf(key)].filter(Boolean).join('/');
    for (let tries = 1; ; tries++) {
      try {
        const answer = await this.once(place, sent);
        if (answer.status < 500 || tries >= MOST_TRIES) {
          if (answer.status !== 200 || sent.method !== 'GET') await answer.body?.cancel();
          return answer;
        }
        await answer.body?.cancel();
      } catch (fault) {
        if (tries >= MOST_TRIES) throw new StoreUnavailable(`The object store does not answer: ${reasonOf(fault)}`);
      }
      await wait(50 * 3 ** tries * (0.5 + Math.random()));
    }
  }

  private async once(place: string, { method, file }: Sent): Promise<Response> {
    const { endpoint, region } = this.address;
    const { accessKey, secretKey } = this.keys();
    const signed = await new AwsV4Signer({
      method,
      url: `${endpoint.replace(/\/+$/, '')}/${place}`,
      headers: {
        'x-amz-content-sha256': file?.sha256 ?? NO_BODY,
        ...(file ? { 'content-length': String(file.bytes), 'content-type': 'application/octet-stream' } : {}),
      },
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      service: 's3',
      region,
    }).sign();
    const init: RequestInit & { duplex?: 'half' } = {
      method,
      headers: signed.headers,
      // A store that sends us elsewhere would be handed a signature that is not for it.
      redirect: 'error',
      signal: AbortSignal.timeout(this.patience),
    };
    if (!file) return fetch(signed.url, init);
    const body = Readable.toWeb(createReadStream(file.path)) as unknown as NonNullable<RequestInit['body']>;
    return fetch(signed.url, { ...init, body, duplex: 'half' } as RequestInit);
  }
}

function refused(status: number): StoreUnavailable {
  return new StoreUnavailable(`The object store answered ${status}`);
}

function reasonOf(fault: unknown): string {
  const { cause, name } = fault as { cause?: { code?: string }; name?: string };
  return cause?.code ?? name ?? 'fault';
}
