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
import { link } from './known-person';
import { attemptCookie, attemptCookieOf } from './log-in-attempt';
import { askForCode, takeCode } from './log-in-code';
import { typedAddress, typedCode } from './log-in-code.rules';
import { forgetToConnect, toConnect, type Unconnected } from './log-in-to-connect';
import { openingFor } from './opening';
import { endSession, sessionCookie, sessionCookieOf } from './session';

/** Real milliseconds after which every answer goes out: longer than finding out takes. */
const ANSWER_AFTER = 250;

/**
 * Connects whom the provider has recognised in this browser to the person with a registered work address, who types the
 * code that was sent there. Afterwards the two are one (identity_link), and the session is one of the provider's.
 */
@Controller('log-in/connect')
export class ConnectLogInController {
  private readonly logger = new Logger('log-in');

  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** Sends a code, if there is somebody to send it to; the answer does not tell. */
  @Post()
  @HttpCode(202)
  async ask(@Body() body: { email?: unknown } | null, @Req() request: FastifyRequest): Promise<{ sent: string }> {
    const address = typedAddress(body?.email);
    if (!address) throw new BadRequestException({ error: 'Send one e-mail address as "email".' });
    await this.demandUnconnected(attemptCookieOf(request.headers.cookie));
    askForCode(this.dataSource, this.transactions, address, request.id, { connects: true }).catch((error: unknown) =>
      this.logger.error(`a code could not be asked for: ${String(error)}`),
    );
    await pause(ANSWER_AFTER);
    return { sent: 'If the address is registered, a code is on its way.' };
  }

  /** Connects, and opens a session. */
  @Post('verify')
  @HttpCode(204)
  async verify(
    @Body() body: { email?: unknown; code?: unknown } | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { cookie } = request.headers;
    const browser = attemptCookieOf(cookie);
    const address = typedAddress(body?.email);
    const code = typedCode(body?.code);
    if (!address || !code)
      throw new BadRequestException({ error: 'Send the address as "email" and its eight digits as "code".' });
    const unconnected = await this.demandUnconnected(browser);
    const [token] = await Promise.all([this.connect(unconnected, address, code), pause(ANSWER_AFTER)]);
    if (!token) throw new UnauthorizedException({ error: 'The code is wrong, used, or too old.' });
    await forgetToConnect(this.dataSource, browser!);
    const former = sessionCookieOf(cookie);
    if (former) await endSession(this.dataSource, former);
    void reply.header('set-cookie', [sessionCookie(token), attemptCookie(null)]);
  }

  private async connect(unconnected: Unconnected, address: string, code: string): Promise<string | null> {
    const taken = await takeCode(this.dataSource, address, code, { connects: true });
    if (!taken) return null;
    const open = await openingFor(this.dataSource, taken.personId, unconnected.organisationNumbers);
    return open && (await link(this.dataSource, unconnected, taken.personId)) ? open() : null;
  }

  private async demandUnconnected(browser: string | null): Promise<Unconnected> {
    const unconnected = await toConnect(this.dataSource, browser);
    if (!unconnected) throw new UnauthorizedException({ error: 'Log in with the provider first.' });
    return unconnected;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
