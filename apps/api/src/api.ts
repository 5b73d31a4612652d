import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance } from 'fastify';
import pino, { type Logger } from 'pino';
import { ApiModule, type ApiOptions } from './api.module';
import { guardTheEdge } from './edge';
import { Metrics } from './metrics';
import { PlainAnswers } from './plain-answers.filter';
import { serveWebApp } from './web-app';

/** Two megabytes: a sheet of volumes for 400 municipalities fits, and a text of 1 MB is still refused by name of its field. */
const BODY_LIMIT = 2 * 1024 * 1024;

/** Builds the API, ready to listen. */
export async function createApi(
  options: ApiOptions & { webFolder: string; metricsToken?: string; logLevel: string },
): Promise<NestFastifyApplication> {
  const logger = pino({ level: options.logLevel, base: { service: 'api' } });
  const report = (fault: unknown, requestId: string): void => logger.error({ err: fault, reqId: requestId }, 'fault');
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  } as never);
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot({ ...options, report }), adapter, {
    logger: nestLogger(logger),
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const metrics = new Metrics();
  const { sender, production } = options.mail;
  guardTheEdge(fastify, metrics, { publicUrl: sender.publicUrl, production });
  app.useGlobalFilters(new PlainAnswers(report));
  serveMetrics(fastify, metrics, options.metricsToken);
  await serveWebApp(fastify, options.webFolder);
  app.enableShutdownHooks([]);
  return app;
}

/** Prometheus reads the metrics with a token; in development no token is asked for, in production none means no metrics. */
function serveMetrics(fastify: FastifyInstance, metrics: Metrics, token: string | undefined): void {
  fastify.get('/metrics', async (request, reply) => {
    const given = Buffer.from(request.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${token ?? ''}`);
    const open = !token && process.env.NODE_ENV !== 'production';
    if (!open && (!token || given.length !== wanted.length || !timingSafeEqual(given, wanted)))
      return reply.code(404).send({ error: 'Not found' });
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

function nestLogger(logger: Logger): LoggerService {
  return {
    log: (message: unknown) => logger.debug(String(message)),
    error: (message: unknown, ...details: unknown[]) => logger.error({ details: details.map(String) }, String(message)),
    warn: (message: unknown) => logger.warn(String(message)),
    debug: (message: unknown) => logger.trace(String(message)),
    verbose: (message: unknown) => logger.trace(String(message)),
  };
}
