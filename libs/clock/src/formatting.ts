import { dateParts, LocalDate, weekday } from './local-date';
import { osloDate, osloTime } from './oslo-time';

/** Languages of texts: Bokmål, Nynorsk, English. */
export type Language = 'nb' | 'nn' | 'en';

/** Space that does not break a number over two lines. */
export const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';

const NORWEGIAN_MONTHS = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];

const MONTHS: Record<Language, readonly string[]> = {
  nb: NORWEGIAN_MONTHS,
  nn: NORWEGIAN_MONTHS,
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

const WEEKDAYS: Record<Language, readonly string[]> = {
  nb: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  nn: ['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** `22.11.2026`, in every language. */
export function formatDate(date: LocalDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** `16. november 2016`, in English `16 November 2016`. */
export function formatDayAndMonth(date: LocalDate, language: Language): string {
  const { year, month, day } = dateParts(date);
  return `${day}${language === 'en' ? '' : '.'} ${MONTHS[language][month - 1]} ${year}`;
}

/** `onsdag 16. november 2016`, in English `Wednesday 16 November 2016`. */
export function formatLongDate(date: LocalDate, language: Language): string {
  return `${WEEKDAYS[language][weekday(date) - 1]} ${formatDayAndMonth(date, language)}`;
}

/** `22.11.2026 14:05`, the wall clock in Oslo. */
export function formatInstant(instant: Date): string {
  return `${formatDate(osloDate(instant))} ${osloTime(instant)}`;
}

/**
 * A decimal string for reading: `1 234,5` (no-break space), in English `1,234.5`. The digits stay as they are: nothing
 * is rounded, no zero is lost, because a quantity or an amount never passes through a floating-point number.
 */
export function formatDecimal(value: string, language: Language): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (!parts) throw new RangeError(`Not a decimal number: ${value.slice(0, 40)}`);
  const [, sign, whole = '', fraction] = parts;
  const [group, point] = language === 'en' ? [',', '.'] : [NO_BREAK_SPACE, ','];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${sign ? MINUS : ''}${grouped}${fraction === undefined ? '' : point + fraction}`;
}
