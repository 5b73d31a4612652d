import type { Work } from '@samanker/database';
import { isMember } from '@samanker/organisation';
import { BodyYear, CalendarDay, CalendarYear } from './calendar-year';
import { yearOfBody, type KeptMeeting } from './calendar-year.rules';
import { mayKeepCalendar } from './meeting-calendar.permissions';
import { bodiesOf, closedRangesOf, meetingsBetween } from './meeting-calendar.queries';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** A year of all bodies of an organisation; null when it is no member of the region. A pattern is at most one year old. */
export async function calendarYear(work: Work, organisationId: string, year: number): Promise<CalendarYear | null> {
  if (year < FIRST_YEAR || year > LAST_YEAR || !(await isMember(work, organisationId, work.today))) return null;
  const thisYear = Number(work.today.slice(0, 4));
  const from = Math.min(year, thisYear) - 1;
  const bodies = await bodiesOf(work, organisationId);
  const meetings = await meetingsBetween(work, { organisationId }, `${from}-01-01`, `${year}-12-31`);
  const closed = { ranges: (await closedRangesOf(work, [organisationId])).get(organisationId) ?? [] };
  const kept = new Map<string, KeptMeeting[]>();
  for (const meeting of meetings) {
    const known = kept.get(meeting.bodyId) ?? [];
    known.push({ ...meeting, cancelled: meeting.cancelledAt !== null });
    kept.set(meeting.bodyId, known);
  }
  return Object.assign(new CalendarYear(), {
    organisationId,
    year,
    mayKeep: mayKeepCalendar(work.actor, { organisationId }),
    bodies: bodies.map((body) => {
      const { adopted, patternYear, days } = yearOfBody(kept.get(body.id) ?? [], body.submissionDays, year, closed);
      return Object.assign(new BodyYear(), {
        body,
        adopted,
        patternYear,
        days: days.map((day) => Object.assign(new CalendarDay(), day)),
      });
    }),
  });
}
