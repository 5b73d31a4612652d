import type { LocalDate } from '@samanker/clock';
import { bodyOf, type SheetBody } from './sheet-columns.rules';
import { dateIn, type DateFault } from './sheet-date.rules';
import { CHOICES, PHRASES } from './sheet-phrases';
import { plain, textOf, type SheetCell } from './sheet-text.rules';

/** What somebody's words in a status column mean. */
export const SheetMeaning = {
  NOTHING_YET: 'NOTHING_YET',
  UNDER_WAY: 'UNDER_WAY',
  POSTPONED: 'POSTPONED',
  RECOMMENDED: 'RECOMMENDED',
  NOT_RECOMMENDED: 'NOT_RECOMMENDED',
  APPROVED: 'APPROVED',
  APPROVED_WITH_CONDITIONS: 'APPROVED_WITH_CONDITIONS',
  REJECTED: 'REJECTED',
  FIRM: 'FIRM',
  OPTION: 'OPTION',
  OUT: 'OUT',
} as const;
export type SheetMeaning = (typeof SheetMeaning)[keyof typeof SheetMeaning];

const MEANINGS = index({ ...PHRASES, ...CHOICES });
/** In a column of choices, yes and no are choices. */
const CHOSEN = index({
  ...CHOICES,
  FIRM: [...CHOICES.FIRM, 'ja', 'ok', 'x', 'yes'],
  OUT: [...CHOICES.OUT, 'nei', 'no'],
});

function index(phrases: Readonly<Partial<Record<SheetMeaning, readonly string[]>>>): Map<string, SheetMeaning> {
  return new Map(
    Object.entries(phrases).flatMap(([meaning, texts]) =>
      texts.map((text) => [text, meaning as SheetMeaning] as const),
    ),
  );
}

/** Words that say nothing of their own beside a body, a date or a case number. */
const FILLING = new Set([
  'i',
  'av',
  'den',
  'ble',
  'blei',
  'vart',
  'er',
  'saken',
  'saka',
  'sak',
  'saksnr',
  'møte',
  'møtet',
  'dato',
  'kl',
  'in',
  'on',
  'by',
  'the',
  'nr',
]);
const BODY_CASE =
  /(?<![\p{L}\d])(?:pr?s|k|f|b|ks|fs|fsk|kst|bst|hok|sak(?:s?nr)?)[\s.:-]{0,3}(?:sak[\s.:-]{0,2})?(?:nr[\s.:]*)?(\d{1,4}\/(?:\d{4}|\d{2}))(?![\d/.-])/iu;
const ARCHIVE_CASE = /(?<![\d/])((?:19|20)\d\d\/\d{1,6})(?:-\d{1,4})?(?![\d/])/;

/** What a cell about a decision says. */
export interface SheetStatement {
  readonly text: string;
  /** Its words without date, body and case number: what is asked where they are not known. */
  readonly wording: string;
  /** Null where the words are not known. */
  readonly meaning: SheetMeaning | null;
  readonly body: SheetBody | null;
  readonly date: LocalDate | null;
  readonly dateFault: DateFault | null;
  readonly bodyCase: string | null;
  readonly archiveCase: string | null;
}

/** Words that the person has said the meaning of. */
export type KnownWordings = ReadonlyMap<string, SheetMeaning>;

/** Reads a cell of a status column, or of a column of choices, where yes and no are choices. */
export function readStatement(cell: SheetCell, known: KnownWordings, { choice = false } = {}): SheetStatement {
  const text = textOf(cell);
  const numbers = caseNumbersIn(text);
  const { date, rest, fault } = dateIn(numbers.rest);
  const words = plain(rest).split(' ').filter(Boolean);
  const body = words.map(bodyOf).find((one) => one !== null) ?? null;
  const said = words.filter((word) => bodyOf(word) === null);
  const whole = said.join(' ');
  const bare = said.filter((word) => !FILLING.has(word)).join(' ');
  const wording = withoutFillingAround(said);
  const phrases = choice ? CHOSEN : MEANINGS;
  const nothing = bare === '' ? SheetMeaning.NOTHING_YET : null;
  const meaning = known.get(wording) ?? phrases.get(whole) ?? phrases.get(bare) ?? nothing;
  const { bodyCase, archiveCase } = numbers;
  return { text, wording, meaning, body, date, dateFault: fault, bodyCase, archiveCase };
}

/** The words as they are asked about: "nesten i mål", and "vedtatt" of "vedtatt i". */
function withoutFillingAround(words: readonly string[]): string {
  const first = words.findIndex((word) => !FILLING.has(word));
  const last = words.findLastIndex((word) => !FILLING.has(word));
  return first < 0 ? '' : words.slice(first, last + 1).join(' ');
}

/** The case numbers that a text names so that they cannot be dates. */
function caseNumbersIn(text: string): { bodyCase: string | null; archiveCase: string | null; rest: string } {
  const archive = ARCHIVE_CASE.exec(text);
  const withoutArchive = archive ? text.replace(archive[0], ' ') : text;
  const body = BODY_CASE.exec(withoutArchive);
  return {
    archiveCase: archive?.[1] ?? null,
    bodyCase: body ? body[0].trim() : null,
    rest: body ? withoutArchive.replace(body[0], ' ') : withoutArchive,
  };
}

/** A cell of a column of case numbers: the archive's own begins with its year. */
export function readCaseNumber(cell: SheetCell): { bodyCase: string | null; archiveCase: string | null } {
  const text = textOf(cell);
  const archive = ARCHIVE_CASE.exec(text) ?? /(?<![\d/])(\d{2}\/\d{3,6})(?:-\d{1,4})?(?![\d/])/.exec(text);
  const rest = (archive ? text.replace(archive[0], ' ') : text).replace(/[\s,;]+$|^[\s,;]+/g, '').slice(0, 40);
  return { archiveCase: archive?.[1] ?? null, bodyCase: /\d/.test(rest) ? rest : null };
}
