import type { Work } from '@samanker/database';
import { yearlyValues, type VolumeFigure } from '@samanker/participation';
import { DecisionBasis, OtherAnchored } from './decision-basis';
import { costFigures } from './decision-basis.rules';

interface Row {
  readonly population: number | null;
  readonly figures: VolumeFigure[];
  readonly outOf: string[];
  readonly volumesDeclared: boolean;
  readonly participantCount: number;
  readonly anchored: { readonly organisationName: string; readonly on: string }[];
}

/** What a participation decides on, in one statement; null when there is no such participation to be seen. */
export async function decisionBasisOf(work: Work, participationId: string): Promise<DecisionBasis | null> {
  const row = await work.one<Row>(
    `select o.population, p.volume_figures as figures,
       (select coalesce(json_agg(h.part_id), '[]') from part_choice h where h.participation_id = p.id and h.choice = 'OUT') as "outOf",
       exists (select from volume_declaration d where d.participation_id = p.id) as "volumesDeclared",
       (select 1 + count(*)::int from participation q
        where q.case_id = p.case_id and q.id <> p.id and q.state not in ('DECLINED', 'WITHDRAWN')) as "participantCount",
       (select coalesce(json_agg(json_build_object('organisationName', r.name, 'on', q.route_finished_on)
          order by q.route_finished_on, r.name), '[]')
        from participation q join organisation r on r.id = q.organisation_id
        where q.case_id = p.case_id and q.id <> p.id and q.state = 'ANCHORED' and q.route_finished_on is not null) as anchored
     from participation p join organisation o on o.id = p.organisation_id
     where p.id = $1`,
    [participationId],
    'decision-basis',
  );
  if (!row) return null;
  return Object.assign(new DecisionBasis(), {
    participationId,
    population: row.population,
    ...costFigures(yearlyValues(row.figures, new Set(row.outOf)), row.population),
    volumesDeclared: row.volumesDeclared,
    participantCount: row.participantCount,
    anchored: row.anchored.map((one) => Object.assign(new OtherAnchored(), one)),
  });
}
