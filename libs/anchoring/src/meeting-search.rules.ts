import { LocalDate, maxDate, yearOf } from '@samanker/clock';
import type { CalendarMeeting } from '@samanker/meeting-calendar';
import type { PlanningBody } from './planning-stages.rules';

/** A day on which a body can treat the case. */
export interface MeetingSlot {
  date: LocalDate;
  /** Null when nobody knows of a meeting: a year without an adopted calendar. */
  meeting: CalendarMeeting | null;
}

/** What a meeting must satisfy. */
export interface MeetingWish {
  /** The earliest date of the meeting. */
  notBefore: LocalDate;
  /** The earliest day the text can be handed in; null when the body has it. */
  handIn: LocalDate | null;
}

/** How to look for the first meeting that works. */
export type FindMeeting = (body: PlanningBody | undefined, wish: MeetingWish) => MeetingSlot | null;

/** First index from which the test holds; the test must hold for all after. Binary search. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the first meeting on or after a date. */
export function indexOnOrAfter(meetings: readonly CalendarMeeting[], date: LocalDate): number {
  return firstIndex(meetings.length, (index) => (meetings[index] as CalendarMeeting).date >= date);
}

function firstMatching(body: PlanningBody, wish: MeetingWish, adoptedOnly: boolean): MeetingSlot | null {
  const { meetings, latestDeadline } = body.calendar;
  const { notBefore, handIn } = wish;
  let index = indexOnOrAfter(meetings, notBefore);
  if (handIn !== null) {
    const deadlineAt = (i: number): LocalDate =>
      (meetings[latestDeadline[i] as number] as CalendarMeeting).submissionDeadline;
    const byDeadline = firstIndex(meetings.length, (i) => deadlineAt(i) >= handIn);
    if (byDeadline > index) index = byDeadline;
  }
  // Adopted deadlines need not follow the dates, so the found one may still have to be passed over.
  for (; index < meetings.length; index += 1) {
    const meeting = meetings[index] as CalendarMeeting;
    const inTime = handIn === null || meeting.submissionDeadline >= handIn;
    if (inTime && !(adoptedOnly && meeting.provisional)) return { date: meeting.date, meeting };
  }
  return null;
}

/** The first known meeting, adopted or projected. */
export const knownMeeting: FindMeeting = (body, wish) => (body ? firstMatching(body, wish, false) : null);

/**
 * The first day on which an adopted calendar leaves room: an adopted meeting, or any day of a year for which none is
 * adopted. What even this does not reach, no calendar adopted later will (R6: no false CANNOT_MAKE_IT).
 */
export const conceivableMeeting: FindMeeting = (body, wish) => {
  const from = wish.handIn === null ? wish.notBefore : maxDate(wish.notBefore, wish.handIn);
  if (!body) return { date: from, meeting: null };
  const adopted = firstMatching(body, wish, true);
  let year = yearOf(from);
  while (body.calendar.adoptedYears.has(year)) year += 1;
  const free = year === yearOf(from) ? from : `${year}-01-01`;
  return adopted && adopted.date <= free ? adopted : { date: free, meeting: null };
};

/** The last known meeting on or before a date; among them the one with the latest deadline where a text is to be handed in. */
export function latestMeeting(
  body: PlanningBody | undefined,
  notAfter: LocalDate,
  handIn: boolean,
): CalendarMeeting | null {
  if (!body) return null;
  const { meetings, latestDeadline } = body.calendar;
  const last = firstIndex(meetings.length, (index) => (meetings[index] as CalendarMeeting).date > notAfter) - 1;
  if (last < 0) return null;
  return meetings[handIn ? (latestDeadline[last] as number) : last] ?? null;
}
