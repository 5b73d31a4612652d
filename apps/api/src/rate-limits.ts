import rateLimit from '@fastify/rate-limit';
import { hashOfToken } from '@samanker/identity';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Redis } from 'ioredis';
import { limitsOf, placeOf, routeLimits, USUAL, type RouteLimit } from './rate-limits.rules';
import { tokenOf } from './request-context';

const MINUTE = 60_000;
/** Places that are remembered in this process; whoever comes back after so many others begins anew. */
const REMEMBERED = 20_000;

export interface RateSettings {
  /** Requests that one session may send in a minute; the other limits are raised and lowered with it. */
  readonly requestsPerMinute: number;
  /** Where several processes count together; without it each counts for itself. */
  readonly redisUrl?: string;
}

/** Answers 429 to whoever asks too often. Hooked before any body is read. */
export async function limitRates(
  fastify: FastifyInstance,
  { requestsPerMinute, redisUrl }: RateSettings,
): Promise<void> {
  const redis = redisUrl ? redisOf(fastify, redisUrl) : undefined;
  // A Redis that is away must not keep people out.
  await fastify.register(rateLimit, {
    global: false,
    skipOnError: true,
    cache: REMEMBERED,
    nameSpace: 'samanker-rate-',
    ...(redis ? { redis } : {}),
  });
  const limiters = new Map(
    routeLimits.map((limit) => [
      limit,
      fastify.createRateLimit({
        max: Math.max(1, Math.round((limit.perMinute * requestsPerMinute) / USUAL)),
        timeWindow: MINUTE,
        keyGenerator: (request: FastifyRequest) => keyOf(request, limit),
      }),
    ]),
  );
  const known = new Map<string, RouteLimit[]>();
  fastify.addHook('onRequest', async (request, reply) => {
    const route = request.routeOptions.url ?? '/*';
    const key = `${request.method} ${route}`;
    let limits = known.get(key);
    if (!limits) known.set(key, (limits = limitsOf(request.method, route)));
    for (const limit of limits) {
      const count = await limiters.get(limit)!(request);
      if (count.isAllowed || !count.isExceeded) continue;
      return reply
        .code(429)
        .header('retry-after', String(Math.max(1, count.ttlInSeconds)))
        .send({ error: 'Too many requests. Wait as long as Retry-After says.', requestId: request.id });
    }
  });
}

/** Whoever has no session counts by address; a session is known by its hash, so that no store holds tokens. */
function keyOf(request: FastifyRequest, { name, of }: RouteLimit): string {
  const token = of === 'session' ? tokenOf(request) : null;
  return token ? `${name}:${hashOfToken(token)}` : `${name}:${placeOf(request.ip)}`;
}

function redisOf(fastify: FastifyInstance, url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: 0, enableOfflineQueue: false, commandTimeout: 500 });
  redis.on('error', () => undefined);
  fastify.addHook('onClose', async () => redis.disconnect());
  return redis;
}
