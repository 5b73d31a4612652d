import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { AskedBy, LocalDateScalar, type Asker } from '@samanker/request';
import { Organisation } from './organisation.entity';
import { currentRegion, regionMembersOn } from './organisation.queries';
import { Region } from './region.entity';
import { SaveOfficialAddress, SaveOfficialAddressInput, SaveOfficialAddressResult } from './save-official-address';

@Resolver(() => Organisation)
export class OrganisationResolver {
  constructor(private readonly addresses: SaveOfficialAddress) {}

  @Query(() => [Organisation], { description: 'The members of your region on a date, by municipality number.' })
  async organisations(
    @Reads() read: RequestRead,
    @Args('on', {
      type: () => LocalDateScalar,
      nullable: true,
      description: 'The date in Europe/Oslo; today in domain time when left out.',
    })
    on: string | null,
  ): Promise<Organisation[]> {
    const work = await read.work();
    return regionMembersOn(work, on ?? work.today);
  }

  @Query(() => Region, { description: 'Your region and its settings.' })
  async region(@Reads() read: RequestRead): Promise<Region> {
    return currentRegion(await read.work());
  }

  @Mutation(() => SaveOfficialAddressResult, {
    description: 'Saves where the post room (postmottak) of an organisation is written to.',
  })
  saveOfficialAddress(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'Which organisation, and the address.' }) input: SaveOfficialAddressInput,
  ) {
    return this.addresses.carryOut(asker, input);
  }
}
