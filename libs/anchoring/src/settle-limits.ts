import type { Work } from '@samanker/database';
import { pushLimits, strictestLimits, type Limits } from '@samanker/participation';

/**
 * R3: tells the participation the limits of the decisions in force. A superseded decision keeps its own to be seen, and
 * they no longer count; where several steps decide, the limits of all of them hold.
 */
export async function settleLimits(work: Work, participationId: string): Promise<void> {
  const rows = await work.query<{ limits: Limits }>(
    `select d.limits from decision d join anchoring_step s on s.id = d.step_id
     where s.participation_id = $1 and s.weight = 'DECIDING' and d.superseded_at is null and d.limits is not null
     order by d.decided_on, d.recorded_at, d.id`,
    [participationId],
    'limits-in-force',
  );
  await pushLimits(work, participationId, strictestLimits(rows.map(({ limits }) => limits)));
}
