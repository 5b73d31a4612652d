import type { Work } from '@samanker/database';
import { COMMITMENT_SQL, type VolumeFigure } from '@samanker/participation';
import { VolumeLine } from './volume-line.entity';

/** Values are rounded per line, to whole øre, half away from zero: so a total is the exact sum of what its lines show. */
export const LINE_VALUES = `round(l.expected * coalesce(l.unit_price, i.unit_price), 2) as expected_value,
    round(coalesce(l.maximum, l.expected) * coalesce(l.unit_price, i.unit_price), 2) as maximum_value`;

const LINE = `select l.id, l.region_id, l.participation_id, l.item_id, i.part_id, i.number, l.year, l.expected, l.maximum, l.unit_price,
    l.origin, ${COMMITMENT_SQL} as commitment, ${LINE_VALUES}`;

/** What a line `l` of the participation `p` belongs to: its item `i` and the choice `h` for its part. */
export const FROM_LINES = `join volume_item i on i.id = l.item_id left join part_choice h on h.participation_id = p.id and h.part_id = i.part_id`;

/** Every line with its case, what it counts as (null: nowhere) and its values; whoever asks narrows it by `p`. */
export const ALL_LINES_SQL = `${LINE}, p.case_id from participation p join volume_line l on l.participation_id = p.id ${FROM_LINES}`;

/** Every line of a case ($1). */
export const LINES_SQL = `${ALL_LINES_SQL} where p.case_id = $1`;

/** The sums of LINES_SQL by item, year and commitment; lines without a price are counted and left out of the values. */
export const SUMS_SQL = `select item_id, part_id, number, year, commitment, sum(expected) as expected,
    sum(coalesce(maximum, expected)) as maximum, round(coalesce(sum(expected_value), 0), 2) as expected_value,
    round(coalesce(sum(maximum_value), 0), 2) as maximum_value, count(*)::integer as lines,
    (count(*) - count(expected_value))::integer as unpriced_lines
  from (${LINES_SQL}) line where commitment is not null group by item_id, part_id, number, year, commitment`;

const AS_FIELDS = `id, participation_id as "participationId", item_id as "itemId", year, trim_scale(expected)::text as expected,
  trim_scale(maximum)::text as maximum, unit_price::text as "unitPrice", origin, commitment,
  expected_value::text as "expectedValue", maximum_value::text as "maximumValue",
  array(select n.need_id from volume_line_need n where n.line_id = line.id order by n.need_id) as "needIds"`;

/** The lines of the participation `p` of an outer query, as fields. */
export const LINE_OF_SHEET = `select ${AS_FIELDS}, number from (${LINE} from volume_line l ${FROM_LINES} where l.participation_id = p.id) line`;

/** The lines of a case that count, by organisation, item and year: what its totals are the sum of. */
export async function linesOfCase(work: Work, caseId: string): Promise<VolumeLine[]> {
  const rows = await work.query<VolumeLine>(
    `select ${AS_FIELDS} from (${LINES_SQL}) line where commitment is not null order by participation_id, number, year`,
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
