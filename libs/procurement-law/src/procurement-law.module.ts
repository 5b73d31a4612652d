import { Module } from '@nestjs/common';
import { ProcurementLawResolver } from './procurement-law.resolver';

/** Thresholds and statutory time limits as dated data. */
@Module({ providers: [ProcurementLawResolver] })
export class ProcurementLawModule {}
