import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { cpvCodes, units } from './classification.queries';
import { CpvCode } from './cpv-code.entity';
import { Unit } from './unit.entity';

@Resolver()
export class ClassificationResolver {
  @Query(() => [CpvCode], {
    description:
      'Searches the CPV list by the beginning of a code or by words of the name, Norwegian or English. At most 50.',
  })
  async cpvCodes(
    @Reads() read: RequestRead,
    @Args('search', { type: () => String, description: 'Digits of a code, or words.' }) search: string,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'How many to return at most (1–50).' })
    first: number,
  ): Promise<CpvCode[]> {
    return cpvCodes(await read.work(), search, first);
  }

  @Query(() => [Unit], { description: 'Every unit in which a quantity can be given.' })
  async units(@Reads() read: RequestRead): Promise<Unit[]> {
    return units(await read.work());
  }
}
