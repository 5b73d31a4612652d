import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { AskedBy, Refusal, Uuid, type Asker } from '@samanker/request';
import { DeclareVolumes, DeclareVolumesResult } from './declare-volumes';
import { DeclareVolumesInput } from './declare-volumes.input';
import { ImportVolumes, ImportVolumesResult } from './import-volumes';
import { ImportVolumesInput } from './import-volumes.input';
import { VolumeImport } from './volume-import.type';
import { VolumeLine } from './volume-line.entity';
import { suggestVolumes, volumeSheetOf } from './volume-sheet.queries';
import { VolumeSheet, VolumeSuggestion } from './volume-sheet.type';
import { MunicipalityTotal, VolumeTotals } from './volume-total.entity';
import { municipalityTotalsOf, volumeTotalsOf } from './volume-totals.queries';
import { linesOfCase } from './volume.queries';

@Resolver(() => VolumeTotals)
export class VolumeResolver {
  constructor(
    private readonly declareVolumesVerb: DeclareVolumes,
    private readonly importVolumesVerb: ImportVolumes,
  ) {}

  @Query(() => VolumeSheet, {
    nullable: true,
    description: 'The volume sheet of one participation; null when there is none.',
  })
  async volumeSheet(
    @Reads() read: RequestRead,
    @Args('participationId', { type: () => Uuid, description: 'The participation.' }) participationId: string,
  ): Promise<VolumeSheet | null> {
    return volumeSheetOf(await read.work(), participationId);
  }

  @Query(() => VolumeTotals, { nullable: true, description: 'The totals of a case; null when there is no such case.' })
  async volumeTotals(
    @Reads() read: RequestRead,
    @Args('caseId', { type: () => Uuid, description: 'The case.' }) caseId: string,
  ): Promise<VolumeTotals | null> {
    return volumeTotalsOf(await read.work(), caseId);
  }

  @Query(() => [VolumeSuggestion], {
    description: 'Modelled quantities for the sheet of one participation, where at least three others have declared.',
  })
  async suggestVolumes(
    @Reads() read: RequestRead,
    @Args('participationId', { type: () => Uuid, description: 'The participation.' }) participationId: string,
  ): Promise<VolumeSuggestion[]> {
    return suggestVolumes(await read.work(), participationId);
  }

  @ResolveField(() => [VolumeLine], { description: 'The lines that were added up, of the same snapshot.' })
  async lines(@Parent() totals: VolumeTotals, @Reads() read: RequestRead): Promise<VolumeLine[]> {
    return linesOfCase(await read.work(), totals.caseId);
  }

  @ResolveField(() => [MunicipalityTotal], { description: 'The same lines by organisation, of the same snapshot.' })
  async municipalities(@Parent() totals: VolumeTotals, @Reads() read: RequestRead): Promise<MunicipalityTotal[]> {
    return municipalityTotalsOf(await read.work(), totals.caseId);
  }

  @Mutation(() => DeclareVolumesResult, {
    description: 'Declares or saves cells of the volume sheet of one organisation.',
  })
  declareVolumes(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: DeclareVolumesInput,
  ): Promise<VolumeSheet | Refusal> {
    return this.declareVolumesVerb.carryOut(asker, input);
  }

  @Mutation(() => ImportVolumesResult, {
    description: 'Takes over a filled-in workbook of one organisation’s volumes, or tells what it would change.',
  })
  importVolumes(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'The file.' }) input: ImportVolumesInput,
  ): Promise<VolumeImport | Refusal> {
    return this.importVolumesVerb.carryOut(asker, input);
  }
}
