import { buffer as collect } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { Language } from '@samanker/request';
import {
  reportTables,
  reportTitle,
  type ReportCell,
  type ReportEdition,
  type ReportTable,
} from './report-tables.rules';

const MARGIN = 40;
const LANGUAGES: Readonly<Record<Language, string>> = { NB: 'nb-NO', NN: 'nn-NO', EN: 'en-GB' };

/**
 * The report as a tagged PDF: title, language, headings, and tables whose head cells say what they head, so that a screen
 * reader reads it as a page.
 */
export async function reportPdf(edition: ReportEdition, language: Language): Promise<Buffer> {
  const title = reportTitle(edition, language);
  const pdf = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: LANGUAGES[language],
    info: { Title: title, Producer: 'Samanker', Creator: 'Samanker' },
  });
  const content = collect(pdf);
  const whole = pdf.struct('Document');
  pdf.addStructure(whole);
  const heading = (type: 'H1' | 'H2', text: string, size: number): void => {
    whole.add(
      pdf.struct(type, {}, () => {
        pdf.font('Helvetica-Bold').fontSize(size).text(text, MARGIN, pdf.y);
      }),
    );
    pdf.moveDown(0.5);
  };
  heading('H1', title, 18);
  for (const table of reportTables(edition, language)) {
    // A heading does not stand alone at the foot of a page.
    if (pdf.y > pdf.page.height - 4 * MARGIN) pdf.addPage();
    heading('H2', table.title, 13);
    drawTable(pdf, whole, table, language);
    pdf.moveDown(1.5);
  }
  whole.end();
  pdf.end();
  return content;
}

function drawTable(
  pdf: PDFKit.PDFDocument,
  whole: PDFKit.PDFStructureElement,
  { title, heads, rows }: ReportTable,
  language: Language,
): void {
  pdf.font('Helvetica').fontSize(8);
  const head = { type: 'TH' as const, scope: 'Column' as const, backgroundColor: '#e6edf5', padding: 3 };
  pdf.table({
    structParent: whole,
    title,
    position: { x: MARGIN, y: pdf.y },
    defaultStyle: { borderColor: '#9aa7b5', border: 0.5, padding: 3 },
    data: [
      heads.map((text) => ({ text, ...head })),
      ...rows.map((row) =>
        row.map((cell, at) => ({
          text: written(cell, language),
          align: typeof cell === 'string' ? ('left' as const) : ('right' as const),
          ...(at === 0 ? { type: 'TH' as const, scope: 'Row' as const } : {}),
        })),
      ),
    ],
  } as PDFKit.Mixins.TableOptionsWithData);
  pdf.x = MARGIN;
}

/** A decimal for reading: `1 234,5`, in English `1,234.5`. */
function written(cell: ReportCell, language: Language): string {
  if (typeof cell === 'string') return cell;
  const [whole = '', fraction = ''] = cell.number.split('.');
  const tail = fraction.replace(/0+$/, '');
  const [group, point] = language === 'EN' ? [',', '.'] : ['\u00a0', ','];
  return whole.replace(/\B(?=(\d{3})+$)/g, group) + (tail ? point + tail : '');
}
