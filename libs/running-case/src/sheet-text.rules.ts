import type { WorkbookCell } from '@samanker/attachment';

/** What a cell of somebody's spreadsheet can hold: as `readWorkbook` gives it, or a plain text. */
export type SheetCell = WorkbookCell | undefined;

/** What stands in a cell, as a person reads it: blanks, also unbreakable ones, are one blank. */
export function textOf(cell: SheetCell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nei';
  return cell
    .normalize('NFC')
    .replace(/[\s\p{Cf}\p{Cc}]+/gu, ' ')
    .trim();
}

/** A text for comparing: lower case, without signs that people set as they like. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A text for finding what was meant: Søgne and Sogne, Hægebostad and Haegebostad alike. */
export function folded(text: string): string {
  return plain(text)
    .replace(/æ|ae/g, 'a')
    .replace(/ø|oe|ö/g, 'o')
    .replace(/å|aa|ä/g, 'a')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ /g, '');
}
