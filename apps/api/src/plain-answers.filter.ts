import { STATUS_CODES } from 'node:http';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { isTryAgain, TRY_AGAIN } from './error-format';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers faults outside GraphQL in JSON: short, without a stack, and without repeating what was asked. */
@Catch()
export class PlainAnswers implements ExceptionFilter {
  constructor(private readonly report: (fault: unknown, requestId: string) => void) {}

  catch(error: unknown, host: ArgumentsHost): FastifyReply {
    // GraphQL formats its own errors.
    if (host.getType<string>() !== 'http') throw error;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const status = statusOf(error);
    if (status >= 500 && !(error instanceof HttpException)) this.report(error, request.id);
    return reply
      .code(status)
      .type('application/json')
      .send({ ...ownWords(error, request), requestId: request.id });
  }
}

/** Fastify's own errors carry the status too: 400 for bad JSON, 413 for a body that is too large, 415, … */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (isTryAgain(error)) return 503;
  const { statusCode } = error as { statusCode?: number };
  return statusCode && statusCode >= 400 && statusCode < 500 ? statusCode : 500;
}

/** Sentences of our own controllers go out; those of the frameworks repeat the address or the body. */
function ownWords(error: unknown, request: FastifyRequest): object {
  if (isTryAgain(error)) return { error: TRY_AGAIN };
  const named = { error: STATUS_CODES[statusOf(error)] ?? 'Refused' };
  if (!(error instanceof HttpException) || error.message === `Cannot ${request.method} ${request.url}`) return named;
  const response = error.getResponse();
  return typeof response === 'object' && !('statusCode' in response) ? response : { error: error.message };
}
