import { randomUUID } from 'node:crypto';
import { AttachmentSubjectRegistry, serveAttachments, UploadAttachment } from '@samanker/attachment';
import { DATA_SOURCE } from '@samanker/database';
import { LogKeys } from '@samanker/decision-log';
import { RefusedAttempts } from '@samanker/verb';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { faultForLog } from '@samanker/database';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance, type FastifyRequest } from 'fastify';
import pino, { type Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { ApiModule, type ApiOptions } from './api.module';
import { limitBodies } from './body-limits';
import { serveDocuments } from './documents';
import { serveGraphiql } from './explore';
import { compressAnswers } from './compress';
import { guardTheEdge } from './edge';
import { serveLogExports } from './log-exports';
import { serveMailPreviews } from './mail-preview';
import { Metrics } from './metrics';
import { serveMetrics } from './metrics-page';
import { takePersistedOperations, type PersistedSettings } from './persisted-operations';
import { PlainAnswers } from './plain-answers.filter';
import { limitRates, type RateSettings } from './rate-limits';
import { requestContext } from './request-context';
import { writeRefusals } from './refused';
import { unreadRequests, type Patience } from './unread-requests';
import { serveWebApp, type Operator } from './web-app';

/** Two megabytes: a sheet of volumes for 400 municipalities fits, and a text of 1 MB is still refused by name of its field. */
const BODY_LIMIT = 2 * 1024 * 1024;

/** How the API meets the outside. */
export interface OutsideOptions {
  /** The built web app. */
  readonly webFolder: string;
  /** Who runs the service; without it the pages name nobody. */
  readonly operator?: Operator;
  /** Good tokens for the metrics, as they are now. */
  readonly metricsTokens?: () => readonly string[];
  readonly logLevel: string;
  /** Without them nobody is told to wait. */
  readonly rates?: RateSettings;
  /** Network addresses whose X-Forwarded-For is believed; without them nobody's is. */
  readonly trustedProxies?: readonly string[];
  readonly patience?: Patience;
  readonly persisted?: PersistedSettings;
}

/** Builds the API, ready to listen. */
export async function createApi(options: ApiOptions & OutsideOptions): Promise<NestFastifyApplication> {
  const logger = pino({
    level: options.logLevel,
    base: { service: 'api' },
    serializers: { err: (fault: unknown) => faultForLog(fault) },
  });
  const report = (fault: unknown, requestId: string): void => logger.error({ err: fault, reqId: requestId }, 'fault');
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    ...unreadRequests(options.patience),
  } as never);
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot({ ...options, report }), adapter, {
    logger: nestLogger(logger),
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const metrics = new Metrics();
  writeRefusals(app.get(RefusedAttempts, { strict: false }), logger, metrics);
  const { sender, production } = options.mail;
  guardTheEdge(fastify, metrics, { publicUrl: sender.publicUrl, production });
  if (options.rates) await limitRates(fastify, options.rates);
  compressAnswers(fastify);
  limitBodies(fastify);
  if (options.persisted) takePersistedOperations(fastify, options.persisted);
  app.useGlobalFilters(new PlainAnswers(report));
  serveMetrics(fastify, metrics, options.metricsTokens ?? (() => []), production);
  const contextOf = (request: FastifyRequest) => requestContext(app.get<DataSource>(DATA_SOURCE), request);
  await serveAttachments(fastify, {
    store: options.attachmentStore,
    registry: app.get(AttachmentSubjectRegistry, { strict: false }),
    upload: app.get(UploadAttachment, { strict: false }),
    contextOf,
    report,
  });
  serveDocuments(fastify, contextOf, report);
  serveMailPreviews(fastify, contextOf, sender, report);
  serveLogExports(fastify, {
    contextOf,
    report,
    store: options.attachmentStore,
    keys: app.get(LogKeys, { strict: false }),
  });
  await serveWebApp(fastify, options.webFolder, options.operator);
  serveGraphiql(fastify, contextOf, options.introspection);
  return app;
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
