import {
  addDays,
  ClosedPeriods,
  dateOfIsoWeek,
  dateParts,
  diffDays,
  isoWeek,
  isoWeeksInYear,
  isWorkingDay,
  LocalDate,
  previousWorkingDay,
  weekday,
  yearOf,
} from '@samanker/clock';

/** Kinds of bodies that give an opinion, recommend or decide. */
export const DecisionBodyKind = {
  COUNCIL: 'COUNCIL',
  EXECUTIVE_COMMITTEE: 'EXECUTIVE_COMMITTEE',
  COMMITTEE: 'COMMITTEE',
  ELDERLY_COUNCIL: 'ELDERLY_COUNCIL',
  DISABILITY_COUNCIL: 'DISABILITY_COUNCIL',
  YOUTH_COUNCIL: 'YOUTH_COUNCIL',
  REGIONAL_GROUP: 'REGIONAL_GROUP',
  ADVISORY_GROUP: 'ADVISORY_GROUP',
} as const;
export type DecisionBodyKind = (typeof DecisionBodyKind)[keyof typeof DecisionBodyKind];

/** Kinds of meetings in a municipality's calendar. */
export const MeetingKind = {
  ORDINARY: 'ORDINARY',
  BUDGET: 'BUDGET',
  EXTRAORDINARY: 'EXTRAORDINARY',
  CONSTITUTION: 'CONSTITUTION',
  ELECTORAL_BOARD: 'ELECTORAL_BOARD',
  WORKSHOP: 'WORKSHOP',
} as const;
export type MeetingKind = (typeof MeetingKind)[keyof typeof MeetingKind];

const TAKES_CASES: Record<MeetingKind, boolean> = {
  ORDINARY: true,
  BUDGET: true,
  EXTRAORDINARY: true,
  CONSTITUTION: false,
  ELECTORAL_BOARD: false,
  WORKSHOP: false,
};

/** R6: only ordinary, budget and extraordinary meetings take cases. */
export function takesCases(kind: MeetingKind): boolean {
  return TAKES_CASES[kind];
}

/** A meeting as planning sees it. */
export interface CalendarMeeting {
  /** Null for a projected meeting, which nobody has called. */
  id: string | null;
  date: LocalDate;
  kind: MeetingKind;
  /** Last day a text can be handed in; see submissionDeadlineOf. */
  submissionDeadline: LocalDate;
  /** Projected from an earlier year's pattern: no adopted calendar stands behind it. */
  provisional: boolean;
  cancelled: boolean;
}

/**
 * R6, B34: the adopted deadline of the meeting, or its date less the body's submission days (calendar days); on a day
 * off it moves EARLIER. It is never after the meeting.
 */
export function submissionDeadlineOf(
  meeting: { date: LocalDate; submissionDeadline?: LocalDate | null },
  submissionDays: number,
  closed?: ClosedPeriods,
): LocalDate {
  const wanted = meeting.submissionDeadline ?? addDays(meeting.date, -submissionDays);
  return previousWorkingDay(wanted > meeting.date ? meeting.date : wanted, closed);
}

/** One body's meetings, prepared once for many searches; made by bodyCalendar only. */
export interface BodyCalendar {
  /** Meetings that take cases and are not cancelled, by date. */
  meetings: readonly CalendarMeeting[];
  /** Index of the meeting with the latest submission deadline among the first i + 1. Its deadlines never fall. */
  latestDeadline: readonly number[];
  /** Years in which the body has adopted a calendar of its own. */
  adoptedYears: ReadonlySet<number>;
  /** Dates of constituent meetings, by date. */
  constitutions: readonly LocalDate[];
}

/** Sorts and filters a body's meetings for planning (R6). */
export function bodyCalendar(meetings: readonly CalendarMeeting[]): BodyCalendar {
  const usable = meetings
    .filter((meeting) => takesCases(meeting.kind) && !meeting.cancelled)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const latestDeadline: number[] = [];
  usable.forEach((meeting, index) => {
    const before = latestDeadline[index - 1];
    const best = before === undefined ? undefined : usable[before];
    latestDeadline.push(
      before === undefined || !best || meeting.submissionDeadline >= best.submissionDeadline ? index : before,
    );
  });
  return {
    meetings: usable,
    latestDeadline,
    adoptedYears: new Set(meetings.filter(isOfAdoptedCalendar).map((meeting) => yearOf(meeting.date))),
    constitutions: meetings
      .filter((meeting) => meeting.kind === 'CONSTITUTION' && !meeting.cancelled && !meeting.provisional)
      .map((meeting) => meeting.date)
      .sort(),
  };
}

/** One extraordinary meeting, or one of the electoral board, does not make a calendar; a cancelled meeting was adopted. */
function isOfAdoptedCalendar(meeting: CalendarMeeting): boolean {
  return !meeting.provisional && (meeting.kind === 'ORDINARY' || meeting.kind === 'BUDGET');
}

/** What a projection is made from. */
export interface ProjectionInput {
  /** All known meetings of one body. */
  meetings: readonly CalendarMeeting[];
  /** The year to project. */
  year: number;
  /** When the organisation is closed. */
  closed?: ClosedPeriods;
}

/**
 * R6: where a year has no adopted calendar, the pattern of the latest adopted one before it, on the same weekday of the
 * same ISO week, marked provisional. Holidays, closed periods and July are left out; extraordinary meetings are no pattern.
 */
export function projectYear({ meetings, year, closed }: ProjectionInput): CalendarMeeting[] {
  const adopted = meetings.filter(isOfAdoptedCalendar);
  const years = adopted.map((meeting) => yearOf(meeting.date));
  if (years.includes(year)) return [];
  const source = Math.max(...years.filter((known) => known < year));
  if (!Number.isFinite(source)) return [];
  const projected: CalendarMeeting[] = [];
  for (const meeting of adopted) {
    if (meeting.cancelled || yearOf(meeting.date) !== source) continue;
    const date = sameDayOfWeek(meeting.date, year - source);
    if (!date || yearOf(date) !== year || dateParts(date).month === 7 || !isWorkingDay(date, closed)) continue;
    if (projected.some((other) => other.date === date)) continue;
    const notice = diffDays(meeting.submissionDeadline, meeting.date);
    const submissionDeadline = submissionDeadlineOf({ date }, notice, closed);
    projected.push({ id: null, date, kind: meeting.kind, submissionDeadline, provisional: true, cancelled: false });
  }
  return projected.sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** A body's meetings together with projections for the years that have no adopted calendar. */
export function withProjectedYears(
  meetings: readonly CalendarMeeting[],
  years: readonly number[],
  closed?: ClosedPeriods,
): CalendarMeeting[] {
  return [...meetings, ...[...new Set(years)].flatMap((year) => projectYear({ meetings, year, closed }))];
}

/** The same weekday of the same ISO week some years later; null when that year has no such week (53). */
function sameDayOfWeek(date: LocalDate, years: number): LocalDate | null {
  const { year, week } = isoWeek(date);
  return week > isoWeeksInYear(year + years) ? null : dateOfIsoWeek(year + years, week, weekday(date));
}
