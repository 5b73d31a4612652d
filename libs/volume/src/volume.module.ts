import { Module } from '@nestjs/common';
import { AggregateVolumes } from './aggregate-volumes';
import { DeclareVolumes } from './declare-volumes';
import { ImportVolumes } from './import-volumes';
import { VolumeDeclaration, VolumeDraft, VolumeLine, VolumeLineNeed } from './volume-line.entity';
import { VolumeAggregation, VolumeTotal } from './volume-total.entity';
import { VolumeResolver } from './volume.resolver';

export const volumeEntities = [
  VolumeLine,
  VolumeLineNeed,
  VolumeDraft,
  VolumeDeclaration,
  VolumeTotal,
  VolumeAggregation,
];

@Module({ providers: [VolumeResolver, DeclareVolumes, ImportVolumes, AggregateVolumes], exports: [AggregateVolumes] })
export class VolumeModule {}
