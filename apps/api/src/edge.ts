import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { comesFromAnotherSite } from './cross-site.rules';
import type { Metrics } from './metrics';

const CONTENT_SECURITY_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

const PERMISSIONS_POLICY =
  'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()';

/** Where forms are read: OAuth prescribes them (RFC 6749). A page of another site can send forms without asking. */
const FORM_ROUTES: readonly (string | undefined)[] = ['/oauth/token'];

const SLOW_MS = 1_000;

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': PERMISSIONS_POLICY,
  // What may be kept says so itself.
  'cache-control': 'no-store',
} as const;

/** The headers of every answer (S10). */
export function headersOf(requestId: string): Record<string, string> {
  return { ...HEADERS, 'x-request-id': requestId };
}

/** What the edge must know of its surroundings. */
export interface EdgeSettings {
  /** The address that people open. */
  readonly publicUrl: string;
  readonly production: boolean;
}

/** Headers on every route, nothing changed by pages of other sites (on every route too), and one figure per answer. */
export function guardTheEdge(
  fastify: FastifyInstance,
  metrics: Metrics,
  { publicUrl, production }: EdgeSettings,
): void {
  const own = [new URL(publicUrl).origin];
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers(headersOf(request.id));
    const { method, headers } = request;
    const sender = { method, origin: headers.origin, fetchSite: siteOf(headers), host: headers.host };
    if (comesFromAnotherSite(sender, own, !production))
      return reply.code(403).send({ error: 'Pages of other sites change nothing here.', requestId: request.id });
    if (!isReadable(request.headers))
      return reply.code(415).send({ error: 'Send UTF-8, not compressed.', requestId: request.id });
    if (isForm(headers) && !FORM_ROUTES.includes(request.routeOptions.url))
      return reply.code(415).send({ error: 'Send JSON.', requestId: request.id });
  });
  fastify.addHook('onResponse', async (request, reply) => {
    metrics.answered(request.method, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime);
    const line = {
      method: request.method,
      url: request.routeOptions.url,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500 || reply.elapsedTime > SLOW_MS) request.log.warn(line, 'slow or failed answer');
    else request.log.info(line, 'answered');
  });
}

/** Bodies are read as UTF-8 and not unpacked: anything else would be misread, or grow without bound. */
function isReadable({ 'content-type': type, 'content-encoding': encoding }: IncomingHttpHeaders): boolean {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(type ?? '')?.[1];
  return (charset === undefined || /^utf-?8$/i.test(charset)) && (encoding === undefined || encoding === 'identity');
}

function isForm({ 'content-type': type }: IncomingHttpHeaders): boolean {
  return /^\s*application\/x-www-form-urlencoded/i.test(type ?? '');
}

function siteOf(headers: IncomingHttpHeaders): string | undefined {
  const said = headers['sec-fetch-site'];
  return Array.isArray(said) ? said.join() : said;
}
