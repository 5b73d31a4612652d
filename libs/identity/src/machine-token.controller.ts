import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { DATA_SOURCE } from '@samanker/database';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { issueToken, type IssuedToken } from './machine-token';
import { Throttle } from './throttle';
import { isTokenRefusal, readTokenRequest } from './token-request.rules';

const MINUTE = 60_000;
/** A token lasts an hour, so one program needs few. Requests of one address are counted at the edge. */
const PER_CLIENT = { most: 20, perMilliseconds: MINUTE };

interface Refused {
  readonly error: string;
  readonly error_description: string;
}

/** OAuth 2.0 client credentials for programs (RFC 6749, 4.4). Its errors have the form of the RFC, not of our other routes. */
@Controller('oauth')
export class MachineTokenController {
  private readonly perClient = new Throttle(PER_CLIENT);

  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  @Post('token')
  async token(
    @Req() request: FastifyRequest,
    @Body() form: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IssuedToken | Refused> {
    void reply.headers({ 'cache-control': 'no-store', pragma: 'no-cache' });
    const { authorization, 'content-type': type } = request.headers;
    const isForm = /^application\/x-www-form-urlencoded(\s*;|$)/i.test(type ?? '');
    const asked = readTokenRequest(authorization, isForm ? form : undefined);
    if (isTokenRefusal(asked)) return refused(reply, asked, authorization);
    // Counted with the address: somebody who knows a client's public name cannot lock it out from elsewhere.
    const wait = this.perClient.take(`${asked.clientId} ${request.ip}`);
    if (wait > 0) return tooMany(reply, wait);
    const issued = await issueToken(this.dataSource, asked);
    if (isTokenRefusal(issued)) return refused(reply, issued, authorization);
    void reply.code(200);
    return issued;
  }
}

function refused(reply: FastifyReply, refusal: Refused & { status: number }, authorization?: string): Refused {
  void reply.code(refusal.status);
  if (refusal.status === 401 && authorization !== undefined)
    void reply.header('www-authenticate', 'Basic realm="samanker", charset="UTF-8"');
  return { error: refusal.error, error_description: refusal.error_description };
}

function tooMany(reply: FastifyReply, seconds: number): Refused {
  void reply.code(429).header('retry-after', String(seconds));
  return { error: 'temporarily_unavailable', error_description: `Too many requests. Wait ${seconds} seconds.` };
}
