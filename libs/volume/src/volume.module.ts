import { Module } from '@nestjs/common';
import { VerbModule } from '@samanker/verb';
import { VolumeDeclaration, VolumeDraft, VolumeLine, VolumeLineNeed } from './volume-line.entity';
import { VolumeAggregation, VolumeTotal } from './volume-total.entity';

export const volumeEntities = [
  VolumeLine,
  VolumeLineNeed,
  VolumeDraft,
  VolumeDeclaration,
  VolumeTotal,
  VolumeAggregation,
];

@Module({ imports: [VerbModule] })
export class VolumeModule {}
