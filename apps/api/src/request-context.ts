import { randomUUID } from 'node:crypto';
import { RequestRead } from '@samanker/database';
import { hashOfToken, sessionTokenOf } from '@samanker/identity';
import type { Asker } from '@samanker/request';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';

/** What every resolver gets: who asks, and the read side of the request. */
export interface RequestContext {
  readonly asker: Asker;
  readonly read: RequestRead;
}

/** The session token of a request, however it comes. */
export function tokenOf(request: FastifyRequest): string | null {
  return sessionTokenOf(request.headers);
}

/** Nothing is read from the database here: the session is read in the transaction that needs it. */
export function requestContext(dataSource: DataSource, request: FastifyRequest): RequestContext {
  const token = tokenOf(request);
  const asker: Asker = {
    sessionHash: token ? hashOfToken(token) : null,
    requestId: request.id || randomUUID(),
    unattended: request.headers['x-unattended'] === '1',
  };
  return { asker, read: new RequestRead(dataSource, asker) };
}
