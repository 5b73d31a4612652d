import type { Work } from '@samanker/database';
import {
  CommitmentValue,
  MunicipalityTotal,
  PartTotal,
  VolumeTotal,
  VolumeTotals,
  YearTotal,
} from './volume-total.entity';
import { addUp, addUpBy, type Valued } from './volume-totals.rules';
import { LINES_SQL, SUMS_SQL } from './volume.queries';

/**
 * The sums of a case ($1): the worker's, when they are of the case's present version, else added up now. One statement, so
 * one snapshot: the version and what it stands for cannot come apart. `fresh` is looked up once; the other branch is not
 * executed.
 */
const TOTALS = `with fresh as materialized (
    select a.aggregated_at from procurement_case c join volume_aggregation a on a.case_id = c.id and a.at_version = c.volume_version where c.id = $1
  ), sums as (
    select t.item_id, i.part_id, i.number, t.year, t.commitment, t.expected, t.maximum, t.expected_value, t.maximum_value, t.lines, t.unpriced_lines
    from volume_total t join volume_item i on i.id = t.item_id where t.case_id = $1 and exists (select from fresh)
    union all
    select item_id, part_id, number, year, commitment, expected, maximum, expected_value, maximum_value, lines, unpriced_lines
    from (${SUMS_SQL}) live where not exists (select from fresh)
  )
  select c.id as "caseId", (select aggregated_at from fresh) as "aggregatedAt",
    (select coalesce(json_agg(json_build_object('caseId', c.id, 'itemId', item_id, 'partId', part_id, 'year', year, 'commitment', commitment,
       'expected', trim_scale(expected)::text, 'maximum', trim_scale(maximum)::text, 'expectedValue', expected_value::text,
       'maximumValue', maximum_value::text, 'lines', lines, 'unpricedLines', unpriced_lines) order by number, year, commitment), '[]')
     from sums) as items
  from procurement_case c where c.id = $1`;

/** The totals of a case: always the exact sum of its lines in the same snapshot (R20, R21); null when there is no case. */
export async function volumeTotalsOf(work: Work, caseId: string): Promise<VolumeTotals | null> {
  const row = await work.one<{ caseId: string; aggregatedAt: Date | null; items: VolumeTotal[] }>(
    TOTALS,
    [caseId],
    'volume-totals',
  );
  if (!row) return null;
  return Object.assign(new VolumeTotals(), row, {
    items: row.items.map((item) => Object.assign(new VolumeTotal(), item)),
    parts: addUpBy(row.items, (item) => item.partId).map(([partId, sums]) =>
      Object.assign(new PartTotal(), { partId, values: valuesOf(sums) }),
    ),
    years: addUpBy(row.items, (item) => item.year).map(([year, sums]) =>
      Object.assign(new YearTotal(), { year, values: valuesOf(sums) }),
    ),
    values: valuesOf(addUp(row.items)),
  });
}

/** The same lines added up by organisation; organisations without a line are there too. One statement. */
export async function municipalityTotalsOf(work: Work, caseId: string): Promise<MunicipalityTotal[]> {
  const rows = await work.query<Omit<MunicipalityTotal, 'values'> & { sums: Valued[] }>(
    `with sums as (
       select participation_id, commitment, round(coalesce(sum(expected_value), 0), 2) as expected_value,
         round(coalesce(sum(maximum_value), 0), 2) as maximum_value, count(*) as lines, count(*) - count(expected_value) as unpriced_lines
       from (${LINES_SQL}) line where commitment is not null group by participation_id, commitment
     )
     select p.id as "participationId", p.organisation_id as "organisationId", o.name as "organisationName",
       d.declared_at as "declaredAt", coalesce(sum(s.lines), 0)::integer as lines,
       coalesce(json_agg(json_build_object('commitment', s.commitment, 'expectedValue', s.expected_value::text,
         'maximumValue', s.maximum_value::text, 'unpricedLines', s.unpriced_lines)) filter (where s.commitment is not null), '[]') as sums
     from participation p join organisation o on o.id = p.organisation_id
     left join volume_declaration d on d.participation_id = p.id left join sums s on s.participation_id = p.id
     where p.case_id = $1 group by p.id, o.id, d.declared_at order by o.name, p.id`,
    [caseId],
    'volume-totals-of-municipalities',
  );
  return rows.map(({ sums, ...row }) => Object.assign(new MunicipalityTotal(), row, { values: valuesOf(addUp(sums)) }));
}

function valuesOf(sums: readonly Valued[]): CommitmentValue[] {
  return sums.map((sum) => Object.assign(new CommitmentValue(), sum));
}
