import Decimal from 'decimal.js';
import { cellName, givenCell, type WorkbookCell, type WorkbookSheet, type WrittenSheet } from '@samanker/attachment';
import type { Language, Texts } from '@samanker/request';

/** Which of the two quantities of a cell. */
export type QuantityKind = 'EXPECTED' | 'MAXIMUM';

/** An item as the sheet lists it. */
export interface SheetItem {
  readonly itemId: string;
  readonly partTitle: string;
  readonly name: string;
  readonly unitName: string;
}

/** A quantity as it is kept, declared or saved. */
export interface KeptQuantity {
  readonly itemId: string;
  readonly year: number;
  readonly expected: string;
  readonly maximum: string | null;
  readonly unitPrice: string | null;
  readonly origin: string;
}

/** Everything that a workbook of volumes is made from, and read against. */
export interface VolumeBook {
  readonly participationId: string;
  readonly items: readonly SheetItem[];
  readonly years: readonly number[];
  readonly kept: readonly KeptQuantity[];
}

const WORDS = {
  sheet: { nb: 'Volum', nn: 'Volum', en: 'Volumes' },
  part: { nb: 'Del', nn: 'Del', en: 'Part' },
  item: { nb: 'Vare eller tjeneste', nn: 'Vare eller teneste', en: 'Good or service' },
  kind: { nb: 'Mengde', nn: 'Mengd', en: 'Quantity' },
  unit: { nb: 'Enhet', nn: 'Eining', en: 'Unit' },
  EXPECTED: { nb: 'Forventet', nn: 'Forventa', en: 'Expected' },
  MAXIMUM: { nb: 'Største', nn: 'Største', en: 'Largest' },
  sum: { nb: 'Sum', nn: 'Sum', en: 'Sum' },
  modelled: { nb: 'Modellert', nn: 'Modellert', en: 'Modelled' },
} satisfies Record<string, Texts>;

/** Why a file is not the sheet of this participation. */
export type BookFault = 'NO_KEYS' | 'OTHER_PARTICIPATION';

/** A cell that cannot be read. */
export interface CellFault {
  readonly cell: string;
  readonly fault: 'NOT_A_NUMBER' | 'UNKNOWN_ROW' | 'ROW_TWICE' | 'YEAR_TWICE' | 'UNKNOWN_YEAR';
}

/** A quantity that the file says differently from what is kept. */
export interface QuantityChange {
  /** Where it stands in the file, for example `Volum!E5`. */
  readonly cell: string;
  readonly itemId: string;
  readonly year: number;
  readonly kind: QuantityKind;
  readonly before: string | null;
  /** Null: no largest quantity any more. */
  readonly after: string | null;
}

/** What a file says. */
export interface ReadBook {
  readonly changes: readonly QuantityChange[];
  readonly faults: readonly CellFault[];
  /** How many quantities stand in the file. */
  readonly quantities: number;
}

const KEY_HEAD = 'samanker:';
const KINDS: readonly QuantityKind[] = ['EXPECTED', 'MAXIMUM'];
/** Digits that a spreadsheet means; what stands behind them is the rounding of its arithmetic. */
const MEANT_DIGITS = 15;

/** U7: the sheet to fill in, two rows an item, a column a year; by the keys in the last column it is known again. */
export function volumeSheet({ participationId, items, years, kept }: VolumeBook, language: Language): WrittenSheet {
  const say = (word: keyof typeof WORDS): string => textIn(WORDS[word], language);
  const known = new Map(kept.map((one) => [`${one.itemId} ${one.year}`, one]));
  return {
    name: say('sheet'),
    stuck: 4,
    columns: [
      { title: say('part'), width: 22 },
      { title: say('item'), width: 34 },
      { title: say('kind'), width: 12 },
      { title: say('unit'), width: 14 },
      ...years.map((year) => ({ title: String(year), width: 13 })),
      { title: say('sum'), width: 14 },
      { title: say('modelled'), width: 14 },
      { title: KEY_HEAD + participationId, width: 6, faint: true },
    ],
    rows: items.flatMap((item) =>
      KINDS.map((kind) => {
        const quantities = years.map((year) => known.get(`${item.itemId} ${year}`));
        const modelled = years.filter((_, at) => quantities[at]?.origin === 'MODELLED');
        return [
          item.partTitle,
          item.name,
          say(kind),
          item.unitName,
          ...quantities.map((one) => {
            const number = one && (kind === 'EXPECTED' ? one.expected : one.maximum);
            return number == null ? null : { number, modelled: one?.origin === 'MODELLED' };
          }),
          { sumOf: [4, 3 + years.length] as const },
          kind === 'EXPECTED' ? modelled.join(', ') : '',
          `${item.itemId} ${kind}`,
        ];
      }),
    ),
  };
}

/** U7: what a filled-in sheet says differently. Rows may be sorted or left out; an emptied quantity is nothing bought. */
export function readVolumeSheet(sheets: readonly WorkbookSheet[], book: VolumeBook): ReadBook | BookFault {
  const found = findKeys(sheets);
  if (!found) return 'NO_KEYS';
  if (found.participationId !== book.participationId) return 'OTHER_PARTICIPATION';
  const { sheet, keyColumn } = found;
  const faults: CellFault[] = [];
  const years = yearColumns(sheet, keyColumn, book.years, faults);
  const known = new Map(book.kept.map((one) => [`${one.itemId} ${one.year}`, one]));
  const items = new Set(book.items.map(({ itemId }) => itemId));
  const changes: QuantityChange[] = [];
  const seen = new Set<string>();
  let quantities = 0;
  for (const [down, row] of sheet.rows.entries()) {
    if (down === 0 || row.every((cell) => cell === null || cell === '')) continue;
    const key = textOf(row[keyColumn] ?? null);
    const [itemId = '', kind = ''] = key.split(' ');
    const filled = years.some(({ column }) => textOf(row[column] ?? null) !== '');
    const at = cellName(sheet.name, down, keyColumn);
    if (!items.has(itemId) || !isKind(kind)) {
      if (filled) faults.push({ cell: at, fault: 'UNKNOWN_ROW' });
      continue;
    }
    if (seen.has(key)) {
      faults.push({ cell: at, fault: 'ROW_TWICE' });
      continue;
    }
    seen.add(key);
    for (const { year, column } of years) {
      const cell = cellName(sheet.name, down, column);
      const text = textOf(row[column] ?? null);
      const read = text === '' ? null : readQuantity(text);
      if (read === 'NOT_A_NUMBER') {
        faults.push({ cell, fault: 'NOT_A_NUMBER' });
        continue;
      }
      if (read !== null) quantities++;
      const kept = known.get(`${itemId} ${year}`);
      const before = (kind === 'EXPECTED' ? kept?.expected : kept?.maximum) ?? null;
      const after = read ?? (kind === 'EXPECTED' && before !== null ? '0' : null);
      if (!equal(before, after)) changes.push({ cell, itemId, year, kind, before, after });
    }
  }
  return { changes, faults, quantities };
}

function findKeys(sheets: readonly WorkbookSheet[]) {
  for (const sheet of sheets) {
    const heads = (sheet.rows[0] ?? []).map(textOf);
    const keyColumn = heads.findIndex((head) => head.startsWith(KEY_HEAD));
    if (keyColumn >= 0) return { sheet, keyColumn, participationId: heads[keyColumn]!.slice(KEY_HEAD.length) };
  }
  return null;
}

function yearColumns(
  sheet: WorkbookSheet,
  keyColumn: number,
  years: readonly number[],
  faults: CellFault[],
): { year: number; column: number }[] {
  const columns: { year: number; column: number }[] = [];
  for (const [column, head] of (sheet.rows[0] ?? []).entries()) {
    const text = textOf(head);
    if (column === keyColumn || !/^\d{4}$/.test(text)) continue;
    const year = Number(text);
    const fault = columns.some((one) => one.year === year)
      ? 'YEAR_TWICE'
      : years.includes(year)
        ? null
        : 'UNKNOWN_YEAR';
    if (fault) faults.push({ cell: cellName(sheet.name, 0, column), fault });
    else columns.push({ year, column });
  }
  return columns;
}

function isKind(kind: string): kind is QuantityKind {
  return (KINDS as readonly string[]).includes(kind);
}

function textOf(cell: WorkbookCell): string {
  // A date is no quantity; as a text it is refused as such.
  return cell === null ? '' : givenCell(String(cell)).trim();
}

/** A quantity as a spreadsheet has it (`1234.5`, `1.2E+3`) or as somebody writes it (`1 234,5`, `1.234,50`). */
export function readQuantity(text: string): string | 'NOT_A_NUMBER' {
  let plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(/^\u2212/, '-');
  if (plain.includes(',') && plain.includes('.')) {
    const grouping = plain.lastIndexOf(',') > plain.lastIndexOf('.') ? '.' : ',';
    plain = plain.replaceAll(grouping, '');
  }
  plain = plain.replace(',', '.');
  if (!/^-?\d{1,20}(?:\.\d{0,20})?(?:E[+-]?\d{1,2})?$/i.test(plain)) return 'NOT_A_NUMBER';
  const exact = new Decimal(plain);
  const tooLong = exact.decimalPlaces() > 4;
  return (tooLong ? exact.toSignificantDigits(MEANT_DIGITS) : exact).toFixed();
}

function equal(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : new Decimal(a).eq(b);
}

function textIn(texts: Texts, language: Language): string {
  return language === 'NN' ? texts.nn : language === 'EN' ? texts.en : texts.nb;
}
