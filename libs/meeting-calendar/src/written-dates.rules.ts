import { isLocalDate, weekday, type LocalDate } from '@samanker/clock';

/** What a line of a plan is read with. */
export interface DateSurroundings {
  readonly year: number | null;
  /** The month of the heading above, 1 to 12. */
  readonly month: number | null;
}

/** A date in a text. `written` is what stood there, when it is no date; `weekday` what the text calls it. */
export interface WrittenDate {
  readonly date: LocalDate | null;
  readonly written: string;
  /** 1 for Monday; null where none is named. */
  readonly weekday: number | null;
  /** Where it stands in the text. */
  readonly at: number;
  readonly missing: 'YEAR' | 'MONTH' | null;
}

const MONTHS: readonly RegExp[] = [
  /^jan(uar|uary)?$/u,
  /^feb(r|ruar|ruary)?$/u,
  /^(mar|mars|march)$/u,
  /^apr(il)?$/u,
  /^(mai|may)$/u,
  /^jun(i|e)?$/u,
  /^jul(i|y)?$/u,
  /^aug(ust)?$/u,
  /^sept?(ember)?$/u,
  /^(okt|oktober|oct|october)$/u,
  /^nov(ember)?$/u,
  /^(des|desember|dec|december)$/u,
];
const WEEKDAYS: readonly RegExp[] = [
  /^(man|mandag|mån|måndag|monday)$/u,
  /^(tir|tirs|tirsdag|tys|tysdag|tuesday)$/u,
  /^(ons|onsdag|wednesday)$/u,
  /^(tor|tors|torsdag|thursday)$/u,
  /^(fre|fred|fredag|friday)$/u,
  /^(lør|lørdag|lau|laurdag|saturday)$/u,
  /^(søn|søndag|sunday)$/u,
];
/** Figures that are no days: weeks, rooms, cases, halves of a year. */
const OTHER_FIGURES =
  /\b(?:uke|veke|week|rom|sal|ps|fo|sak|saknr|møte nr|nr)\.? ?\d+(?:\/\d+)?|\b\d+\. ?(?:halvår|kvartal|etasje|etg|tertial)\b/giu;
const CLOCK =
  /\b(?:kl(?:okka|okken)?\.? ?)(\d{1,2})(?:[.:]?([0-5]\d))?\b|(?<![.\d])(\d{1,2})(?::([0-5]\d)|\.(00|1[3-9]|[2-5]\d))(?![.\d])/giu;
const CLOCK_SPAN = /\b\d{1,2}[.:]\d{2} ?[-–] ?\d{1,2}[.:]\d{2}\b/gu;
const TOKEN =
  /(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?(?![\d])\.?|(?<!\d)(\d{4})(?!\d)|(?<!\d)(\d{1,2})\.?(?!\d)|(\p{L}+)/gu;

/** The number of the month that a word names, or null. */
export function monthNamed(word: string): number | null {
  const plain = word.trim().toLowerCase().replace(/\.$/, '');
  const at = MONTHS.findIndex((month) => month.test(plain));
  return at < 0 ? null : at + 1;
}

/** The first clock time of a text, `HH:MM`. */
export function clockTimeIn(text: string): string | null {
  for (const [, hour = '', minute, otherHour = '', colon, dot] of text.matchAll(CLOCK)) {
    // «kl. 1800» is one figure.
    const [h, m] = hour ? [hour, minute ?? '00'] : [otherHour, colon ?? dot ?? '00'];
    if (Number(h) <= 23) return `${h.padStart(2, '0')}:${m}`;
  }
  return null;
}

/** The text with figures that are no days, and clock times, blanked out; places stay where they are. */
export function onlyDates(text: string): string {
  const blank = (found: string): string => ' '.repeat(found.length);
  return text
    .replace(/\bkl(?:okka|okken)?\.? ?\d{4}\b/giu, blank)
    .replace(CLOCK_SPAN, blank)
    .replace(CLOCK, blank)
    .replace(OTHER_FIGURES, blank);
}

type Token =
  | { readonly kind: 'DATE'; readonly day: number; readonly month: number; readonly year: number | null }
  | { readonly kind: 'DAY' | 'MONTH' | 'YEAR' | 'WEEKDAY'; readonly value: number }
  | { readonly kind: 'WORD' };
type Placed = Token & { readonly at: number; readonly written: string };

/**
 * Every date of a text, as people write plans: 14.01.2026, 14/1, 2026-01-14, 14. januar, «14. og 28. januar», «januar: 14, 28»,
 * and single days under a heading with the month.
 */
export function datesIn(text: string, { year, month }: DateSurroundings): WrittenDate[] {
  const tokens = tokensOf(onlyDates(text)).filter(({ kind }) => kind !== 'WORD');
  const found: WrittenDate[] = [];
  let days: { day: number; at: number; written: string; weekday: number | null }[] = [];
  let named: number | null = null;
  let weekdayNow: number | null = null;
  const settle = (ownMonth: number | null, ownYear: number | null): void => {
    for (const { day, ...one } of days) found.push({ ...one, ...dateOf(day, ownMonth, ownYear ?? year) });
    days = [];
  };
  tokens.forEach((token, index) => {
    const { at, written } = token;
    if (token.kind === 'WEEKDAY') weekdayNow = token.value;
    else if (token.kind === 'DATE') {
      settle(named ?? month, null);
      found.push({ at, written, weekday: weekdayNow, ...dateOf(token.day, token.month, token.year ?? year) });
      weekdayNow = null;
    } else if (token.kind === 'DAY') {
      days.push({ day: token.value, at, written, weekday: weekdayNow });
      weekdayNow = null;
    } else if (token.kind === 'MONTH') {
      const next = tokens[index + 1];
      const ownYear = next?.kind === 'YEAR' ? next.value : null;
      // «januar 14, 28» and «14. og 28. januar»: days before a month belong to it, unless a month stands before them.
      if (days.length > 0 && named === null) settle(token.value, ownYear);
      else {
        settle(named ?? month, null);
        named = token.value;
      }
    }
  });
  settle(named ?? month, null);
  return found.sort((a, b) => a.at - b.at);
}

function tokensOf(text: string): Placed[] {
  return [...text.matchAll(TOKEN)].map((match): Placed => {
    const [written, isoYear, isoMonth, isoDay, day, month, dated, year, alone, word] = match;
    const base = { at: match.index, written };
    if (isoYear) return { ...base, kind: 'DATE', day: Number(isoDay), month: Number(isoMonth), year: Number(isoYear) };
    // «18.00» is no day.
    if (day && !dated && (Number(month) < 1 || Number(month) > 12)) return { ...base, kind: 'WORD' };
    if (day)
      return { ...base, kind: 'DATE', day: Number(day), month: Number(month), year: dated ? fullYear(dated) : null };
    if (year) return { ...base, kind: 'YEAR', value: Number(year) };
    if (alone) return Number(alone) > 31 ? { ...base, kind: 'WORD' } : { ...base, kind: 'DAY', value: Number(alone) };
    const named = monthNamed(word ?? '');
    if (named) return { ...base, kind: 'MONTH', value: named };
    const weekdayAt = WEEKDAYS.findIndex((one) => one.test((word ?? '').toLowerCase()));
    return weekdayAt < 0 ? { ...base, kind: 'WORD' } : { ...base, kind: 'WEEKDAY', value: weekdayAt + 1 };
  });
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function dateOf(day: number, month: number | null, year: number | null): Pick<WrittenDate, 'date' | 'missing'> {
  if (month === null) return { date: null, missing: 'MONTH' };
  if (year === null) return { date: null, missing: 'YEAR' };
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return { date: isLocalDate(date) ? date : null, missing: null };
}

/** A year of meetings that a text speaks of: «Møteplan 2026». */
export function yearIn(text: string): number | null {
  const found = /(?:^|[^\d.\/-])(20\d{2})(?![\d-])/u.exec(text)?.[1];
  return found ? Number(found) : null;
}

/** Is it another day of the week than the text says? Then the year is wrong, most often. */
export function wrongWeekday({ date, weekday: said }: WrittenDate): boolean {
  return date !== null && said !== null && weekday(date) !== said;
}
