import { Args, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { LocalDateScalar, Uuid } from '@samanker/request';
import { CaseForecast, RouteMeetings } from './case-forecast';
import { caseForecast, routeMeetings } from './case-forecast.queries';
import { WaysOut } from './ways-out';
import { waysOutOf } from './ways-out.queries';

/** R7, R7b: what is to be expected, and what can be done about it. */
@Resolver()
export class ForecastResolver {
  @Query(() => CaseForecast, {
    nullable: true,
    description: 'R7: when the municipalities of a case will be anchored; null when there is no such case.',
  })
  async caseForecast(
    @Reads() read: RequestRead,
    @Args('caseId', { type: () => Uuid, description: 'The case.' }) caseId: string,
    @Args('otherDeadline', {
      type: () => LocalDateScalar,
      nullable: true,
      description: 'What if this were the deadline: who is won, who is lost.',
    })
    otherDeadline: string | null,
  ): Promise<CaseForecast | null> {
    return caseForecast(await read.work(), caseId, otherDeadline ?? null);
  }

  @Query(() => [RouteMeetings], {
    description: 'The meetings that the routes of a case can use, by body: what a time line is drawn against.',
  })
  async routeMeetings(
    @Reads() read: RequestRead,
    @Args('caseId', { type: () => Uuid, description: 'The case.' }) caseId: string,
  ): Promise<RouteMeetings[]> {
    return routeMeetings(await read.work(), caseId);
  }

  @Query(() => WaysOut, {
    nullable: true,
    description:
      'R7b: the lawful ways on when a municipality is postponed or late; null when there is none to be seen.',
  })
  async waysOut(
    @Reads() read: RequestRead,
    @Args('participationId', { type: () => Uuid, description: 'The participation.' }) participationId: string,
  ): Promise<WaysOut | null> {
    return waysOutOf(await read.work(), participationId);
  }
}
