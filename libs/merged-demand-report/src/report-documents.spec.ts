import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorkbook } from '@samanker/attachment';
import { assembleReport } from './merged-demand-report.rules';
import { reportCsv, reportWorkbook } from './report-documents';
import { facts, line, participant } from './report-facts.fixture';
import { reportPdf } from './report-pdf';
import { reportTables, reportTitle } from './report-tables.rules';

const edition = {
  content: assembleReport(
    facts({
      participants: [
        participant('1001', { name: 'Åseral æøå' } as never),
        participant('1002', { powerOfAttorney: null }),
      ],
      lines: [line('1001', 2017, '1000.5', { maximum: '1500' }), line('1002', 2017, '10')],
    }),
  ),
  sha256: 'ab'.repeat(32),
  number: 2,
};

/** A PDF as a reading program sees it: its language, title, structure and words, by a program of its own. */
function asRead(pdf: Buffer): { lang: string; title: string; trees: Node[]; text: string } {
  const folder = mkdtempSync(join(tmpdir(), 'samanker-pdf-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, pdf);
    const program = join(__dirname, '../../../test/environment/read-pdf.mjs');
    return JSON.parse(execFileSync(process.execPath, [program, file], { maxBuffer: 1e8 }).toString());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}

const roles = (node: Node): string[] => [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(roles)];

describe('the merged-demand report as a document (R22)', () => {
  it('has every table in three languages, with version and hash; each row has a cell for each head', () => {
    for (const language of ['NB', 'NN', 'EN'] as const) {
      const tables = reportTables(edition, language);
      expect(tables).toHaveLength(6);
      for (const { heads, rows } of tables) for (const row of rows) expect(row).toHaveLength(heads.length);
      expect(tables[0]!.rows).toEqual(expect.arrayContaining([['SHA-256', edition.sha256]]));
    }
    expect(reportTitle(edition, 'NB')).toBe(`Samlet behovsrapport: ${edition.content.title}, versjon 2`);
    expect(reportTitle({ ...edition, number: null }, 'EN')).toBe(`Merged-demand report: ${edition.content.title}`);
  });

  it('as CSV it has a byte order mark, semicolons, decimal commas', () => {
    const csv = reportCsv(edition, 'NB').toString('utf8');
    expect(csv.startsWith('\ufeffOm rapporten\r\nOpplysning;Verdi\r\n')).toBe(true);
    expect(csv).toContain('"1000,5');
    expect(csv).toContain(edition.sha256);
  });

  it('as Excel it has a sheet for each table, figures as figures', async () => {
    const sheets = await readWorkbook(await reportWorkbook(edition, 'NB'));
    expect(Array.isArray(sheets) && sheets.map(({ name }) => name)).toEqual([
      'Om rapporten',
      'Deltakere',
      'Verdier per del',
      'Samlede mengder',
      'Mengder per kommune',
      'Dette mangler',
    ]);
    expect(Array.isArray(sheets) && sheets[4]!.rows.flat()).toContain('1000.5');
  });

  it('as PDF it is tagged: language, title, headings, tables with head cells, in the words of the report', async () => {
    const pdf = await reportPdf(edition, 'NN');
    const { lang, title, trees, text } = asRead(pdf);
    expect({ lang, title }).toEqual({ lang: 'nn-NO', title: reportTitle(edition, 'NN') });
    expect(pdf.toString('latin1')).toMatch(/\/Marked true/);
    const all = trees.flatMap(roles);
    const count = (role: string): number => all.filter((one) => one === role).length;
    expect(count('H1')).toBe(1);
    expect(count('H2')).toBe(6);
    expect(count('Table')).toBeGreaterThanOrEqual(6);
    expect(count('TH')).toBeGreaterThan(30);
    expect(count('TD')).toBeGreaterThan(30);
    expect(text).toContain('Samla behovsrapport');
    expect(text).toContain(edition.content.title);
  });
});
