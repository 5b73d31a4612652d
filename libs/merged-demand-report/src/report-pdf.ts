import { writePdf, type PdfBlock } from '@samanker/attachment';
import type { Language as Written } from '@samanker/clock';
import type { Language } from '@samanker/request';
import { reportTables, reportTitle, type ReportEdition } from './report-tables.rules';

/** R22: the report as a tagged PDF, a heading and a table for each of its tables. */
export function reportPdf(edition: ReportEdition, language: Language): Promise<Buffer> {
  return writePdf({
    title: reportTitle(edition, language),
    language: language.toLowerCase() as Written,
    layout: 'landscape',
    blocks: reportTables(edition, language).flatMap((table): PdfBlock[] => [
      { kind: 'heading', text: table.title },
      { kind: 'table', ...table },
    ]),
  });
}
