import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError, FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { headersOf } from './edge';

/** How long whoever sends a request may take for it. */
export interface Patience {
  /** Milliseconds until the last header has come. */
  readonly headersWithin?: number;
  /** Milliseconds until the last byte of the body has come. */
  readonly requestWithin?: number;
  /** Milliseconds in which a connection may be silent, also while we work. */
  readonly silentAtMost?: number;
}

/** What Fastify is told so that slow senders are let go, and what it cannot read is answered like everything else (S1). */
export function unreadRequests({
  headersWithin = 15_000,
  // Minutes of 25 MB come through at 2 Mbit/s; whoever sends nothing at all is let go sooner.
  requestWithin = 120_000,
  silentAtMost = 60_000,
}: Patience = {}): object {
  return {
    requestTimeout: requestWithin,
    connectionTimeout: silentAtMost,
    http: {
      headersTimeout: headersWithin,
      connectionsCheckingInterval: Math.min(5_000, headersWithin, requestWithin),
    },
    clientErrorHandler: answerSocket,
    frameworkErrors: (_error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      reply.headers(headersOf(request.id)).code(400).send({ error: STATUS_CODES[400], requestId: request.id }),
  };
}

const STATUS: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** No request came of it, so there is no reply object: the answer is written by hand. */
function answerSocket(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const status = STATUS[error.code] ?? 400;
  const id = randomUUID();
  const body = JSON.stringify({ error: STATUS_CODES[status], requestId: id });
  const headers = {
    ...headersOf(id),
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  if (socket.writable)
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}
