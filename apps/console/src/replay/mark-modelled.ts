import type { DataSource } from 'typeorm';

/** Marks every answer of a case as modelled, as the owner: who decided what in 2016 is not known. */
export async function markModelled(owner: DataSource, regionId: string, caseId: string): Promise<void> {
  await owner.transaction(async (manager) => {
    await manager.query(`select set_config('samanker.region', $1, true)`, [regionId]);
    await manager.query(`update participation set answer_origin = 'MODELLED' where case_id = $1`, [caseId]);
  });
}
