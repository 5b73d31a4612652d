import type { Client, SamankerUnderTest } from '../environment/samanker';

/** A PDF that is one: its words make it unlike others, and it can be made as large as wanted. */
export function aPdf(words = 'Møteprotokoll', bytes = 0): Buffer {
  const head = Buffer.from(`%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog /Words (${words}) >>\nendobj\n`);
  const tail = Buffer.from('xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R >>\nstartxref\n64\n%%EOF\n');
  const filling = Buffer.alloc(Math.max(0, bytes - head.length - tail.length), '% filling\n');
  return Buffer.concat([head, filling, tail]);
}

/** What the service answers over HTTP. */
export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, any>;
}

/** Uploads a file as a program does. */
export async function upload(
  env: SamankerUnderTest,
  client: Pick<Client, 'token'>,
  subjectId: string,
  file: Buffer | ReadableStream = aPdf(),
  { name = 'protokoll.pdf', type = 'application/pdf', headers = {} as Record<string, string> } = {},
): Promise<Told> {
  const response = await fetch(`${env.url}/attachments?for=${encodeURIComponent(subjectId)}`, {
    method: 'POST',
    headers: {
      ...(client.token ? { authorization: `Bearer ${client.token}` } : {}),
      ...(type ? { 'content-type': type } : {}),
      'x-file-name': encodeURIComponent(name),
      ...headers,
    },
    body: file as NonNullable<RequestInit['body']>,
    duplex: 'half',
  } as RequestInit);
  return told(response);
}

/** Asks for a file, or whether it is there. */
export async function download(
  env: SamankerUnderTest,
  client: Pick<Client, 'token'>,
  url: string,
  method: 'GET' | 'HEAD' = 'GET',
): Promise<{ status: number; headers: Headers; content: Buffer }> {
  const response = await fetch(`${env.url}${url}`, {
    method,
    headers: client.token ? { authorization: `Bearer ${client.token}` } : {},
  });
  return {
    status: response.status,
    headers: response.headers,
    content: Buffer.from(await response.arrayBuffer()),
  };
}

async function told(response: Response): Promise<Told> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} };
}
