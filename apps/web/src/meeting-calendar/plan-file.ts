/** The service takes a million characters of base64. */
export const LARGEST_PLAN = 740_000;

/** A PDF is read in the browser, and only its text is sent. */
export const LARGEST_PDF = 10_000_000;

/** Signs that come along out of PDF files and that no text holds. */
const UNSEEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** A text as it can be kept: page breaks and other unseen signs become line breaks. */
export function plainText(text: string): string {
  return text.replace(UNSEEN, '\n').toWellFormed();
}

/** A text file as people in Norway save it: UTF-8, or what Windows did before. */
export async function textOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return plainText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return plainText(new TextDecoder('windows-1252').decode(bytes));
  }
}

/** The bytes of a file in base64. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  // In pieces: the arguments of one call are limited.
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}
