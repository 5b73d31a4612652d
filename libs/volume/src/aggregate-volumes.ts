import { Injectable } from '@nestjs/common';
import { Transactions, type Work } from '@samanker/database';
import type { Delivery, JobHandler } from '@samanker/outbox';
import { SUMS_SQL } from './volume.queries';

/**
 * Keeps the totals of a case, stamped with the version of the case that they were computed at; an answer uses them only
 * while that is the present version. Nobody who declares waits for this: the case itself is not locked. Safe to run again
 * and twice at once.
 */
@Injectable()
export class AggregateVolumes implements JobHandler {
  readonly job = 'aggregate-volumes';

  constructor(private readonly transactions: Transactions) {}

  async carryOut({ id, regionId, payload }: Delivery): Promise<void> {
    const { caseId } = payload;
    if (caseId) await this.transactions.asService(regionId, id, (work) => aggregateVolumes(work, caseId));
  }
}

/** One run; nothing is done when the totals are of the present version already. */
export async function aggregateVolumes(work: Work, caseId: string): Promise<void> {
  const stale = await work.one(
    `select from procurement_case c left join volume_aggregation a on a.case_id = c.id
     where c.id = $1 and a.at_version is distinct from c.volume_version`,
    [caseId],
  );
  if (!stale) return;
  // Of two runs at once the second waits here. Its next statement has a snapshot of its own, taken after the first has
  // committed: so it sees the rows of the first and leaves none of them behind.
  await work.execute(
    `insert into volume_aggregation (case_id, region_id, at_version, aggregated_at) values ($1, $2, 0, $3)
     on conflict (case_id) do update set case_id = excluded.case_id`,
    [caseId, work.regionId, work.now],
  );
  // One statement, one snapshot: the version is that of the lines that were added up.
  await work.execute(
    `with sums as materialized (${SUMS_SQL}), gone as (
       delete from volume_total t where t.case_id = $1 and not exists (
         select from sums s where s.item_id = t.item_id and s.year = t.year and s.commitment = t.commitment)
     ), kept as (
       insert into volume_total (region_id, case_id, item_id, year, commitment, expected, maximum, expected_value, maximum_value, lines, unpriced_lines)
       select $2, $1, item_id, year, commitment, expected, maximum, expected_value, maximum_value, lines, unpriced_lines from sums
       on conflict (case_id, item_id, year, commitment) do update set expected = excluded.expected, maximum = excluded.maximum,
         expected_value = excluded.expected_value, maximum_value = excluded.maximum_value, lines = excluded.lines,
         unpriced_lines = excluded.unpriced_lines
     )
     update volume_aggregation set aggregated_at = $3,
       at_version = (select volume_version from procurement_case where id = $1) where case_id = $1`,
    [caseId, work.regionId, work.now],
  );
}
