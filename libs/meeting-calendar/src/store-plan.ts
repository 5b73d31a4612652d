import type { Work } from '@samanker/database';
import type { Done } from '@samanker/verb';
import type { ComparedPlan } from './compare-plan';
import { MeetingCancelled, MeetingsImported } from './meeting-calendar.events';
import { FileHasFaults } from './meeting-import';
import type { PlanField } from './read-plan';

/** Writes what a plan changes: all of it or, with a fault anywhere, nothing. */
export async function storePlan(
  work: Work,
  organisationId: string,
  field: PlanField,
  { differences, found }: ComparedPlan,
): Promise<Done | FileHasFaults> {
  if (found.faultCount > 0) return new FileHasFaults(found, field);
  const written = differences.filter(({ change }) => change === 'ADDED' || change === 'CHANGED');
  const cancelled = differences.filter(({ change }) => change === 'CANCELLED');
  if (written.length + cancelled.length === 0) return { id: organisationId };
  const rows = written.map(({ meeting }) => {
    const { bodyId, externalId, date, startsAt, kind, submissionDeadline } = meeting!;
    return { bodyId, externalId, date, startsAt, kind, submissionDeadline };
  });
  await work.execute(
    `insert into meeting (region_id, body_id, external_id, date, starts_at, kind, submission_deadline)
     select $1, m."bodyId", m."externalId", m.date, m."startsAt", m.kind, m."submissionDeadline"
     from jsonb_to_recordset($2::jsonb)
       as m("bodyId" uuid, "externalId" text, date date, "startsAt" time, kind text, "submissionDeadline" date)
     on conflict (region_id, body_id, external_id) do update set date = excluded.date, starts_at = excluded.starts_at,
       kind = excluded.kind, submission_deadline = excluded.submission_deadline`,
    [work.regionId, JSON.stringify(rows)],
  );
  const ids = cancelled.flatMap(({ meetingId }) => meetingId ?? []);
  await work.execute(
    'update meeting set cancelled_at = $3 where region_id = $1 and id = any($2::uuid[]) and cancelled_at is null',
    [work.regionId, ids, work.now],
  );
  work.log({
    verb: 'importMeetings',
    subjectType: 'Organisation',
    subjectId: organisationId,
    organisationId,
    after: {
      changes: [...written, ...cancelled].map(({ change, bodyId, externalId, date, dateBefore }) => ({
        change,
        bodyId,
        externalId,
        date,
        dateBefore,
      })),
    },
  });
  for (const meetingId of ids) work.publish(new MeetingCancelled({ meetingId }));
  work.publish(new MeetingsImported({ organisationId }));
  return { id: organisationId };
}
