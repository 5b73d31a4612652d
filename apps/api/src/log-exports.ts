import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { attachmentsOf, dispositionOf, safeName, type AttachmentStore } from '@samanker/attachment';
import { exportLog, exportToFetch, type LogExport } from '@samanker/audit';
import type { Work } from '@samanker/database';
import type { LogKeys } from '@samanker/decision-log';
import { NotFound } from '@samanker/request';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answer, answerFault, INERT } from './documents';
import type { RequestContext } from './request-context';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Exports being made at once in one process: each reads the whole log and every file. */
const MOST_AT_ONCE = 2;

/** What the route stands on. */
export interface LogExportTraffic {
  readonly contextOf: (request: FastifyRequest) => RequestContext;
  readonly report: (fault: unknown, requestId: string) => void;
  readonly store: AttachmentStore;
  readonly keys: LogKeys;
}

/**
 * GET /decision-log/:id.zip: an export of the log that was asked for a short while ago. It is written to a file that has no
 * name any more before the first byte is sent: memory does not grow with the log, and a slow reader holds no transaction.
 */
export function serveLogExports(fastify: FastifyInstance, traffic: LogExportTraffic): void {
  let underWay = 0;
  fastify.get('/decision-log/:file', async (request, reply) => {
    if (underWay >= MOST_AT_ONCE) return busy(request, reply);
    underWay++;
    const { read } = traffic.contextOf(request);
    try {
      read.asSnapshot();
      const work = await read.work();
      const [, id = ''] = /^([^.]+)\.zip$/.exec((request.params as { file: string }).file) ?? [];
      const asked = UUID.test(id) ? await exportToFetch(work, id.toLowerCase()) : null;
      if (!asked) return answer(request, reply, 404, new NotFound().speak(work.actor.language));
      const file = await written(work, asked, traffic, reply);
      const { size } = await file.stat();
      return await reply
        .headers({
          ...INERT,
          'content-type': 'application/zip',
          'content-length': size,
          'content-disposition': dispositionOf(safeName(`samanker-${work.today}`, '.zip')),
        })
        .send(file.createReadStream());
    } catch (fault) {
      // Whoever has gone away while the file was written is told nothing.
      if (reply.raw.destroyed) return reply.hijack();
      return answerFault(fault, request, reply, traffic.report);
    } finally {
      underWay--;
      await read.end().catch(() => undefined);
    }
  });
}

function busy(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  void reply.header('retry-after', '30');
  return answer(request, reply, 503, { code: 'TRY_AGAIN', message: 'Others are fetching the log. Try again soon.' });
}

/** Writes the ZIP; stops when nobody waits for it any more. */
async function written(
  work: Work,
  { caseId }: LogExport,
  { store, keys }: LogExportTraffic,
  reply: FastifyReply,
): Promise<FileHandle> {
  await mkdir(store.staging, { recursive: true, mode: 0o700 });
  const path = join(store.staging, randomUUID());
  const to = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const gone = (): void => void to.destroy(new Error('the reader has gone away'));
  reply.raw.once('close', gone);
  try {
    await exportLog(work, to, { keys, caseId, attachments: attachmentsOf(work, store, { caseId }) });
    return await open(path);
  } finally {
    reply.raw.off('close', gone);
    await rm(path, { force: true });
  }
}
