import { Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { thresholds } from './procurement-law.queries';
import { ProcurementThreshold } from './procurement-threshold.entity';

@Resolver(() => ProcurementThreshold)
export class ProcurementLawResolver {
  @Query(() => [ProcurementThreshold], {
    description: 'Every threshold of procurement law that the service knows, with its source.',
  })
  async procurementThresholds(@Reads() read: RequestRead): Promise<ProcurementThreshold[]> {
    return thresholds(await read.work());
  }
}
