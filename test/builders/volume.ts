import type { BuiltParticipation } from './participation';
import type { Ground } from './organisation';

/** A declared line, as a verb would have left it; the caller bumps nothing: the case's version is counted up here. */
export async function aLine(
  { admin }: Ground,
  { case: { regionId, caseId }, participationId }: BuiltParticipation,
  {
    itemId,
    year = 2017,
    expected = '10',
    maximum = null as string | null,
    unitPrice = null as string | null,
    origin = 'DECLARED' as 'NEED' | 'DECLARED' | 'MODELLED',
  }: {
    itemId: string;
    year?: number;
    expected?: string;
    maximum?: string | null;
    unitPrice?: string | null;
    origin?: 'NEED' | 'DECLARED' | 'MODELLED';
  },
): Promise<string> {
  const [row] = await admin.query(
    `insert into volume_line (region_id, participation_id, item_id, year, expected, maximum, unit_price, origin) values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [regionId, participationId, itemId, year, expected, maximum, unitPrice, origin],
  );
  await admin.query('update procurement_case set volume_version = volume_version + 1 where id = $1', [caseId]);
  return row.id;
}
