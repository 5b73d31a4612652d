import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { linesOf } from './pdf-lines';

GlobalWorkerOptions.workerSrc = workerAddress;

/** Pages that are read at most: a meeting calendar has a few. */
const MOST_PAGES = 40;

/**
 * The text of a PDF, read here in the browser: the file never leaves it, and nothing in it is run. Null for a file that
 * cannot be read; empty for one that holds only pictures, as a scanner makes it.
 */
export async function textOfPdf(file: Blob): Promise<string | null> {
  const reading = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    disableFontFace: true,
    useWasm: false,
    verbosity: 0,
  });
  try {
    const pdf = await reading.promise;
    const lines: string[] = [];
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      const pieces = items.flatMap((item) =>
        'str' in item
          ? [{ text: item.str, x: item.transform[4], y: item.transform[5], width: item.width, size: item.height }]
          : [],
      );
      lines.push(...linesOf(pieces));
    }
    return lines.join('\n');
  } catch {
    return null;
  } finally {
    await reading.destroy();
  }
}
