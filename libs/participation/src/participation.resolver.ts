import { Args, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { Uuid } from '@samanker/request';
import { Participation } from './participation.entity';
import { participationById, participationsOf } from './participation.queries';

@Resolver(() => Participation)
export class ParticipationResolver {
  @Query(() => Participation, { nullable: true, description: 'One participation; null when there is none.' })
  async participation(
    @Reads() read: RequestRead,
    @Args('id', { type: () => Uuid, description: 'Id of the participation.' }) id: string,
  ): Promise<Participation | null> {
    return participationById(await read.work(), id);
  }

  @Query(() => [Participation], {
    description: 'The participations of a case, by name of the organisation; none when there is no such case.',
  })
  async participations(
    @Reads() read: RequestRead,
    @Args('caseId', { type: () => Uuid, description: 'Id of the case.' }) caseId: string,
  ): Promise<Participation[]> {
    return participationsOf(await read.work(), caseId);
  }
}
