import type { LocalDate } from '@samanker/clock';
import type { ImportedMeeting } from './meeting-import.rules';

/** A meeting as it stands in the calendar. */
export interface KnownMeeting extends Omit<ImportedMeeting, 'line'> {
  readonly id: string;
  readonly cancelled: boolean;
}

/** What the file means for one meeting. */
export interface MeetingDifference {
  readonly change: 'ADDED' | 'CHANGED' | 'UNCHANGED' | 'NOT_IN_FILE';
  readonly line: number | null;
  readonly bodyId: string;
  readonly externalId: string;
  readonly date: LocalDate;
  readonly dateBefore: LocalDate | null;
}

/**
 * Compares the file with the calendar by (body, meeting id). A meeting that the file leaves out, in the period and the
 * bodies that it covers, is told and left alone: only a person cancels a meeting.
 */
export function differencesOf(
  meetings: readonly ImportedMeeting[],
  known: readonly KnownMeeting[],
): MeetingDifference[] {
  const key = (meeting: { bodyId: string; externalId: string }): string => `${meeting.bodyId}\n${meeting.externalId}`;
  const before = new Map(known.map((meeting) => [key(meeting), meeting]));
  const inFile = new Set(meetings.map(key));
  const found = meetings.map((meeting): MeetingDifference => {
    const { line, bodyId, externalId, date } = meeting;
    const old = before.get(key(meeting));
    const change = !old ? 'ADDED' : sameMeeting(meeting, old) ? 'UNCHANGED' : 'CHANGED';
    return { change, line, bodyId, externalId, date, dateBefore: old?.date ?? null };
  });
  const dates = meetings.map(({ date }) => date).sort();
  const bodies = new Set(meetings.map(({ bodyId }) => bodyId));
  const left = known.filter(
    (meeting) =>
      !meeting.cancelled &&
      !inFile.has(key(meeting)) &&
      bodies.has(meeting.bodyId) &&
      meeting.date >= dates[0]! &&
      meeting.date <= dates.at(-1)!,
  );
  return [
    ...found,
    ...left.map(({ bodyId, externalId, date }): MeetingDifference => ({
      change: 'NOT_IN_FILE',
      line: null,
      bodyId,
      externalId,
      date,
      dateBefore: date,
    })),
  ];
}

function sameMeeting(one: ImportedMeeting, other: KnownMeeting): boolean {
  return (
    one.date === other.date &&
    one.startsAt === other.startsAt &&
    one.kind === other.kind &&
    one.submissionDeadline === other.submissionDeadline
  );
}
