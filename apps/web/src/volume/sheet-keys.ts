/** A key as it was pressed. */
export interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
}

/** Where the caret stands in a cell, and whether its text is being edited (F2). */
export interface Caret {
  readonly start: number;
  readonly end: number;
  readonly length: number;
  readonly editing: boolean;
}

/** What a key does in a sheet: steps to another cell, edits the text, takes back what was typed; null: what it does in any field. */
export type SheetStep = { readonly rows: number; readonly columns: number } | 'EDIT' | 'TAKE_BACK' | null;

/** Rows that page up and page down pass. */
const PAGE = 10;
/** Further than any sheet. */
const ALL = 10_000;

const step = (rows: number, columns: number): SheetStep => ({ rows, columns });

/**
 * The keys of a spreadsheet, where they take nothing from the text: left and right leave a cell whose whole text is marked,
 * or at the end of the text that lies that way; with F2 they stay in the text.
 */
export function sheetStep({ key, shiftKey, ctrlKey, altKey }: Pressed, caret: Caret): SheetStep {
  if (altKey) return null;
  const whole = caret.start === 0 && caret.end === caret.length;
  const marking = shiftKey || (caret.start !== caret.end && !whole);
  switch (key) {
    case 'Enter':
      return ctrlKey ? null : step(shiftKey ? -1 : 1, 0);
    case 'ArrowDown':
      return shiftKey ? null : step(ctrlKey ? ALL : 1, 0);
    case 'ArrowUp':
      return shiftKey ? null : step(ctrlKey ? -ALL : -1, 0);
    case 'PageDown':
      return step(PAGE, 0);
    case 'PageUp':
      return step(-PAGE, 0);
    case 'F2':
      return 'EDIT';
    case 'Escape':
      return 'TAKE_BACK';
  }
  if (caret.editing || marking) return null;
  switch (key) {
    case 'ArrowLeft':
      return whole || caret.start === 0 ? step(0, ctrlKey ? -ALL : -1) : null;
    case 'ArrowRight':
      return whole || caret.end === caret.length ? step(0, ctrlKey ? ALL : 1) : null;
    case 'Home':
      return whole ? step(ctrlKey ? -ALL : 0, -ALL) : null;
    case 'End':
      return whole ? step(ctrlKey ? ALL : 0, ALL) : null;
    default:
      return null;
  }
}

/** The place a step leads to, within a sheet of so many. */
export function placeAfter(at: number, by: number, count: number): number {
  return Math.max(0, Math.min(count - 1, at + by));
}
