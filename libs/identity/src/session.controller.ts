import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Post,
  Req,
  Res,
  UnauthorizedException,
} from '@nestjs/common';
import { DATA_SOURCE } from '@samanker/database';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { seatsOf, type NamedSeat } from './known-person';
import { codeLogInRegions } from './log-in-code';
import { OpenIdConnect } from './open-id-connect';
import {
  endSession,
  endSessionsOf,
  openSession,
  sessionCookie,
  sessionCookieOf,
  sessionTokenOf,
  standingSession,
  type StandingSession,
} from './session';

/**
 * What a browser forgets at log-out. Not "cookies": that takes those of the whole registered domain, other services of the
 * municipality included, and ours are taken back by name. Not "storage": it holds the chosen language and how many news
 * were seen, nothing of a case.
 */
const CLEAR = '"cache"';

/** Where the browser goes next: to the provider, to end the session there too, or nowhere. */
interface LoggedOut {
  readonly continueAt: string | null;
}

/** For whom a person acts, and may act, in this session. */
interface Acting {
  readonly regionId: string;
  readonly organisationId: string | null;
  readonly seats: readonly NamedSeat[];
}

/** Ends sessions, and changes for whom one acts. That pages of other sites cannot ask for this is the edge's matter. */
@Controller()
export class SessionController {
  constructor(
    private readonly openIdConnect: OpenIdConnect,
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
  ) {}

  /** Ends this session. */
  @Post('log-out')
  @HttpCode(200)
  logOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<LoggedOut> {
    return this.end(request, reply, (token) => endSession(this.dataSource, token));
  }

  /** Ends every session of the person, on every device. */
  @Post('log-out-everywhere')
  @HttpCode(200)
  logOutEverywhere(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LoggedOut> {
    return this.end(request, reply, (_token, session) => session && endSessionsOf(this.dataSource, session.personId));
  }

  /** For whom the person acts and may act. */
  @Get('act-for')
  async acting(@Req() request: FastifyRequest): Promise<Acting> {
    const session = await this.demandSession(sessionTokenOf(request.headers));
    const { regionId, organisationId } = session;
    return { regionId, organisationId, seats: await this.seatsIn(session) };
  }

  /**
   * Acts for another organisation (null: for the region as such) in which the person has a role. The session gets a new
   * token, the old one is dead, and it ends when it would have ended.
   */
  @Post('act-for')
  @HttpCode(200)
  async actFor(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ organisationId: string | null }> {
    const former = sessionCookieOf(request.headers.cookie);
    const session = await this.demandSession(former);
    const { organisationId, regionId } = (body ?? {}) as { organisationId?: unknown; regionId?: unknown };
    const open = (await this.seatsIn(session)).filter((seat) => seat.organisationId === organisationId);
    const seat =
      open.find((one) => one.regionId === (regionId ?? session.regionId)) ?? (regionId ? undefined : open[0]);
    if (!seat) throw new NotFoundException('You have no role there.');
    const token = await this.dataSource.transaction(async (manager) => {
      // Two switches at once: only one finds the old session.
      if (!(await endSession(manager, former!))) throw new UnauthorizedException('Log in first.');
      return openSession(manager, { ...session, regionId: seat.regionId, organisationId: seat.organisationId });
    });
    void reply.header('set-cookie', sessionCookie(token));
    return { organisationId: seat.organisationId };
  }

  private async end(
    request: FastifyRequest,
    reply: FastifyReply,
    end: (token: string, session: StandingSession | null) => unknown,
  ): Promise<LoggedOut> {
    const token = sessionTokenOf(request.headers);
    const session = token ? await standingSession(this.dataSource, token) : null;
    if (token) await end(token, session);
    void reply.headers({ 'set-cookie': sessionCookie(null), 'clear-site-data': CLEAR });
    return { continueAt: session?.logIn === 'OIDC' ? await this.openIdConnect.endSessionAddress() : null };
  }

  private async demandSession(token: string | null): Promise<StandingSession> {
    const session = token ? await standingSession(this.dataSource, token) : null;
    if (!session) throw new UnauthorizedException('Log in first.');
    return session;
  }

  private async seatsIn({ personId, providerOrganisationIds, logIn }: StandingSession): Promise<NamedSeat[]> {
    const seats = await seatsOf(this.dataSource, personId);
    if (logIn === 'CODE') {
      const regions = await codeLogInRegions(this.dataSource);
      return seats.filter(({ regionId }) => regions.includes(regionId));
    }
    if (!providerOrganisationIds) return seats;
    return seats.filter(
      ({ organisationId }) => organisationId === null || providerOrganisationIds.includes(organisationId),
    );
  }
}
