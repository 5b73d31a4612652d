import { formatDate, formatInstant } from './format';

const DAY_MS = 86_400_000;

/** The instant at which a date begins in Oslo, in summer and in winter time. */
export function startOfDay(date: string): string {
  const found = ['+02:00', '+01:00']
    .map((offset) => new Date(`${date}T00:00:00${offset}`).toISOString())
    .find((instant) => formatInstant(instant) === `${formatDate(date)} 00:00`);
  return found ?? `${date}T00:00:00Z`;
}

/** The date after a date. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

/** An instant as date and time on the wall clock in Oslo: `2016-11-16` and `10:05`. */
export function inOslo(instant: string): { readonly date: string; readonly time: string } {
  const [day = '', time = ''] = formatInstant(instant).split(' ');
  return { date: day.split('.').reverse().join('-'), time };
}
