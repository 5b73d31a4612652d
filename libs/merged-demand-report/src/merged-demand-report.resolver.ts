import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { AskedBy, Uuid, type Asker } from '@samanker/request';
import {
  FreezeMergedDemandReport,
  FreezeMergedDemandReportInput,
  FreezeMergedDemandReportResult,
} from './freeze-merged-demand-report';
import { FrozenReportSummary, LiveMergedDemandReport, MergedDemandReport } from './merged-demand-report.entity';
import { leavingEffectOf } from './leaving-effect.queries';
import { LeavingEffect } from './leaving-effect.type';
import { reportDifferencesOf } from './report-differences.queries';
import { ReportDifferences } from './report-differences.type';
import { frozenReportById, frozenReports, mergedDemandReport } from './merged-demand-report.queries';

@Resolver(() => MergedDemandReport)
export class MergedDemandReportResolver {
  constructor(private readonly freeze: FreezeMergedDemandReport) {}

  @Query(() => LiveMergedDemandReport, {
    nullable: true,
    description: 'The merged-demand report of a case as the data is now.',
  })
  async mergedDemandReport(
    @Reads() read: RequestRead,
    @Args('caseId', { type: () => Uuid, description: 'Id of the case.' }) caseId: string,
  ) {
    return mergedDemandReport(await read.work(), caseId);
  }

  @Query(() => [FrozenReportSummary], { description: 'The frozen versions of a case’s report, newest first.' })
  async frozenReports(
    @Reads() read: RequestRead,
    @Args('caseId', { type: () => Uuid, description: 'Id of the case.' }) caseId: string,
  ) {
    return frozenReports(await read.work(), caseId);
  }

  @Query(() => MergedDemandReport, { nullable: true, description: 'One frozen version with what it says.' })
  async frozenReport(
    @Reads() read: RequestRead,
    @Args('id', { type: () => Uuid, description: 'Id of the version.' }) id: string,
  ) {
    return frozenReportById(await read.work(), id);
  }

  @Query(() => ReportDifferences, {
    nullable: true,
    description: 'What has changed from a frozen version of a case’s report to another one, or to the data of now.',
  })
  async reportDifferences(
    @Reads() read: RequestRead,
    @Args('caseId', { type: () => Uuid, description: 'Id of the case.' }) caseId: string,
    @Args('fromVersion', { type: () => Int, description: 'Number of the earlier frozen version.' })
    fromVersion: number,
    @Args('toVersion', {
      type: () => Int,
      nullable: true,
      description: 'Number of the later frozen version; left out: the data of this moment.',
    })
    toVersion?: number | null,
  ) {
    return reportDifferencesOf(await read.work(), { caseId, from: fromVersion, to: toVersion ?? null });
  }

  @Query(() => LeavingEffect, {
    nullable: true,
    description: 'What it would change that an organisation leaves its case; null when there is no such participation.',
  })
  async leavingEffect(
    @Reads() read: RequestRead,
    @Args('participationId', { type: () => Uuid, description: 'The participation.' }) participationId: string,
  ) {
    return leavingEffectOf(await read.work(), participationId);
  }

  @Mutation(() => FreezeMergedDemandReportResult, {
    description: 'Freezes the report of this moment as a numbered version; the same data again is the same version.',
  })
  freezeMergedDemandReport(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'Which case.' }) input: FreezeMergedDemandReportInput,
  ) {
    return this.freeze.carryOut(asker, input);
  }
}
