import { Args, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { Uuid } from '@samanker/request';
import { OrganisationCases } from './organisation-cases';
import { organisationCases } from './organisation-cases.queries';
import { RegionOverview } from './region-overview';
import { regionOverview } from './region-overview.queries';

/** Several cases seen together: by an organisation, and by the region. */
@Resolver()
export class OverviewResolver {
  @Query(() => OrganisationCases, {
    nullable: true,
    description: 'All cases of one organisation together; null when your region has no such organisation.',
  })
  async organisationCases(
    @Reads() read: RequestRead,
    @Args('organisationId', { type: () => Uuid, description: 'The organisation.' }) organisationId: string,
  ): Promise<OrganisationCases | null> {
    return organisationCases(await read.work(), organisationId);
  }

  @Query(() => RegionOverview, { description: 'The cases of your region together, and its members over all of them.' })
  async regionOverview(@Reads() read: RequestRead): Promise<RegionOverview> {
    return regionOverview(await read.work());
  }
}
