import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePdf, type PdfContent } from './write-pdf';

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}

/** A PDF as a reading program sees it: its language, title, structure and words, by a program of its own. */
function asRead(pdf: Buffer): { lang: string; title: string; trees: Node[]; text: string } {
  const folder = mkdtempSync(join(tmpdir(), 'samanker-pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, pdf);
    const program = join(__dirname, '../../../test/environment/read-pdf.mjs');
    return JSON.parse(execFileSync(process.execPath, [program, file], { maxBuffer: 1e8 }).toString());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const roles = (node: Node): string[] => [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(roles)];

const SAMI = 'Guovdageainnu suohkan, Kárášjohka, Deanu gielda, Snåase, Divttasvuotna: áčđŋšŧž ÁČĐŊŠŦŽ ïäöÄÖ';
const NORWEGIAN = 'Åseral, Tvedestrand og Hægebostad: æøå ÆØÅ éèêëòóôü «sitat» – tankestrek';
const content: PdfContent = {
  title: 'Invitasjon til Deanu gielda',
  language: 'nn',
  layout: 'portrait',
  writtenAt: new Date('2016-02-10T08:00:00Z'),
  blocks: [
    { kind: 'paragraph', text: SAMI },
    { kind: 'heading', text: NORWEGIAN },
    { kind: 'list', items: ['Første ledd', 'Čuovvovaš'] },
    {
      kind: 'link',
      text: 'https://samanker.example/participations/1',
      url: 'https://samanker.example/participations/1',
    },
    { kind: 'table', title: 'Mengder', heads: ['Vare', 'Mengd'], rows: [['Trygghetsalarm', { number: '1234.500' }]] },
  ],
};

describe('a document as a tagged PDF', () => {
  it('Norwegian and Sámi letters come out of the text layer as they went in, in fonts of its own', async () => {
    const pdf = await writePdf(content);
    const { text } = asRead(pdf);
    const plain = text.replace(/\s+/g, ' ');
    for (const words of [SAMI, NORWEGIAN, 'Čuovvovaš', 'Invitasjon til Deanu gielda']) expect(plain).toContain(words);
    const written = pdf.toString('latin1');
    expect(written).toMatch(/\/FontFile2/);
    expect(written).not.toMatch(/\/BaseFont \/Helvetica/);
  });

  it('says its language, title and structure; figures as the language writes them', async () => {
    const { lang, title, trees, text } = asRead(await writePdf(content));
    expect({ lang, title }).toEqual({ lang: 'nn-NO', title: content.title });
    expect(trees.flatMap(roles)).toEqual(
      expect.arrayContaining(['H1', 'H2', 'P', 'L', 'LI', 'Link', 'Table', 'TH', 'TD']),
    );
    expect(text.replaceAll('\u00a0', ' ')).toContain('1 234,5');
  });

  it('the same content of the same moment is the same file', async () => {
    expect((await writePdf(content)).equals(await writePdf(content))).toBe(true);
  });
});
