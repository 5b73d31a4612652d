import { Module } from '@nestjs/common';
import { VerbModule } from '@samanker/verb';
import { FreezeMergedDemandReport } from './freeze-merged-demand-report';
import { MergedDemandReportResolver } from './merged-demand-report.resolver';

/** The computed view of a case's demand, and its frozen numbered versions. */
@Module({ imports: [VerbModule], providers: [MergedDemandReportResolver, FreezeMergedDemandReport] })
export class MergedDemandReportModule {}
