import type { LocalDate } from '@samanker/clock';
import type { ImportPlace } from './import-place.rules';
import { keyOfDate, type ImportedMeeting } from './imported-meeting.rules';

/** A meeting as it stands in the calendar. */
export interface KnownMeeting extends Omit<ImportedMeeting, 'line' | 'place' | 'externalId'> {
  readonly id: string;
  readonly externalId: string;
}

/** A meeting of the file with the key that it has, or gets, in the calendar. */
export type KeyedMeeting = ImportedMeeting & { readonly externalId: string };

/** What the file means for one meeting. */
export interface MeetingDifference {
  readonly change: 'ADDED' | 'CHANGED' | 'UNCHANGED' | 'CANCELLED' | 'NOT_IN_FILE';
  readonly line: number | null;
  readonly place: ImportPlace | null;
  /** The known meeting, where there is one. */
  readonly meetingId: string | null;
  readonly bodyId: string;
  readonly externalId: string;
  readonly date: LocalDate;
  readonly startsAt: string | null;
  readonly dateBefore: LocalDate | null;
  /** What to write, for ADDED and CHANGED. */
  readonly meeting: KeyedMeeting | null;
}

const placeInCalendar = (meeting: { bodyId: string; externalId: string }): string =>
  `${meeting.bodyId}\n${meeting.externalId}`;

/**
 * The keys of meetings whose file gives none, or those of a calendar program, which names events in its own way: a meeting of
 * the same body on the same day is the same meeting; a new one is named after its day, or as the file names it.
 */
export function withKeys(meetings: readonly ImportedMeeting[], known: readonly KnownMeeting[]): KeyedMeeting[] {
  const byDay = new Map<string, KnownMeeting>();
  for (const meeting of known) {
    const day = `${meeting.bodyId}\n${meeting.date}`;
    if (!byDay.has(day) || byDay.get(day)!.cancelled) byDay.set(day, meeting);
  }
  const inCalendar = new Set(known.map((meeting) => `${meeting.bodyId}\n${meeting.externalId}`));
  const inFile = new Set(meetings.map((meeting) => `${meeting.bodyId}\n${meeting.externalId}`));
  const adopted = new Set<string>();
  return meetings.map((meeting) => {
    const { bodyId, externalId } = meeting;
    if (externalId !== null && inCalendar.has(`${bodyId}\n${externalId}`)) return { ...meeting, externalId };
    const same = byDay.get(`${bodyId}\n${meeting.date}`);
    const place = same && `${bodyId}\n${same.externalId}`;
    // Two of the file on one day are two: the first of them is the one that is known.
    const taken =
      place !== undefined &&
      externalId !== null &&
      (!ofCalendarProgram(meeting) || inFile.has(place) || adopted.has(place));
    if (!same || taken) return { ...meeting, externalId: externalId ?? keyOfDate(meeting) };
    adopted.add(`${bodyId}\n${same.externalId}`);
    // What the plan does not say of a known meeting stays as it is.
    return {
      ...meeting,
      externalId: same.externalId,
      startsAt: meeting.startsAt ?? same.startsAt,
      kind: meeting.kind === 'ORDINARY' ? same.kind : meeting.kind,
      submissionDeadline: meeting.submissionDeadline ?? same.submissionDeadline,
    };
  });
}

/** An event of Outlook or another calendar, with a key that nobody gave it. */
function ofCalendarProgram({ place }: ImportedMeeting): boolean {
  return 'event' in place;
}

/**
 * Compares the file with the calendar by (body, meeting id). A meeting that the file leaves out, in the period and the
 * bodies that it covers, is told and left alone: only a person, or a file that says so, cancels a meeting.
 */
export function differencesOf(meetings: readonly KeyedMeeting[], known: readonly KnownMeeting[]): MeetingDifference[] {
  const before = new Map(known.map((meeting) => [placeInCalendar(meeting), meeting]));
  const inFile = new Set(meetings.map(placeInCalendar));
  const found = meetings.flatMap((meeting): MeetingDifference[] => {
    const { line, place, bodyId, externalId, date, startsAt } = meeting;
    const old = before.get(placeInCalendar(meeting));
    // A cancelled meeting that nobody has heard of is no news.
    if (meeting.cancelled && !old) return [];
    const change = meeting.cancelled
      ? old!.cancelled
        ? 'UNCHANGED'
        : 'CANCELLED'
      : !old
        ? 'ADDED'
        : sameMeeting(meeting, old)
          ? 'UNCHANGED'
          : 'CHANGED';
    return [
      {
        change,
        line,
        place,
        meetingId: old?.id ?? null,
        bodyId,
        externalId,
        date: meeting.cancelled ? old!.date : date,
        startsAt,
        dateBefore: old?.date ?? null,
        meeting,
      },
    ];
  });
  const dates = meetings.map(({ date }) => date).sort();
  const bodies = new Set(meetings.map(({ bodyId }) => bodyId));
  const left = known.filter(
    (meeting) =>
      !meeting.cancelled &&
      !inFile.has(placeInCalendar(meeting)) &&
      bodies.has(meeting.bodyId) &&
      meeting.date >= dates[0]! &&
      meeting.date <= dates.at(-1)!,
  );
  return [
    ...found,
    ...left.map(({ id, bodyId, externalId, date, startsAt }): MeetingDifference => ({
      change: 'NOT_IN_FILE',
      line: null,
      place: null,
      meetingId: id,
      bodyId,
      externalId,
      date,
      startsAt,
      dateBefore: date,
      meeting: null,
    })),
  ];
}

function sameMeeting(one: KeyedMeeting, other: KnownMeeting): boolean {
  return (
    one.date === other.date &&
    one.startsAt === other.startsAt &&
    one.kind === other.kind &&
    one.submissionDeadline === other.submissionDeadline
  );
}
