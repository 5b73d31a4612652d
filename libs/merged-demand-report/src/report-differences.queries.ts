import type { Work } from '@samanker/database';
import { currentReport } from './merged-demand-report.queries';
import type { ReportContent } from './report-content';
import { differenceSentence } from './report-difference-sentence.rules';
import { reportDifferences } from './report-differences.rules';
import { ComparedEdition, ReportDifference, ReportDifferences } from './report-differences.type';

interface Edition extends ComparedEdition {
  readonly content: ReportContent;
}

/** R22: a frozen version against another one, or against the data of this moment; null where one of them is not there. */
export async function reportDifferencesOf(
  work: Work,
  asked: { readonly caseId: string; readonly from: number; readonly to: number | null },
): Promise<ReportDifferences | null> {
  const { caseId, from, to } = asked;
  const frozen = await frozenEditions(work, caseId, to === null ? [from] : [from, to]);
  const earlier = frozen.get(from);
  const later = to === null ? await editionOfNow(work, caseId) : frozen.get(to);
  if (!earlier || !later) return null;
  return Object.assign(new ReportDifferences(), {
    caseId,
    from: named(earlier),
    to: named(later),
    differences: reportDifferences(earlier.content, later.content).map((one) =>
      Object.assign(new ReportDifference(), one, { sentence: differenceSentence(one, work.actor.language) }),
    ),
  });
}

async function editionOfNow(work: Work, caseId: string): Promise<Edition | null> {
  const current = await currentReport(work, caseId);
  return current && { number: null, sha256: current.sha256, frozenAt: null, content: current.content };
}

async function frozenEditions(work: Work, caseId: string, numbers: readonly number[]): Promise<Map<number, Edition>> {
  const rows = await work.query<{ number: number; sha256: string; frozenAt: Date; canonicalContent: string }>(
    `select number, sha256, frozen_at as "frozenAt", content as "canonicalContent" from merged_demand_report
     where case_id = $1 and number = any($2::int[])`,
    [caseId, numbers],
    'frozen-editions',
  );
  return new Map(
    rows.map(({ canonicalContent, ...row }) => [
      row.number,
      { ...row, content: JSON.parse(canonicalContent) as ReportContent },
    ]),
  );
}

function named({ number, sha256, frozenAt }: Edition): ComparedEdition {
  return Object.assign(new ComparedEdition(), { number, sha256, frozenAt });
}
