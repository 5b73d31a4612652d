import { csvText, writeWorkbook } from '@samanker/attachment';
import type { Work } from '@samanker/database';
import type { Language } from '@samanker/request';
import { currentReport, frozenReportById, frozenReports } from './merged-demand-report.queries';
import type { ReportContent } from './report-content';
import { reportTables, type ReportCell, type ReportEdition } from './report-tables.rules';

/** The report of a case as it is now, or its frozen version of that number; null when there is none (R22, R28). */
export async function reportEdition(
  work: Work,
  caseId: string,
  frozenNumber: number | null,
): Promise<ReportEdition | null> {
  if (frozenNumber === null) {
    const current = await currentReport(work, caseId);
    return current && { content: current.content, sha256: current.sha256, number: null };
  }
  const summary = (await frozenReports(work, caseId)).find(({ number }) => number === frozenNumber);
  const frozen = summary && (await frozenReportById(work, summary.id));
  if (!frozen) return null;
  const content = JSON.parse(frozen.canonicalContent) as ReportContent;
  return { content, sha256: frozen.sha256, number: frozen.number };
}

/** Every table of the report below one another, with decimal commas, for Norwegian spreadsheets. */
export function reportCsv(edition: ReportEdition, language: Language): Buffer {
  const written = (cell: ReportCell): string => (typeof cell === 'string' ? cell : cell.number.replace('.', ','));
  const rows = reportTables(edition, language).flatMap(({ title, heads, rows }) => [
    [title],
    [...heads],
    ...rows.map((row) => row.map(written)),
    [],
  ]);
  return Buffer.from(csvText(rows), 'utf8');
}

/** The report as a workbook, a sheet for each table. */
export function reportWorkbook(edition: ReportEdition, language: Language): Promise<Buffer> {
  return writeWorkbook(
    reportTables(edition, language).map(({ title, heads, rows }) => ({
      name: title,
      columns: heads.map((head, at) => ({ title: head, width: at === 0 ? 30 : heads.length === 2 ? 70 : 18 })),
      rows,
    })),
  );
}
