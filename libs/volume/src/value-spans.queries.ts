import { COMMITMENT_SQL } from '@samanker/participation';
import { FROM_LINES, LINE_VALUES } from './volume.queries';

/**
 * What each participation comes to, in SQL: the same three values as the merged-demand report's rule `valueSpan` (R22, R26).
 * Minimum: what anchored firm ones are bound to buy. Expected: what firm ones expect, anchored or not. Maximum: firm and
 * option at their maximum, extensions included; a year of an extension that nobody declared is as the last declared one.
 * Lines that count nowhere are in none of them, lines without a price neither. Whoever asks narrows it by `p`.
 */
export const valueSpansSql = (where: string): string => `
  select case_id, participation_id, count(*) filter (where commitment is not null) as lines,
    coalesce(sum(expected_value) filter (where choice = 'FIRM' and not extension and commitment = 'COMMITTED' and duty_to_buy), 0) as minimum_value,
    coalesce(sum(expected_value) filter (where choice = 'FIRM' and not extension and commitment is not null), 0) as expected_value,
    coalesce(sum(maximum_value * (1 + carried)) filter (where choice is not null and commitment is not null), 0) as maximum_value
  from (
    select p.case_id, l.participation_id, h.choice, i.duty_to_buy, ${COMMITMENT_SQL} as commitment, ${LINE_VALUES},
      l.year >= c.first_year + c.years as extension,
      case when l.year = max(l.year) over (partition by l.participation_id, l.item_id)
        then greatest(0, c.first_year + c.years + c.option_years - 1 - greatest(l.year, c.first_year + c.years - 1)) else 0 end as carried
    from participation p join procurement_case c on c.id = p.case_id join volume_line l on l.participation_id = p.id ${FROM_LINES}
    where ${where}
  ) line group by case_id, participation_id`;
