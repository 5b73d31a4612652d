import type { Work } from '@samanker/database';
import { ProcurementThreshold } from './procurement-threshold.entity';

/** Every figure of law that the service knows, newest first within its kind. */
export async function thresholds(work: Work): Promise<ProcurementThreshold[]> {
  const rows = await work.query<ProcurementThreshold>(
    `select id, kind, valid_from as "validFrom", amount::text as amount, source, verified
     from procurement_threshold order by kind, valid_from desc`,
    [],
    'procurement-thresholds',
  );
  return rows.map((row) => Object.assign(new ProcurementThreshold(), row));
}
