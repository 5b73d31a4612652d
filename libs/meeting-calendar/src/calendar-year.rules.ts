import { yearOf, type ClosedPeriods, type LocalDate } from '@samanker/clock';
import {
  projectYear,
  submissionDeadlineOf,
  takesCases,
  type CalendarMeeting,
  type MeetingKind,
} from './meeting-calendar.rules';

/** A meeting as it is kept. */
export interface KeptMeeting {
  readonly id: string;
  readonly date: LocalDate;
  readonly startsAt: string | null;
  readonly kind: MeetingKind;
  readonly submissionDeadline: LocalDate | null;
  readonly cancelled: boolean;
}

/** One day of a year of a body. */
export interface DayOfYear {
  readonly meetingId: string | null;
  readonly date: LocalDate;
  readonly startsAt: string | null;
  readonly kind: MeetingKind;
  readonly submissionDeadline: LocalDate;
  readonly takesCases: boolean;
  readonly provisional: boolean;
  readonly cancelled: boolean;
}

/**
 * R6: one year of one body: what is kept, and where the year has no calendar of its own, the pattern of the latest one
 * before it, just as planning sees it.
 */
export function yearOfBody(
  kept: readonly KeptMeeting[],
  submissionDays: number,
  year: number,
  closed: ClosedPeriods,
): { adopted: boolean; patternYear: number | null; days: DayOfYear[] } {
  const meetings = kept.map(({ id, date, kind, submissionDeadline, cancelled }): CalendarMeeting => ({
    id,
    date,
    kind,
    submissionDeadline: submissionDeadlineOf({ date, submissionDeadline }, submissionDays, closed),
    provisional: false,
    cancelled,
  }));
  const projected = projectYear({ meetings, year, closed });
  const starts = new Map(kept.map(({ id, startsAt }) => [id, startsAt]));
  const days = [...meetings.filter(({ date }) => yearOf(date) === year), ...projected]
    .map(({ id, ...meeting }): DayOfYear => ({
      ...meeting,
      meetingId: id,
      startsAt: (id && starts.get(id)) || null,
      takesCases: takesCases(meeting.kind),
    }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const adopted = meetings.some(
    ({ date, kind }) => yearOf(date) === year && (kind === 'ORDINARY' || kind === 'BUDGET'),
  );
  const pattern = meetings.filter(
    ({ date, kind }) => yearOf(date) < year && (kind === 'ORDINARY' || kind === 'BUDGET'),
  );
  return {
    adopted,
    patternYear: projected.length > 0 ? Math.max(...pattern.map(({ date }) => yearOf(date))) : null,
    days,
  };
}
