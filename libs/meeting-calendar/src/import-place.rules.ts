import type { Texts } from '@samanker/request';

/** Where something stands in what was given: a line, a cell of a sheet, or an event of a calendar. */
export type ImportPlace =
  | { readonly line: number; readonly column: string | null }
  | { readonly cell: string }
  | { readonly event: number; readonly title: string };

const TEXTS: Readonly<Record<'line' | 'event', Texts>> = {
  line: { nb: 'Linje {n}', nn: 'Linje {n}', en: 'Line {n}' },
  event: { nb: 'Hendelse {n}', nn: 'Hending {n}', en: 'Event {n}' },
};
const LONGEST_TITLE = 60;

/** The place as people find it: `Møteplan!C4`, «Linje 3», «Hendelse 2: Formannskapet». */
export function placeInWords(place: ImportPlace, language: 'NB' | 'NN' | 'EN'): string {
  const say = (texts: Texts, n: number): string =>
    (language === 'NN' ? texts.nn : language === 'EN' ? texts.en : texts.nb).replace('{n}', String(n));
  if ('cell' in place) return place.cell;
  if ('event' in place) {
    const title = place.title.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_TITLE);
    return title ? `${say(TEXTS.event, place.event)}: ${title}` : say(TEXTS.event, place.event);
  }
  return say(TEXTS.line, place.line);
}
