import {
  BadRequestException,
  Body,
  Controller,
  HttpCode,
  Inject,
  Logger,
  Post,
  Req,
  Res,
  UnauthorizedException,
} from '@nestjs/common';
import { DATA_SOURCE, Transactions } from '@samanker/database';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { askForCode, logInByCode } from './log-in-code';
import { typedAddress, typedCode } from './log-in-code.rules';
import { endSession, sessionCookie, sessionCookieOf } from './session';

/** Real milliseconds after which every answer goes out, whatever was found: longer than finding it takes. */
const ANSWER_AFTER = 250;

/**
 * Logs in by a one-time code to the registered work address, where a region allows it. Whether an address is registered
 * shows in no answer, and not in its time. Pages of other sites are turned away, and haste is slowed down, at the edge.
 */
@Controller('log-in/code')
export class CodeLogInController {
  private readonly logger = new Logger('log-in');

  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** Sends a code, if there is somebody to send it to. */
  @Post()
  @HttpCode(202)
  async ask(@Body() body: { email?: unknown } | null, @Req() request: FastifyRequest): Promise<{ sent: string }> {
    const address = typedAddress(body?.email);
    if (!address) throw new BadRequestException({ error: 'Send one e-mail address as "email".' });
    // Not waited for: the answer is the same, and so is the time that it takes.
    askForCode(this.dataSource, this.transactions, address, request.id).catch((error: unknown) =>
      this.logger.error(`a code could not be asked for: ${String(error)}`),
    );
    await pause(ANSWER_AFTER);
    return { sent: 'If the address is registered and its region allows codes, a code is on its way.' };
  }

  /** Opens a session with the code. */
  @Post('verify')
  @HttpCode(204)
  async verify(
    @Body() body: { email?: unknown; code?: unknown } | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const address = typedAddress(body?.email);
    const code = typedCode(body?.code);
    if (!address || !code)
      throw new BadRequestException({ error: 'Send the address as "email" and its eight digits as "code".' });
    const [token] = await Promise.all([logInByCode(this.dataSource, address, code), pause(ANSWER_AFTER)]);
    if (!token) throw new UnauthorizedException({ error: 'The code is wrong, used, or too old.' });
    const former = sessionCookieOf(request.headers.cookie);
    if (former) await endSession(this.dataSource, former);
    void reply.header('set-cookie', sessionCookie(token));
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
