import { createHash } from 'node:crypto';
import type { Work } from '@samanker/database';
import { canonicalJson } from '@samanker/decision-log';
import { assembleReport } from './merged-demand-report.rules';
import { FrozenReportSummary, LiveMergedDemandReport, MergedDemandReport } from './merged-demand-report.entity';
import type { ReportContent } from './report-content';
import type { MergedDemandReportContent } from './report-content.type';
import { menderOf, menderOrganisation } from './gap-mender.rules';
import { gapSentence } from './report-gap.rules';
import type { ReportFacts } from './report-facts';
import { reportFacts } from './report-facts.queries';

/** A report computed from the rows of this moment, with the bytes that are hashed. */
export interface CurrentReport {
  readonly facts: ReportFacts;
  readonly content: ReportContent;
  readonly canonicalContent: string;
  readonly sha256: string;
}

const SUMMARY = `id, number, sha256, frozen_at as "frozenAt", frozen_by as "frozenBy"`;

/** R22: the report of a case as the data is now; null when the case is not one of the region's. One statement, one snapshot. */
export async function currentReport(work: Work, caseId: string): Promise<CurrentReport | null> {
  const facts = await reportFacts(work, caseId);
  if (!facts) return null;
  const content = assembleReport(facts);
  const canonicalContent = canonicalJson(content);
  return {
    facts,
    content,
    canonicalContent,
    sha256: createHash('sha256').update(canonicalContent, 'utf8').digest('hex'),
  };
}

/** The latest frozen version of a case's report, without its content; null when none is frozen. */
export async function latestFrozen(work: Work, caseId: string): Promise<FrozenReportSummary | null> {
  const row = await work.one<FrozenReportSummary>(
    `select ${SUMMARY} from merged_demand_report where case_id = $1 order by number desc limit 1`,
    [caseId],
    'latest-frozen-report',
  );
  return row && Object.assign(new FrozenReportSummary(), row);
}

/** Every frozen version of a case's report, newest first, without content. */
export async function frozenReports(work: Work, caseId: string): Promise<FrozenReportSummary[]> {
  const rows = await work.query<FrozenReportSummary>(
    `select ${SUMMARY} from merged_demand_report where case_id = $1 order by number desc`,
    [caseId],
    'frozen-reports',
  );
  return rows.map((row) => Object.assign(new FrozenReportSummary(), row));
}

/** One frozen version with its content, or null. */
export async function frozenReportById(work: Work, id: string): Promise<MergedDemandReport | null> {
  const row = await work.one<MergedDemandReport>(
    `select ${SUMMARY}, region_id as "regionId", case_id as "caseId", content as "canonicalContent"
     from merged_demand_report where id = $1`,
    [id],
    'frozen-report-by-id',
  );
  return (
    row &&
    Object.assign(new MergedDemandReport(), row, {
      content: shown(JSON.parse(row.canonicalContent) as ReportContent, work),
    })
  );
}

/** The live report with its standing to the latest frozen version; null when the case is not one of the region's. */
export async function mergedDemandReport(work: Work, caseId: string): Promise<LiveMergedDemandReport | null> {
  const current = await currentReport(work, caseId);
  if (!current) return null;
  const latest = await latestFrozen(work, caseId);
  return Object.assign(new LiveMergedDemandReport(), {
    caseId,
    content: shown(current.content, work),
    sha256: current.sha256,
    latestFrozen: latest,
    equalsLatestFrozen: latest?.sha256 === current.sha256,
  });
}

/** The content as it is shown: with a sentence for each gap, in the language of the one who asks. */
function shown(content: ReportContent, work: Work): MergedDemandReportContent {
  const names = new Map(content.participants.map(({ organisationId, name }) => [organisationId, name]));
  names.set(content.host.organisationId, content.host.name);
  const missing = content.missing.map((one) => {
    const mender = menderOf(one.gap);
    const organisation = menderOrganisation(mender, one.organisationId, content.host.organisationId);
    return {
      ...one,
      sentence: gapSentence(one, work.actor.language),
      menderName: organisation && (names.get(organisation) ?? null),
      menderRoles: mender.roles,
    };
  });
  const participants = content.participants.map((one) => ({ registeredOnBehalf: false, left: null, ...one }));
  return { ...content, participants, missing } as unknown as MergedDemandReportContent;
}
