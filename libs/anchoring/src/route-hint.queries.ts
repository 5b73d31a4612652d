import Decimal from 'decimal.js';
import type { Work } from '@samanker/database';
import { yearlyValues, type VolumeFigure } from '@samanker/participation';
import { ThresholdKind, thresholdInForce, thresholds } from '@samanker/procurement-law';
import { RouteHint } from './route-hint';
import { hintSentence, routeHints, type HintStep } from './route-hints.rules';

interface Row {
  readonly participationId: string;
  readonly termYears: number;
  readonly figures: VolumeFigure[];
  readonly outOf: string[];
  readonly steps: HintStep[];
}

/** R1: the hints on these routes, by participation: two statements, whatever their number. */
export async function routeHintsOf(work: Work, participationIds: readonly string[]): Promise<RouteHint[]> {
  const rows = await work.query<Row>(
    `select p.id as "participationId", c.years + c.option_years as "termYears", p.volume_figures as figures,
       (select coalesce(json_agg(h.part_id), '[]') from part_choice h where h.participation_id = p.id and h.choice = 'OUT') as "outOf",
       (select coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'kind', s.kind, 'weight', s.weight,
          'state', s.state, 'bodyKind', b.kind, 'outcome', d.outcome, 'budgetCoverage', d.budget_coverage) order by s.position), '[]')
        from anchoring_step s left join decision_body b on b.id = s.body_id
        left join lateral (select * from decision d where d.step_id = s.id and d.superseded_at is null
                           order by d.recorded_at desc, d.id desc limit 1) d on true
        where s.participation_id = p.id) as steps
     from participation p join procurement_case c on c.id = p.case_id
     where p.id = any($1::uuid[]) order by p.id`,
    [participationIds],
    'route-hints',
  );
  const eea = thresholdInForce(ThresholdKind.EEA_MUNICIPAL, work.today, await thresholds(work));
  return rows.flatMap(({ participationId, termYears, figures, outOf, steps }) =>
    routeHints({
      steps,
      maximumValue: maximumValue(figures, outOf),
      eeaThreshold: eea?.amount ?? null,
      termYears,
    }).map((found) =>
      Object.assign(new RouteHint(), {
        participationId,
        code: found.code,
        sentence: hintSentence(found, work.actor.language),
        stepId: found.stepId,
      }),
    ),
  );
}

function maximumValue(figures: readonly VolumeFigure[], outOf: readonly string[]): string | null {
  if (figures.length === 0) return null;
  return yearlyValues(figures, new Set(outOf))
    .reduce((sum, { value }) => sum.plus(value), new Decimal(0))
    .toFixed(2);
}
