import type { Work } from '@samanker/database';
import { limitCheck } from '@samanker/participation';
import { figuresOf } from './volume.queries';

/**
 * R4, R5 from rows: works every participation of a case out afresh, from its lines and never from a stored state. For
 * freezing the participants and for rows that did not come through a verb (seed, import).
 */
export async function recheckParticipations(work: Work, caseId: string): Promise<void> {
  const rows = await work.query<{ id: string }>('select id from participation where case_id = $1 order by id', [
    caseId,
  ]);
  for (const { id } of rows) await limitCheck(work, id, await figuresOf(work, id));
}
