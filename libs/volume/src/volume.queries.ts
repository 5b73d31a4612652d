import type { Work } from '@samanker/database';
import { COMMITMENT_SQL, type VolumeFigure } from '@samanker/participation';
import { VolumeLine } from './volume-line.entity';

/** Values are rounded per line, to whole øre, half away from zero: so a total is the exact sum of what its lines show. */
const LINE_VALUES = `round(l.expected * coalesce(l.unit_price, i.unit_price), 2) as expected_value,
    round(coalesce(l.maximum, l.expected) * coalesce(l.unit_price, i.unit_price), 2) as maximum_value`;

/** Every line of a case ($1) with what it counts as (null: nowhere) and its values. */
export const LINES_SQL = `select l.id, l.participation_id, l.item_id, i.part_id, l.year, l.expected, l.maximum, l.unit_price, l.origin,
    p.organisation_id, ${COMMITMENT_SQL} as commitment, ${LINE_VALUES}
  from participation p
  join volume_line l on l.participation_id = p.id
  join volume_item i on i.id = l.item_id
  left join part_choice h on h.participation_id = p.id and h.part_id = i.part_id
  where p.case_id = $1`;

/** The sums of LINES_SQL by item, year and commitment; a value is null when a line has no price. */
export const SUMS_SQL = `select item_id, part_id, year, commitment, sum(expected) as expected, sum(coalesce(maximum, expected)) as maximum,
    case when count(*) = count(expected_value) then sum(expected_value) end as expected_value,
    case when count(*) = count(maximum_value) then sum(maximum_value) end as maximum_value, count(*)::integer as lines
  from (${LINES_SQL}) line where commitment is not null group by item_id, part_id, year, commitment`;

/** The lines of a case that count, by organisation, item and year. */
export async function linesOfCase(work: Work, caseId: string): Promise<VolumeLine[]> {
  const rows = await work.query<VolumeLine>(
    `select id, participation_id as "participationId", item_id as "itemId", year, trim_scale(expected)::text as expected,
       trim_scale(maximum)::text as maximum, unit_price as "unitPrice", origin, commitment,
       expected_value as "expectedValue", maximum_value as "maximumValue",
       (select coalesce(array_agg(n.need_id order by n.need_id), '{}') from volume_line_need n where n.line_id = line.id) as "needIds"
     from (${LINES_SQL}) line where commitment is not null order by participation_id, item_id, year`,
    [caseId],
    'volume-lines-of-case',
  );
  return rows.map((row) => Object.assign(new VolumeLine(), row));
}

/** What a participation can come to cost by part and year (R4): maximum quantities, lines without a price left out. */
export async function figuresOf(work: Work, participationId: string): Promise<VolumeFigure[]> {
  return work.query<VolumeFigure>(
    `select i.part_id as "partId", l.year,
       sum(round(coalesce(l.maximum, l.expected) * coalesce(l.unit_price, i.unit_price), 2))::text as value
     from volume_line l join volume_item i on i.id = l.item_id
     where l.participation_id = $1 and coalesce(l.unit_price, i.unit_price) is not null
     group by i.part_id, l.year order by i.part_id, l.year`,
    [participationId],
    'volume-figures',
  );
}
