import ical, { ICalCalendarMethod } from 'ical-generator';
import { cutAtWord, MailRefused, oneLine, severalLines } from './mail-address.rules';

/** A meeting that the recipient can put into the calendar (R13). */
export interface CalendarEntry {
  /** The same for the same meeting in every mail, so that a calendar replaces and does not double it. */
  uid: string;
  title: string;
  description?: string;
  location?: string;
  /** A whole day `YYYY-MM-DD`, or the instants of beginning and end. */
  when: { day: string } | { start: Date; end: Date };
}

/** R13: an iCalendar file of one or several meetings. Instants are written in UTC: a zone name would make them floating. */
export function calendarFile(entries: CalendarEntry[], writtenAt: Date, url: string): string {
  const calendar = ical({ prodId: '//Samanker//Samanker//NO', method: ICalCalendarMethod.PUBLISH });
  for (const entry of entries) {
    calendar.createEvent({
      ...span(entry),
      id: oneLine(entry.uid),
      stamp: writtenAt,
      summary: cutAtWord(oneLine(entry.title), 200),
      description: severalLines([entry.description ?? '', url].filter(Boolean).join('\n')),
      location: entry.location ? oneLine(entry.location) : null,
      url,
    });
  }
  return calendar.toString();
}

function span(entry: CalendarEntry): { start: Date; end?: Date; allDay?: boolean } {
  if ('day' in entry.when) {
    const start = new Date(`${entry.when.day}T00:00:00Z`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(entry.when.day) || Number.isNaN(start.getTime())) {
      throw new MailRefused('CALENDAR', `Not a calendar date: ${entry.when.day}`);
    }
    return { start, allDay: true };
  }
  if (entry.when.end.getTime() < entry.when.start.getTime()) {
    throw new MailRefused('CALENDAR', 'A meeting cannot end before it begins');
  }
  return entry.when;
}
