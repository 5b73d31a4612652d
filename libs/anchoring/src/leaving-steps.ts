import type { Work } from '@samanker/database';

/** R5b, R12: what was open in a route is not required of whoever has left; the leaving keeps which steps that were. */
export async function withdrawSteps(work: Work, participationId: string, leavingId: string): Promise<void> {
  await work.execute(
    `with gone as (
       update anchoring_step set state = 'NOT_REQUIRED', meeting_id = null, planned_on = null, planned_meeting_id = null,
         submission_deadline = null, latest_on = null, planning_status = null, version = version + 1
       where participation_id = $1 and state in ('WAITING', 'OPEN', 'SUBMITTED') returning id)
     update leaving set withdrawn_step_ids = (select coalesce(array_agg(id), '{}') from gone) where id = $2`,
    [participationId, leavingId],
  );
}

/** R5b: the route begins again; what was not required before the organisation left is not required now. */
export async function restoreSteps(work: Work, participationId: string): Promise<void> {
  await work.execute(
    `update anchoring_step set state = 'WAITING', submitted_at = null, meeting_id = null, decided_on = null, opened_on = null,
       version = version + 1
     where participation_id = $1 and (state <> 'NOT_REQUIRED' or id = any(
       select unnest(g.withdrawn_step_ids) from leaving g where g.participation_id = $1 and g.returned_at is null))`,
    [participationId],
  );
}
