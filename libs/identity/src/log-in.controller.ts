import { Controller, Get, Inject, Logger, Query, Req, Res } from '@nestjs/common';
import { DATA_SOURCE } from '@samanker/database';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { link, recognise } from './known-person';
import { codeLogInRegions } from './log-in-code';
import { attemptCookie, attemptCookieOf, beginAttempt, newBrowserMark, takeAttempt } from './log-in-attempt';
import { keepToConnect } from './log-in-to-connect';
import { looksLikeNationalIdentityNumber, organisationNumbersOf, returnPath, type LogInFailure } from './log-in.rules';
import { NotTrusted, OpenIdConnect, ProviderAway, type ProviderIdentity } from './open-id-connect';
import { openingFor } from './opening';
import { endSession, sessionCookie, sessionCookieOf } from './session';

/** A log-in that came to nothing: the reason that is told, and what the operator may read of it. */
class Failed extends Error {
  constructor(
    readonly because: LogInFailure,
    message = '',
  ) {
    super(message);
  }
}

/** Logs people in with the provider of log-ins: sends them there, and takes them in when they come back. */
@Controller('log-in')
export class LogInController {
  private readonly logger = new Logger('log-in');

  constructor(
    private readonly openIdConnect: OpenIdConnect,
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
  ) {}

  /** Sends the browser to the provider; afterwards it comes back to the path `return` of this site. */
  @Get()
  async begin(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.orSayWhy(reply, async () => {
      if (!this.openIdConnect.provider) throw new Failed('NOT_SET_UP');
      const elsewhere = this.openIdConnect.elsewhere(request.headers.host);
      if (elsewhere) return void (await reply.redirect(elsewhere + request.url, 302));
      const { return: wanted, another } = query as { return?: unknown; another?: unknown };
      const browser = attemptCookieOf(request.headers.cookie) ?? newBrowserMark();
      const checks = this.openIdConnect.newChecks();
      const address = await this.openIdConnect.authorizationAddress(checks, another !== undefined);
      await beginAttempt(this.dataSource, checks, { browser, returnTo: returnPath(wanted) });
      await reply.header('set-cookie', attemptCookie(browser)).redirect(address.href, 302);
    });
  }

  /** Which ways in there are, for the page that offers them. */
  @Get('ways')
  async ways(@Res() reply: FastifyReply): Promise<void> {
    const { provider } = this.openIdConnect;
    const production = process.env.NODE_ENV === 'production';
    await reply.send({
      provider: provider && { name: provider.name, standIn: this.openIdConnect.isStandIn },
      development: !production,
      code: (await codeLogInRegions(this.dataSource)).length > 0,
    });
  }

  /** Where the provider sends the browser back to. The session always gets a token that nobody has seen before. */
  @Get('callback')
  async callback(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.orSayWhy(reply, async () => {
      const { state, error } = query as { state?: unknown; error?: unknown };
      const { cookie } = request.headers;
      const browser = attemptCookieOf(cookie);
      const attempt = await takeAttempt(this.dataSource, state, browser);
      if (!attempt || !browser) throw new Failed('EXPIRED');
      if (error === 'access_denied') throw new Failed('CANCELLED');
      const identity = await this.openIdConnect.identityOf(new URL(request.url, 'http://x').search, attempt);
      const token = await this.openFor(identity, browser);
      const former = sessionCookieOf(cookie);
      if (former) await endSession(this.dataSource, former);
      await reply.header('set-cookie', [sessionCookie(token), attemptCookie(null)]).redirect(attempt.returnTo, 302);
    });
  }

  private async openFor(identity: ProviderIdentity, browser: string): Promise<string> {
    if (looksLikeNationalIdentityNumber(identity.subject)) throw new Failed('UNSUITABLE');
    const organisationNumbers = organisationNumbersOf(
      identity.claims,
      this.openIdConnect.provider!.authorizationDetails,
    );
    const recognised = await recognise(this.dataSource, identity);
    if (!recognised) {
      const { issuer, subject } = identity;
      await keepToConnect(this.dataSource, browser, { issuer, subject, organisationNumbers });
      throw new Failed('UNKNOWN_PERSON');
    }
    const { personId, linked } = recognised;
    const open = await openingFor(this.dataSource, personId, organisationNumbers);
    if (!open) throw new Failed('NO_ROLE');
    if (!linked && !(await link(this.dataSource, identity, personId))) throw new Failed('UNKNOWN_PERSON');
    return open();
  }

  private async orSayWhy(reply: FastifyReply, step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      const because = reasonOf(error);
      if (!because) throw error;
      this.logger.warn(`${because} ${(error as Error).message}`.trim());
      // A mark stays with the browser where another of its windows may still come back.
      await reply.redirect(`/log-in-failed?because=${because}`, 302);
    }
  }
}

function reasonOf(error: unknown): LogInFailure | null {
  if (error instanceof Failed) return error.because;
  if (error instanceof ProviderAway) return 'PROVIDER_AWAY';
  return error instanceof NotTrusted ? 'NOT_TRUSTED' : null;
}
