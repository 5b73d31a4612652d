import type { Work } from '@samanker/database';
import { limitCheck } from '@samanker/participation';
import { bumpVolumeVersion } from '@samanker/procurement-case';
import { VolumesDeclared } from './volume.events';
import { figuresOf } from './volume.queries';

/** A line out of needs; several needs of one organisation for the same item and year come as one line with all their ids. */
export interface LineFromNeeds {
  readonly itemId: string;
  readonly year: number;
  /** In the item's unit. */
  readonly expected: string;
  readonly unitPrice?: string | null;
  readonly needIds: readonly string[];
}

/**
 * Fills in the lines of a participation from needs (R17): each points at its needs. A line that is there already keeps its
 * quantity and only gets the new needs: nothing is summed unseen (R19). A fixed number of statements.
 */
export async function fillLinesFromNeeds(
  work: Work,
  participationId: string,
  caseId: string,
  lines: readonly LineFromNeeds[],
): Promise<void> {
  if (lines.length === 0) return;
  await work.execute(
    `insert into volume_line (region_id, participation_id, item_id, year, expected, unit_price, origin)
     select $1, $2, item_id, year, expected, unit_price, 'NEED'
     from unnest($3::uuid[], $4::integer[], $5::numeric[], $6::numeric[]) as given (item_id, year, expected, unit_price)
     on conflict (participation_id, item_id, year) do nothing`,
    [
      work.regionId,
      participationId,
      lines.map((line) => line.itemId),
      lines.map((line) => line.year),
      lines.map((line) => line.expected),
      lines.map((line) => line.unitPrice ?? null),
    ],
  );
  const traces = lines.flatMap((line) => line.needIds.map((needId) => ({ ...line, needId })));
  await work.execute(
    `insert into volume_line_need (region_id, line_id, need_id)
     select $1, l.id, given.need_id from unnest($3::uuid[], $4::integer[], $5::uuid[]) as given (item_id, year, need_id)
     join volume_line l on l.participation_id = $2 and l.item_id = given.item_id and l.year = given.year
     on conflict do nothing`,
    [
      work.regionId,
      participationId,
      traces.map((line) => line.itemId),
      traces.map((line) => line.year),
      traces.map((line) => line.needId),
    ],
  );
  await bumpVolumeVersion(work, caseId);
  await limitCheck(work, participationId, await figuresOf(work, participationId));
  const owner = await work.one<{ organisationId: string }>(
    'select organisation_id as "organisationId" from participation where id = $1',
    [participationId],
  );
  work.log({
    verb: 'fillLinesFromNeeds',
    subjectType: 'Participation',
    subjectId: participationId,
    caseId,
    organisationId: owner?.organisationId,
    after: { lines },
  });
  work.publish(new VolumesDeclared({ participationId, caseId }));
}
