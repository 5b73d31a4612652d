import { formatDecimal, type Language } from '@samanker/clock';
import { buffer as collect } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';

/** A cell of a table: a text, or a decimal that is written the way the language writes it. */
export type PdfCell = string | { readonly number: string };

/** One block of a document. A table's first column heads its rows. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly heads: readonly string[];
      readonly rows: readonly (readonly PdfCell[])[];
    };

/** A document to be written as a PDF. */
export interface PdfContent {
  readonly title: string;
  readonly language: Language;
  readonly layout: 'portrait' | 'landscape';
  readonly blocks: readonly PdfBlock[];
  /** Goes into the file; the same moment and content give the same file. */
  readonly writtenAt?: Date;
}

// Embedded, so that every reader shows and finds the same letters: the standard fonts lack č, đ, ŋ, š, ŧ and ž.
const FONTS = {
  text: require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
};
const LANGUAGES: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const MARGINS = { portrait: 64, landscape: 40 };
const SIZES = { title: 18, heading: 13, text: 10.5, cell: 8 };

/**
 * A tagged PDF: title, language, headings, paragraphs, lists, and tables whose head cells say what they head, so that a
 * screen reader reads it as a page.
 */
export async function writePdf(content: PdfContent): Promise<Buffer> {
  const { title, language, layout } = content;
  const margin = MARGINS[layout];
  const pdf = new PDFDocument({
    size: 'A4',
    layout,
    margin,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: LANGUAGES[language],
    font: FONTS.text,
    info: {
      Title: title,
      Producer: 'Samanker',
      Creator: 'Samanker',
      ...(content.writtenAt && { CreationDate: content.writtenAt }),
    },
  });
  const written = collect(pdf);
  pdf.registerFont('text', FONTS.text).registerFont('strong', FONTS.strong);
  const whole = pdf.struct('Document');
  pdf.addStructure(whole);
  const heading = (type: 'H1' | 'H2', text: string): void => {
    // A heading does not stand alone at the foot of a page.
    if (pdf.y > pdf.page.height - margin - 120) pdf.addPage();
    whole.add(
      pdf.struct(type, {}, () => {
        pdf.font('strong').fontSize(type === 'H1' ? SIZES.title : SIZES.heading);
        pdf.text(text, margin, pdf.y);
      }),
    );
    pdf.moveDown(0.5);
  };
  heading('H1', title);
  for (const block of content.blocks) {
    if (block.kind === 'heading') heading('H2', block.text);
    else if (block.kind === 'table') await drawTable(pdf, whole, block, language, margin);
    else if (block.kind === 'list') drawList(pdf, whole, block.items, margin);
    else drawParagraph(pdf, whole, block, margin);
    await others();
  }
  whole.end();
  pdf.end();
  return written;
}

/** Rows of a table that are drawn before others get their turn. */
const ROWS_AT_ONCE = 20;

/** A long document is drawn in pieces: whoever else asks the service something is answered in between. */
function others(): Promise<void> {
  return new Promise((go) => setImmediate(go));
}

type Pdf = PDFKit.PDFDocument;
type Structure = PDFKit.PDFStructureElement;

function drawParagraph(
  pdf: Pdf,
  whole: Structure,
  block: Extract<PdfBlock, { kind: 'paragraph' | 'link' }>,
  margin: number,
): void {
  const url = block.kind === 'link' ? block.url : null;
  whole.add(
    pdf.struct(url ? 'Link' : 'P', {}, () => {
      pdf
        .font('text')
        .fontSize(SIZES.text)
        .fillColor(url ? '#0a4a8f' : '#000000');
      pdf.text(block.text, margin, pdf.y, { lineGap: 2, ...(url && { link: url, underline: true }) });
      pdf.fillColor('#000000');
    }),
  );
  pdf.moveDown(0.7);
}

function drawList(pdf: Pdf, whole: Structure, items: readonly string[], margin: number): void {
  const list = pdf.struct('L');
  whole.add(list);
  for (const item of items) {
    list.add(
      pdf.struct('LI', {}, () => {
        pdf.font('text').fontSize(SIZES.text);
        pdf.text(`–  ${item}`, margin + 12, pdf.y, { lineGap: 2 });
      }),
    );
    pdf.moveDown(0.3);
  }
  list.end();
  pdf.moveDown(0.4);
}

async function drawTable(
  pdf: Pdf,
  whole: Structure,
  { title, heads, rows }: Extract<PdfBlock, { kind: 'table' }>,
  language: Language,
  margin: number,
): Promise<void> {
  pdf.font('text').fontSize(SIZES.cell);
  const head = { type: 'TH' as const, scope: 'Column' as const, backgroundColor: '#e6edf5', padding: 3 };
  const table = pdf.table({
    structParent: whole,
    title,
    position: { x: margin, y: pdf.y },
    defaultStyle: { borderColor: '#9aa7b5', border: 0.5, padding: 3 },
  } as PDFKit.Mixins.TableOptions);
  table.row(heads.map((text) => ({ text, ...head })));
  for (const [number, row] of rows.entries()) {
    const cells = row.map((cell, at) => ({
      text: typeof cell === 'string' ? cell : shown(cell.number, language),
      align: typeof cell === 'string' ? ('left' as const) : ('right' as const),
      ...(at === 0 ? { type: 'TH' as const, scope: 'Row' as const } : {}),
    }));
    // The type of the package knows fewer ways to align than the package.
    table.row(cells as unknown as Parameters<typeof table.row>[0]);
    if (number % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await others();
  }
  table.end();
  pdf.x = margin;
  pdf.moveDown(1.5);
}

/** A decimal for reading, without zeros at its end. */
function shown(decimal: string, language: Language): string {
  return formatDecimal(decimal.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''), language);
}
