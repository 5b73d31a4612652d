import { Body, Controller, Get, HttpCode, Inject, NotFoundException, Post, Req, Res } from '@nestjs/common';
import { DATA_SOURCE, regionsSeenBy, SWEEPER_DATA_SOURCE } from '@samanker/database';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { endSession, openSession, sessionCookie, sessionCookieOf } from './session';

interface DemoPerson {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly regionId: string;
  readonly regionName: string;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly organisationNumber: string | null;
  readonly roles: string[];
}

/**
 * Chooses a seeded person without a password: development only. The class refuses to be made in production, so that no
 * setting can switch it on there.
 */
@Controller('development')
export class DevelopmentLogInController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(SWEEPER_DATA_SOURCE) private readonly sweeper: DataSource,
  ) {
    if (process.env.NODE_ENV === 'production') throw new Error('The development log-in does not exist in production.');
  }

  /** Everybody who can be chosen, per region and organisation. */
  @Get('people')
  async people(): Promise<DemoPerson[]> {
    const people: DemoPerson[] = [];
    for (const region of await regionsSeenBy(this.sweeper)) people.push(...(await this.peopleOf(region)));
    return people;
  }

  /** Opens a session; answers with the token for programs, and sets it as a cookie for browsers. */
  @Post('log-in')
  @HttpCode(200)
  async logIn(
    @Body() body: { personId?: unknown; organisationId?: unknown },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ token: string }> {
    const person = (await this.people()).find(
      (one) =>
        one.personId === body?.personId &&
        (body.organisationId === undefined || one.organisationId === body.organisationId),
    );
    if (!person) throw new NotFoundException('No such person. GET /development/people lists them.');
    const token = await openSession(this.dataSource, { ...person, logIn: 'DEVELOPMENT' });
    void reply.header('set-cookie', sessionCookie(token));
    return { token };
  }

  /** Ends the session of the cookie. */
  @Post('log-out')
  @HttpCode(204)
  async logOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = sessionCookieOf(request.headers.cookie);
    if (token) await endSession(this.dataSource, token);
    void reply.header('set-cookie', sessionCookie(null));
  }

  private async peopleOf(region: { id: string; name: string }): Promise<DemoPerson[]> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select set_config('samanker.region', $1, true)`, [region.id]);
      return manager.query(
        `select p.id as "personId", p.name, p.email, p.language, r.region_id as "regionId", $1::text as "regionName",
           r.organisation_id as "organisationId", o.name as "organisationName",
           o.organisation_number as "organisationNumber", array_agg(distinct r.kind order by r.kind) as roles
         from acting_role() r join person p on p.id = r.person_id left join organisation o on o.id = r.organisation_id
         where r.active and not p.machine group by p.id, r.region_id, r.organisation_id, o.name, o.number, o.organisation_number
         order by o.number nulls first, p.name`,
        [region.name],
      );
    });
  }
}
