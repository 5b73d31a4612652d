import { isWorthTryingAgain, NotLoggedIn, ReadingNotGranted } from '@samanker/database';
import type { MailSender } from '@samanker/mail';
import { inertHtml, MailPreviewKind, MailPreviewMoment, previewedMail } from '@samanker/reminder';
import type { Language } from '@samanker/request';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RequestContext } from './request-context';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LANGUAGES: readonly Language[] = ['NB', 'NN', 'EN'];

/** GET /mail-previews/:participationId?kind=&moment=&language=: the HTML of a mail to look at, where it can do nothing (R13). */
export function serveMailPreviews(
  fastify: FastifyInstance,
  contextOf: (request: FastifyRequest) => RequestContext,
  sender: MailSender,
  report: (fault: unknown, requestId: string) => void,
): void {
  fastify.get('/mail-previews/:participationId', async (request, reply) => {
    const { participationId } = request.params as { participationId: string };
    const { kind, moment, language } = request.query as Readonly<Record<string, unknown>>;
    const asked = {
      participationId: participationId.toLowerCase(),
      kind: Object.values(MailPreviewKind).find((one) => one === kind),
      moment: Object.values(MailPreviewMoment).find((one) => one === moment),
      language: LANGUAGES.find((one) => one === language),
    };
    const { read } = contextOf(request);
    try {
      const work = await read.work();
      const known = UUID.test(participationId) && asked.kind && asked.moment && asked.language;
      const mail = known ? await previewedMail(work, asked as never, sender) : null;
      if (!mail) return reply.code(404).send({ error: 'There is no such mail.', requestId: request.id });
      const { html, policy } = inertHtml(mail.message.html);
      return reply
        .headers({
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': policy,
          'x-frame-options': 'SAMEORIGIN',
          'referrer-policy': 'no-referrer',
          'cache-control': 'private, no-store',
        })
        .send(html);
    } catch (fault) {
      if (fault instanceof NotLoggedIn) return reply.code(401).send({ error: 'Log in first.', requestId: request.id });
      if (fault instanceof ReadingNotGranted)
        return reply.code(403).send({ error: 'This access does not read mails.', requestId: request.id });
      report(fault, request.id);
      return isWorthTryingAgain(fault)
        ? reply.code(503).send({ error: 'That took too long just now. Try again in a moment.', requestId: request.id })
        : reply.code(500).send({ error: 'Something went wrong here.', requestId: request.id });
    } finally {
      await read.end().catch(() => undefined);
    }
  });
}
