import type { DateRange, LocalDate } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { ClosedWeek } from './closed-week.entity';
import { DecisionBody } from './decision-body.entity';
import type { KnownMeeting } from './meeting-differences.rules';
import { submissionDeadlineOf, type CalendarMeeting, type MeetingKind } from './meeting-calendar.rules';
import { Meeting } from './meeting.entity';

const BODY_COLUMNS = `id, organisation_id as "organisationId", name, kind, submission_days as "submissionDays",
  handover_days as "handoverDays", calendar_origin as "calendarOrigin"`;
const MEETING_COLUMNS = `m.id, m.body_id as "bodyId", m.external_id as "externalId", m.date,
  to_char(m.starts_at, 'HH24:MI') as "startsAt", m.kind, m.submission_deadline as "submissionDeadline",
  m.cancelled_at as "cancelledAt"`;

interface MeetingRow {
  readonly id: string;
  readonly bodyId: string;
  readonly organisationId: string;
  readonly submissionDays: number;
  readonly date: LocalDate;
  readonly kind: MeetingKind;
  readonly statedDeadline: LocalDate | null;
  readonly cancelled: boolean;
}

/** The bodies of one organisation, the council last: the order in which a case usually meets them. */
export async function bodiesOf(work: Work, organisationId: string): Promise<DecisionBody[]> {
  const rows = await work.query<DecisionBody>(
    `select ${BODY_COLUMNS} from decision_body where region_id = $1 and organisation_id = $2
     order by array_position(array['ELDERLY_COUNCIL', 'DISABILITY_COUNCIL', 'YOUTH_COUNCIL', 'COMMITTEE', 'EXECUTIVE_COMMITTEE',
       'COUNCIL', 'ADVISORY_GROUP', 'REGIONAL_GROUP'], kind), name`,
    [work.regionId, organisationId],
  );
  return rows.map((row) => Object.assign(new DecisionBody(), row));
}

/** Bodies by id, those of the region only. */
export async function bodiesById(work: Work, ids: readonly string[]): Promise<Map<string, DecisionBody>> {
  if (ids.length === 0) return new Map();
  const rows = await work.query<DecisionBody>(
    `select ${BODY_COLUMNS} from decision_body where region_id = $1 and id = any($2::uuid[])`,
    [work.regionId, ids],
  );
  return new Map(rows.map((row) => [row.id, Object.assign(new DecisionBody(), row)]));
}

/** Every body of these organisations. */
export async function bodiesOfOrganisations(work: Work, organisationIds: readonly string[]): Promise<DecisionBody[]> {
  const rows = await work.query<DecisionBody>(
    `select ${BODY_COLUMNS} from decision_body where region_id = $1 and organisation_id = any($2::uuid[]) order by name`,
    [work.regionId, organisationIds],
  );
  return rows.map((row) => Object.assign(new DecisionBody(), row));
}

/** One body, or null when it is not of this region. */
export async function bodyById(work: Work, id: string): Promise<DecisionBody | null> {
  return (await bodiesById(work, [id])).get(id) ?? null;
}

/** One meeting, or null when it is not of this region. */
export async function meetingById(work: Work, id: string): Promise<Meeting | null> {
  const row = await work.one<Meeting>(`select ${MEETING_COLUMNS} from meeting m where m.region_id = $1 and m.id = $2`, [
    work.regionId,
    id,
  ]);
  return row && Object.assign(new Meeting(), row);
}

/**
 * One meeting that somebody is about to rest something on, or null. It is held until the commit: a cancellation or a new
 * date at the same time either is seen here, or comes after and finds what rests on the meeting.
 */
export async function meetingToUse(work: Work, id: string): Promise<Meeting | null> {
  const row = await work.one<Meeting>(
    `select ${MEETING_COLUMNS} from meeting m where m.region_id = $1 and m.id = $2 for share`,
    [work.regionId, id],
    'meeting-to-use',
  );
  return row && Object.assign(new Meeting(), row);
}

/** The meetings of a body or of all bodies of an organisation in a period, cancelled ones too, in order of date. */
export async function meetingsBetween(
  work: Work,
  whose: { readonly bodyId?: string | null; readonly organisationId?: string | null },
  from: LocalDate,
  to: LocalDate,
): Promise<Meeting[]> {
  const rows = await work.query<Meeting>(
    `select ${MEETING_COLUMNS} from meeting m join decision_body b on b.id = m.body_id
     where m.region_id = $1 and m.date between $2 and $3 and ($4::uuid is null or m.body_id = $4)
       and ($5::uuid is null or b.organisation_id = $5)
     order by m.date, m.starts_at, m.id limit 5000`,
    [work.regionId, from, to, whose.bodyId ?? null, whose.organisationId ?? null],
  );
  return rows.map((row) => Object.assign(new Meeting(), row));
}

/**
 * The meetings from a date on of every body of these organisations, by body, in order of date, each with the submission
 * deadline that follows from its body and the closed periods handed in (R6). One statement.
 */
export async function meetingsOfOrganisation(
  work: Work,
  organisationIds: readonly string[],
  from: LocalDate,
  closed: ReadonlyMap<string, DateRange[]>,
): Promise<Map<string, CalendarMeeting[]>> {
  const rows = await work.query<MeetingRow>(
    `select m.id, m.body_id as "bodyId", b.organisation_id as "organisationId", b.submission_days as "submissionDays", m.date,
       m.kind, m.submission_deadline as "statedDeadline", m.cancelled_at is not null as cancelled
     from meeting m join decision_body b on b.id = m.body_id
     where m.region_id = $1 and b.organisation_id = any($2::uuid[]) and m.date >= $3
     order by m.body_id, m.date, m.id`,
    [work.regionId, organisationIds, from],
    'meetings-of-organisations',
  );
  const byBody = new Map<string, CalendarMeeting[]>();
  for (const { bodyId, organisationId, submissionDays, statedDeadline, ...meeting } of rows) {
    const submissionDeadline = submissionDeadlineOf(
      { date: meeting.date, submissionDeadline: statedDeadline },
      submissionDays,
      {
        ranges: closed.get(organisationId) ?? [],
      },
    );
    const known = byBody.get(bodyId);
    const found: CalendarMeeting = { ...meeting, submissionDeadline, provisional: false };
    if (known) known.push(found);
    else byBody.set(bodyId, [found]);
  }
  return byBody;
}

/** The closed periods of these organisations, by organisation: what working days are counted with. One statement. */
export async function closedRangesOf(
  work: Work,
  organisationIds: readonly string[],
): Promise<Map<string, DateRange[]>> {
  const rows = await work.query<{ organisationId: string; from: string; to: string }>(
    `select organisation_id as "organisationId", from_date as "from", to_date as "to"
     from closed_week where region_id = $1 and organisation_id = any($2::uuid[]) order by from_date`,
    [work.regionId, organisationIds],
    'closed-ranges-of-organisations',
  );
  const ranges = new Map<string, DateRange[]>();
  for (const { organisationId, from, to } of rows) {
    const known = ranges.get(organisationId);
    if (known) known.push({ from, to });
    else ranges.set(organisationId, [{ from, to }]);
  }
  return ranges;
}

/** The closed periods of one organisation as they are shown and edited. */
export async function closedWeeksOf(work: Work, organisationId: string): Promise<ClosedWeek[]> {
  const rows = await work.query<ClosedWeek>(
    `select id, organisation_id as "organisationId", from_date as "fromDate", to_date as "toDate", reason
     from closed_week where region_id = $1 and organisation_id = $2 order by from_date`,
    [work.regionId, organisationId],
  );
  return rows.map((row) => Object.assign(new ClosedWeek(), row));
}

/** Every meeting of an organisation as an import compares it with a file. */
export function knownMeetingsOf(work: Work, organisationId: string): Promise<KnownMeeting[]> {
  return work.query<KnownMeeting>(
    `select m.id, m.body_id as "bodyId", m.external_id as "externalId", m.date, to_char(m.starts_at, 'HH24:MI') as "startsAt",
       m.kind, m.submission_deadline as "submissionDeadline", m.cancelled_at is not null as cancelled
     from meeting m join decision_body b on b.id = m.body_id
     where m.region_id = $1 and b.organisation_id = $2 order by m.date, m.id`,
    [work.regionId, organisationId],
  );
}
