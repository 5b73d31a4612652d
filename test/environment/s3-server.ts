import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An S3-compatible store of one bucket, as strict about signatures as the real ones. */
export interface S3Server {
  readonly endpoint: string;
  /** By bucket and key: `/bucket/key`. */
  readonly objects: Map<string, Buffer>;
  /** Every request that arrived: method, path and what was answered. */
  readonly answered: string[];
  /** What the next requests meet instead of an answer. */
  fail(how: 'NOTHING' | 'CUT' | 'FAULT' | 'SILENCE', times?: number): void;
  stop(): Promise<void>;
}

export const S3_KEYS = { accessKey: 'AKIASAMANKERTEST', secretKey: 'v3Jq9TzR5nXw8LdCk2Hs6Fb1' };
export const S3_REGION = 'eu-north-1';

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Starts it on a free port of the loopback interface. */
export async function startS3(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const answered: string[] = [];
  let failing: { how: string; left: number } = { how: 'NOTHING', left: 0 };
  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const failure = failing.left-- > 0 ? failing.how : 'NOTHING';
    const path = request.url!.split('?')[0]!;
    if (failure === 'SILENCE') return;
    if (failure === 'CUT') {
      if (request.method === 'PUT') await once(request, 'data');
      return void request.destroy();
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const status = failure === 'FAULT' ? 503 : (refusalOf(request, body) ?? handle(request.method!, path, body));
    answered.push(`${request.method} ${path} ${status}`);
    const content = status === 200 && request.method !== 'PUT' ? objects.get(path)! : Buffer.alloc(0);
    response.writeHead(status, { 'content-length': content.length });
    response.end(request.method === 'HEAD' ? undefined : content);
  }

  function handle(method: string, path: string, body: Buffer): number {
    if (method === 'PUT') {
      objects.set(path, body);
      return 200;
    }
    if (method === 'DELETE') {
      objects.delete(path);
      return 204;
    }
    return objects.has(path) ? 200 : 404;
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    answered,
    fail: (how, times = Infinity) => {
      failing = { how, left: how === 'NOTHING' ? 0 : times };
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Signature version 4, made anew from what arrived; null when it fits, else the status of the refusal. */
export function refusalOf(request: IncomingMessage, body: Buffer): number | null {
  const { authorization = '', 'x-amz-date': at = '', 'x-amz-content-sha256': claimed = '' } = request.headers;
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  if (!parts) return 403;
  const [, accessKey, day, region, signedHeaders, signature] = parts as unknown as string[];
  const time = Date.parse(String(at).replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (accessKey !== S3_KEYS.accessKey || region !== S3_REGION || !(Math.abs(Date.now() - time) < 15 * 60_000))
    return 403;
  const names = signedHeaders!.split(';');
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name))) return 403;
  const [path = '', query = ''] = request.url!.split('?');
  const canonical = [
    request.method,
    path,
    query.split('&').sort().join('&'),
    ...names.map(
      (name) =>
        `${name}:${String(request.headers[name] ?? '')
          .trim()
          .replace(/\s+/g, ' ')}`,
    ),
    '',
    signedHeaders,
    claimed,
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', at, `${day}/${region}/s3/aws4_request`, sha256(canonical)].join('\n');
  const key = [day!, region!, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${S3_KEYS.secretKey}`);
  const wanted = hmac(key, toSign);
  if (!timingSafeEqual(wanted, Buffer.from(signature!, 'hex'))) return 403;
  if (sha256(body) !== claimed) return 400;
  return Number(request.headers['content-length'] ?? 0) === body.length ? null : 411;
}
