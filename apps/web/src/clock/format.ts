import type { WrittenIn } from '../language/written-in';

const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';
const DAY_MS = 86_400_000;

/** The months by name; Nynorsk has the names of Bokmål. */
export const MONTHS = {
  nb: [
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
  ],
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

const WEEKDAYS = {
  nb: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'],
  nn: ['søndag', 'måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

const oslo = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `22.11.2026` from `2026-11-22`, in every language. */
export function formatDate(date: string): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** `torsdag 28. januar 2016`, in English `Thursday 28 January 2016`. */
export function formatLongDate(date: string, language: WrittenIn): string {
  const day = new Date(`${date}T00:00:00Z`);
  const month = MONTHS[language === 'en' ? 'en' : 'nb'][day.getUTCMonth()];
  const dot = language === 'en' ? '' : '.';
  return `${WEEKDAYS[language][day.getUTCDay()]} ${day.getUTCDate()}${dot} ${month} ${day.getUTCFullYear()}`;
}

/** `nov 16` and `mars 16` below an axis, in English `Nov 16`. Browsers do not know the months in Nynorsk. */
export function formatMonth(month: Date, language: WrittenIn): string {
  const name = MONTHS[language === 'en' ? 'en' : 'nb'][month.getUTCMonth()] ?? '';
  const short = language !== 'en' && name.length <= 4 ? name : name.slice(0, 3);
  return `${short} ${String(month.getUTCFullYear()).slice(2)}`;
}

/** `22.11.2026 14:05`, the wall clock in Oslo. */
export function formatInstant(instant: string): string {
  const part = Object.fromEntries(oslo.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${part.day}.${part.month}.${part.year} ${part.hour}:${part.minute}`;
}

/** Calendar days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** A decimal string for reading: `1 234,5`, in English `1,234.5`. Trailing zeros after the point are left out. */
export function formatDecimal(value: string, language: WrittenIn): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (!parts) return value;
  const [, sign, whole = '', tail = ''] = parts;
  const fraction = tail.replace(/0+$/, '');
  const [group, point] = language === 'en' ? [',', '.'] : [NO_BREAK_SPACE, ','];
  return `${sign ? MINUS : ''}${whole.replace(/\B(?=(\d{3})+$)/g, group)}${fraction ? point + fraction : ''}`;
}

/** An amount in NOK for reading: whole kroner without øre, else two decimals: `1 234 kr`, `1 234,50 kr`. */
export function formatMoney(amount: string, language: WrittenIn): string {
  const [whole = '0', ore = ''] = amount.split('.');
  const cents = ore.padEnd(2, '0').slice(0, 2);
  const [, point] = language === 'en' ? [',', '.'] : [NO_BREAK_SPACE, ','];
  const figure = formatDecimal(whole, language) + (cents === '00' ? '' : point + cents);
  return language === 'en' ? `NOK${NO_BREAK_SPACE}${figure}` : `${figure}${NO_BREAK_SPACE}kr`;
}

/** `42 %` from a share between 0 and 1. */
export function formatShare(share: number): string {
  return `${Math.round(share * 100)}${NO_BREAK_SPACE}%`;
}
