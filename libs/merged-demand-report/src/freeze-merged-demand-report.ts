import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { CaseClosed, CaseStage, lockCase, mayLeadCase, type LockedCase } from '@samanker/procurement-case';
import {
  IdempotencyKeyReused,
  LogInTooWeak,
  InvalidInput,
  NotFound,
  NotPermitted,
  Uuid,
  type Asker,
  type Refusal,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { MergedDemandReportFrozen } from './merged-demand-report.events';
import { MergedDemandReport } from './merged-demand-report.entity';
import { currentReport, frozenReportById, latestFrozen } from './merged-demand-report.queries';

@InputType({ description: 'Which case’s report to freeze.' })
export class FreezeMergedDemandReportInput {
  @Field(() => Uuid, { description: 'Id of the case.' })
  caseId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const FreezeMergedDemandReportResult = createUnionType({
  name: 'FreezeMergedDemandReportResult',
  description: 'The frozen version, or why none was made.',
  types: () =>
    [MergedDemandReport, NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused, LogInTooWeak, CaseClosed] as const,
  resolveType: (value: object) => value.constructor,
});

/** R22: keeps the report of this moment as a numbered version. The same data again is the same version. */
@Injectable()
export class FreezeMergedDemandReport {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: FreezeMergedDemandReportInput): Promise<MergedDemandReport | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'freezeMergedDemandReport',
      load: (work) => lockCase(work, input.caseId),
      may: mayLeadCase,
      carryOut: (work, locked) => freeze(work, locked),
      answer: async (work, id) => (await frozenReportById(work, id))!,
    });
  }
}

async function freeze(work: Work, locked: LockedCase): Promise<Done | Refusal> {
  if (locked.stage === CaseStage.CANCELLED || locked.stage === CaseStage.PAUSED)
    return new CaseClosed(['input', 'caseId']);
  const report = (await currentReport(work, locked.id))!;
  const latest = await latestFrozen(work, locked.id);
  if (latest?.sha256 === report.sha256) return { id: latest.id };
  const number = (latest?.number ?? 0) + 1;
  const made = (await work.one<{ id: string }>(
    `insert into merged_demand_report (region_id, case_id, number, content, sha256, frozen_by)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [work.regionId, locked.id, number, report.canonicalContent, report.sha256, work.actor.personId],
  ))!;
  work.log({
    verb: 'freezeMergedDemandReport',
    subjectType: 'MergedDemandReport',
    subjectId: made.id,
    caseId: locked.id,
    organisationId: locked.hostOrganisationId,
    before: latest && { number: latest.number, sha256: latest.sha256 },
    after: { number, sha256: report.sha256 },
  });
  work.publish(new MergedDemandReportFrozen({ reportId: made.id, caseId: locked.id }));
  return made;
}
