/** What a file is, judged by its two ends; the content between them is never interpreted. */
export interface FileEnds {
  readonly head: Buffer;
  readonly tail: Buffer;
}

/** Why a file is not taken for the kind that it says it is. */
export type KindFault = 'NOT_OF_KIND' | 'INCOMPLETE' | 'HOLDS_ANOTHER';

/** A kind of file that is taken. */
export interface FileKind {
  readonly mediaType: string;
  readonly extension: string;
  /** Whether the first bytes are enough to say no. */
  readonly faultOfHead: (head: Buffer) => KindFault | null;
  readonly faultOf: (ends: FileEnds) => KindFault | null;
}

/** Page descriptions that a browser would run, were it to take the file for a page. */
const PAGE = /<\s*(?:!doctype\s+html|html|head|body|script|iframe|svg|object|embed|\?php)/i;
/** The record by which every reader finds the directory of a ZIP archive, counted from the end of the file. */
const ZIP_DIRECTORY = Buffer.from('PK\u0005\u0006', 'latin1');

const pdf: FileKind = {
  mediaType: 'application/pdf',
  extension: '.pdf',
  faultOfHead: (head) => {
    // At the very first byte: readers forgive what stands before it, and that is how a PDF is something else as well.
    const text = head.toString('latin1');
    if (!/^%PDF-[12]\.\d/.test(text)) return 'NOT_OF_KIND';
    return PAGE.test(text) ? 'HOLDS_ANOTHER' : null;
  },
  faultOf: ({ head, tail }) => {
    const fault = pdf.faultOfHead(head);
    if (fault) return fault;
    if (tail.includes(ZIP_DIRECTORY)) return 'HOLDS_ANOTHER';
    const text = tail.toString('latin1');
    const end = text.lastIndexOf('%%EOF');
    if (end < 0 || !/startxref\s+\d{1,10}\s+$/.test(text.slice(Math.max(0, end - 64), end))) return 'INCOMPLETE';
    // Behind the end stand line breaks, and zeros where a writer filled up a block.
    return /^[\s\0]*$/.test(text.slice(end + '%%EOF'.length)) ? null : 'HOLDS_ANOTHER';
  },
};

/** Every kind that is taken, by its media type. Decisions are kept as PDF; another kind is another row. */
export const FILE_KINDS: Readonly<Record<string, FileKind>> = { [pdf.mediaType]: pdf };

/** The kind that a request says it sends; parameters such as a version do not matter. */
export function kindOf(contentType: string | undefined): FileKind | null {
  const said = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return Object.hasOwn(FILE_KINDS, said) ? FILE_KINDS[said]! : null;
}
