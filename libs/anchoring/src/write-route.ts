import type { Work } from '@samanker/database';
import { withdraw } from '@samanker/expectation';
import type { RouteChange } from './adjust-route.rules';

/** Writes an adjusted route: three statements, however long it is. */
export async function writeRoute(
  work: Work,
  participationId: string,
  wanted: readonly ({ id: string | null } & object)[],
  { states, leavesMeeting, removed }: RouteChange,
): Promise<void> {
  for (const subjectId of [...removed, ...leavesMeeting]) await withdraw(work, { subjectId, because: 'ROUTE_CHANGED' });
  await work.execute('delete from anchoring_step where id = any($1::uuid[])', [removed]);
  const rows = JSON.stringify(
    wanted.map((step, index) => ({
      ...step,
      state: states[index],
      left: step.id !== null && leavesMeeting.includes(step.id),
    })),
  );
  const recordset = `jsonb_to_recordset($2::jsonb) as w(id uuid, position integer, "parallelGroup" integer, kind text, weight text,
    title text, role text, "bodyId" uuid, "workingDays" integer, state text, "left" boolean)`;
  await work.execute(
    `update anchoring_step s set position = w.position, parallel_group = w."parallelGroup", kind = w.kind, weight = w.weight,
       title = w.title, role = w.role, asked_person_id = case when s.role = w.role then s.asked_person_id end, body_id = w."bodyId", working_days = w."workingDays", state = w.state,
       meeting_id = case when w."left" then null else s.meeting_id end,
       submitted_at = case when w."left" then null else s.submitted_at end, version = s.version + 1
     from ${recordset} where s.id = w.id and s.participation_id = $1`,
    [participationId, rows],
  );
  await work.execute(
    `insert into anchoring_step (region_id, participation_id, position, parallel_group, kind, weight, title, role, body_id, working_days, state)
     select $3, $1, w.position, w."parallelGroup", w.kind, w.weight, w.title, w.role, w."bodyId", w."workingDays", w.state
     from ${recordset} where w.id is null`,
    [participationId, rows, work.regionId],
  );
}
