import { CSV_TYPE, dispositionOf, safeName, WORKBOOK_TYPE, writeWorkbook } from '@samanker/attachment';
import { isWorthTryingAgain, NotLoggedIn, ReadingNotGranted, type RequestRead, type Work } from '@samanker/database';
import { reportCsv, reportEdition, reportPdf, reportTitle, reportWorkbook } from '@samanker/merged-demand-report';
import { LogInTooWeak, NotFound, type Language } from '@samanker/request';
import { volumeBookOf, volumeSheet } from '@samanker/volume';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DocumentTurns, type NoTurn } from './document-turns';
import type { RequestContext } from './request-context';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What a document carries so that nothing in it can act in a browser. */
export const INERT = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
} as const;

/** A document made of what the asker sees. */
interface Document {
  readonly name: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** What is asked for: the id in the path, the rest of the query. */
interface Asked {
  readonly id: string;
  readonly extension: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly language: Language;
}

type Make = (work: Work, asked: Asked) => Promise<Document | null>;

/** GET /volumes/:id.xlsx, /reports/:id.csv, .xlsx and .pdf: what one sees on a page, as a document. Read like every other question (R28). */
export function serveDocuments(
  fastify: FastifyInstance,
  contextOf: (request: FastifyRequest) => RequestContext,
  report: (fault: unknown, requestId: string) => void,
): void {
  const turns = new DocumentTurns();
  const serve = (path: string, extensions: readonly string[], make: Make): void => {
    fastify.get(`/${path}/:file`, async (request, reply) => {
      const { file } = request.params as { file: string };
      const [, id = '', extension = ''] = /^([^.]+)\.([a-z]+)$/.exec(file) ?? [];
      const { read, asker } = contextOf(request);
      const answerWith = async (): Promise<FastifyReply> => {
        const work = await read.work();
        const query = request.query as Asked['query'];
        const language = languageOf(query.language) ?? work.actor.language;
        const known = UUID.test(id) && extensions.includes(extension);
        const document = known ? await make(work, { id: id.toLowerCase(), extension, query, language }) : null;
        if (!document) return answer(request, reply, 404, new NotFound().speak(work.actor.language));
        return reply
          .headers({
            ...INERT,
            'content-type': document.mediaType,
            'content-disposition': dispositionOf(safeName(document.name, `.${document.extension}`)),
          })
          .send(document.content);
      };
      try {
        const told = await turns.take(asker.sessionHash ?? request.ip, answerWith);
        return typeof told === 'string' ? wait(request, reply, told) : told;
      } catch (fault) {
        return answerFault(fault, request, reply, report);
      } finally {
        await endQuietly(read);
      }
    });
  };
  serve('volumes', ['xlsx'], volumesAsWorkbook);
  serve('reports', Object.keys(REPORT_KINDS), reportAs);
}

const volumesAsWorkbook: Make = async (work, { id, language }) => {
  const book = await volumeBookOf(work, id, language);
  if (!book) return null;
  const sheet = volumeSheet(book, language);
  return {
    name: `${sheet.name} ${book.organisationName} ${book.caseTitle}`,
    extension: 'xlsx',
    mediaType: WORKBOOK_TYPE,
    content: await writeWorkbook([sheet]),
  };
};

const REPORT_KINDS = {
  csv: { mediaType: CSV_TYPE, make: reportCsv },
  xlsx: { mediaType: WORKBOOK_TYPE, make: reportWorkbook },
  pdf: { mediaType: 'application/pdf', make: reportPdf },
} as const;

/** R22: `?frozen=2` is the frozen version of that number; without it the data of this moment. */
const reportAs: Make = async (work, { id, extension, query, language }) => {
  const frozen = query.frozen === undefined ? null : Number(query.frozen);
  if (frozen !== null && !(Number.isInteger(frozen) && frozen > 0 && frozen < 1e9)) return null;
  const edition = await reportEdition(work, id, frozen);
  if (!edition) return null;
  const { mediaType, make } = REPORT_KINDS[extension as keyof typeof REPORT_KINDS];
  return { name: reportTitle(edition, language), extension, mediaType, content: await make(edition, language) };
};

function languageOf(asked: unknown): Language | null {
  return asked === 'nb' ? 'NB' : asked === 'nn' ? 'NN' : asked === 'en' ? 'EN' : null;
}

function wait(request: FastifyRequest, reply: FastifyReply, because: NoTurn): FastifyReply {
  void reply.header('retry-after', '5');
  return because === 'CROWDED'
    ? answer(request, reply, 503, { code: 'TRY_AGAIN', message: 'Many documents are being made. Try again soon.' })
    : answer(request, reply, 429, { code: 'TOO_MANY_AT_ONCE', message: 'Wait until your other documents are made.' });
}

/** Answers a no in JSON. */
export function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  { code, message }: { readonly code: string; readonly message: string },
): FastifyReply {
  return reply.code(status).send({ error: message, code, requestId: request.id });
}

/** Answers what was thrown while a file was made. */
export function answerFault(
  fault: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  report: (fault: unknown, requestId: string) => void,
): FastifyReply {
  if (fault instanceof NotLoggedIn)
    return answer(request, reply, 401, { code: 'UNAUTHENTICATED', message: 'Log in first.' });
  if (fault instanceof ReadingNotGranted)
    return answer(request, reply, 403, new LogInTooWeak('MACHINE').speak(fault.language));
  report(fault, request.id);
  return isWorthTryingAgain(fault)
    ? answer(request, reply, 503, { code: 'TRY_AGAIN', message: 'That took too long just now. Try again in a moment.' })
    : answer(request, reply, 500, { code: 'FAULT', message: 'Something went wrong here.' });
}

/** The answer stands already; a connection that fails now is the pool's business. */
async function endQuietly(read: RequestRead): Promise<void> {
  await read.end().catch(() => undefined);
}
