import { STATUS_CODES } from 'node:http';
import { isWorthTryingAgain, NotLoggedIn, ReadingNotGranted } from '@samanker/database';
import { LogInTooWeak, type Language, type Refusal } from '@samanker/request';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { StoredFileChanged, StoreNotAvailable } from './attachment.refusals';
import { StoreUnavailable } from './attachment-store';
import { ContentChanged } from './verified-content';

/** Takes faults of ours, with the id of the request that met them. */
export type Report = (fault: unknown, requestId: string) => void;

/** How HTTP says what a refusal says; every other refusal is a 400. */
const STATUS: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  NOT_PERMITTED: 403,
  LOG_IN_TOO_WEAK: 403,
  FILE_TOO_LARGE: 413,
  FILE_NOT_ACCEPTED: 415,
  FILE_INCOMPLETE: 422,
  FILE_HOLDS_ANOTHER: 422,
  TOO_MANY_FILES: 409,
  TOO_MANY_AT_ONCE: 429,
  STORE_NOT_AVAILABLE: 503,
  STORED_FILE_CHANGED: 500,
};

/** Seconds after which what is refused now may be taken. */
const RETRY_AFTER: Readonly<Record<string, string>> = { STORE_NOT_AVAILABLE: '30', TOO_MANY_AT_ONCE: '5' };

/** How long a sender may go on after the answer, so that it gets to read it. */
const LINGER_MS = 2_000;

/** Answers a refusal in JSON, in the words of the person's language. */
export function refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal, status?: number): FastifyReply {
  leaveUnread(request);
  const { code, message, path } = refusal;
  const wait = RETRY_AFTER[code];
  if (wait) void reply.header('retry-after', wait);
  return reply.code(status ?? STATUS[code] ?? 400).send({ error: message, code, path, requestId: request.id });
}

/** Answers what was thrown: nobody logged in, a store that fails, a fault of HTTP or of ours. */
export function answerFault(
  fault: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  report: Report,
): FastifyReply {
  if (fault instanceof NotLoggedIn) {
    leaveUnread(request);
    return reply.code(401).send({ error: 'Log in first.', code: 'UNAUTHENTICATED', requestId: request.id });
  }
  if (fault instanceof ReadingNotGranted)
    return refuse(request, reply, new LogInTooWeak('MACHINE').speak(fault.language));
  const language = languageOf(request);
  if (isWorthTryingAgain(fault)) {
    report(fault, request.id);
    leaveUnread(request);
    return reply
      .code(503)
      .send({ error: 'That took too long just now. Try again in a moment.', requestId: request.id });
  }
  if (fault instanceof StoreUnavailable || fault instanceof ContentChanged) {
    report(fault, request.id);
    const refusal = fault instanceof ContentChanged ? new StoredFileChanged() : new StoreNotAvailable();
    return refuse(request, reply, refusal.speak(language));
  }
  leaveUnread(request);
  const { statusCode = 500 } = fault as { statusCode?: number };
  const status = statusCode >= 400 && statusCode < 500 ? statusCode : 500;
  if (status === 500) report(fault, request.id);
  return reply.code(status).send({ error: STATUS_CODES[status], requestId: request.id });
}

const languages = new WeakMap<FastifyRequest, Language>();

/** Remembers the language of the person who asks, for whatever goes wrong later. */
export function speaks(request: FastifyRequest, language: Language): void {
  languages.set(request, language);
}

export function languageOf(request: FastifyRequest): Language {
  return languages.get(request) ?? 'EN';
}

/**
 * Lets a sender that is still sending read the answer first, without keeping what it sends; whoever goes on all the same
 * is cut off.
 */
function leaveUnread({ raw }: FastifyRequest): void {
  if (raw.complete || raw.destroyed) return;
  raw.on('error', () => undefined);
  raw.resume();
  const limit = setTimeout(() => raw.complete || raw.destroy(), LINGER_MS).unref();
  raw.once('close', () => clearTimeout(limit));
}
