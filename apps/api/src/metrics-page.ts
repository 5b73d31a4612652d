import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics';

/**
 * Prometheus reads the metrics with a token, and while that is exchanged for another both are good. In development no
 * token is asked for; in production none means no metrics.
 */
export function serveMetrics(
  fastify: FastifyInstance,
  metrics: Metrics,
  tokens: () => readonly string[],
  production: boolean,
): void {
  fastify.get('/metrics', async (request, reply) => {
    const wanted = tokens();
    const open = wanted.length === 0 && !production;
    if (!open && !isOneOf(request.headers.authorization ?? '', wanted))
      return reply.code(404).send({ error: 'Not found' });
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

/** Compares hashes, all of them: how long it takes tells nothing about a token. */
function isOneOf(authorization: string, tokens: readonly string[]): boolean {
  const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
  const given = hashOf(authorization);
  return tokens.filter((token) => timingSafeEqual(given, hashOf(`Bearer ${token}`))).length > 0;
}
