import { Module } from '@nestjs/common';
import { VerbModule } from '@samanker/verb';
import { CasePart, ProcurementCase, VolumeItem } from './procurement-case.entity';
import { ProcurementCaseResolver } from './procurement-case.resolver';

export const procurementCaseEntities = [ProcurementCase, CasePart, VolumeItem];

@Module({ imports: [VerbModule], providers: [ProcurementCaseResolver] })
export class ProcurementCaseModule {}
