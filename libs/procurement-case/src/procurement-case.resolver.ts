import { Args, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { Uuid } from '@samanker/request';
import { ProcurementCase } from './procurement-case.entity';
import { procurementCaseById, procurementCases } from './procurement-case.queries';

@Resolver(() => ProcurementCase)
export class ProcurementCaseResolver {
  @Query(() => [ProcurementCase], { description: 'The procurement cases of your region, newest first.' })
  async procurementCases(@Reads() read: RequestRead): Promise<ProcurementCase[]> {
    return procurementCases(await read.work());
  }

  @Query(() => ProcurementCase, { nullable: true, description: 'One procurement case with its parts and items; null when there is none.' })
  async procurementCase(
    @Reads() read: RequestRead,
    @Args('id', { type: () => Uuid, description: 'Id of the case.' }) id: string,
  ): Promise<ProcurementCase | null> {
    return procurementCaseById(await read.work(), id);
  }
}
