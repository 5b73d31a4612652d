import type { DataSource } from 'typeorm';
import type { Threshold } from './threshold.rules';
import { thresholdsOfFile } from './thresholds-file';

/**
 * Puts the shipped figures into the database, as the owner; run again it changes nothing. A figure that was corrected in
 * the file is corrected in the database; one that was added by hand stays. Returns how many rows were new or changed.
 */
export async function loadThresholds(
  owner: DataSource,
  thresholds: readonly Threshold[] = thresholdsOfFile(),
): Promise<number> {
  const changed: unknown[] = await owner.query(
    `insert into procurement_threshold (kind, valid_from, amount, source, verified)
     select t.kind, t."validFrom", t.amount, t.source, t.verified
     from json_to_recordset($1::json) as t(kind text, "validFrom" date, amount numeric, source text, verified boolean)
     on conflict (kind, valid_from) do update
       set amount = excluded.amount, source = excluded.source, verified = excluded.verified
       where (procurement_threshold.amount, procurement_threshold.source, procurement_threshold.verified)
         is distinct from (excluded.amount, excluded.source, excluded.verified)
     returning id`,
    [JSON.stringify(thresholds)],
  );
  return changed.length;
}
