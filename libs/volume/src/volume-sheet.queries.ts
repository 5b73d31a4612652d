import type { Work } from '@samanker/database';
import { ACTS_ON_BEHALF_SQL, actsOnBehalfOf } from '@samanker/participation';
import { VolumeDraft, VolumeLine, LineOrigin } from './volume-line.entity';
import { VolumeSheet, VolumeSuggestion } from './volume-sheet.type';
import { FEWEST_PEERS, suggestQuantity } from './volume-suggestion.rules';
import { draftsSeenSql } from './volume.permissions';
import { LINE_OF_SHEET } from './volume.queries';

/**
 * The sheet of one participation in one statement, or null. Drafts are the organisation's own (R28): to everybody else
 * the list is empty.
 */
export async function volumeSheetOf(work: Work, participationId: string): Promise<VolumeSheet | null> {
  const row = await work.one<VolumeSheet>(
    `select p.id as "participationId", p.case_id as "caseId", p.organisation_id as "organisationId",
       d.declared_at as "declaredAt", ${ACTS_ON_BEHALF_SQL} as "actsOnBehalf",
       (select coalesce(json_agg(row_to_json(line) order by line.number, line.year), '[]') from (${LINE_OF_SHEET}) line) as lines,
       (select coalesce(json_agg(json_build_object('itemId', t.item_id, 'year', t.year, 'expected', trim_scale(t.expected)::text,
          'maximum', trim_scale(t.maximum)::text, 'unitPrice', t.unit_price::text, 'origin', t.origin) order by i.number, t.year), '[]')
        from volume_draft t join volume_item i on i.id = t.item_id
        where t.participation_id = p.id and ${draftsSeenSql('$2')}) as drafts
     from participation p left join volume_declaration d on d.participation_id = p.id where p.id = $1`,
    [participationId, work.actor.organisationId],
    'volume-sheet',
  );
  if (!row) return null;
  return Object.assign(new VolumeSheet(), row, {
    actsOnBehalf: actsOnBehalfOf(row.actsOnBehalf).filter(({ verb }) => verb === 'declareVolumes'),
    lines: row.lines.map((line) => Object.assign(new VolumeLine(), line)),
    drafts: row.drafts.map((draft) => Object.assign(new VolumeDraft(), draft)),
  });
}

/**
 * R20: suggestions for every item and year that enough others have declared. Modelled lines of others are no evidence and
 * are left out. The rate is one that somebody has declared (the lower median), so that it can be checked.
 */
export async function suggestVolumes(work: Work, participationId: string): Promise<VolumeSuggestion[]> {
  const rows = await work.query<{
    itemId: string;
    year: number;
    ratePerThousand: string;
    peers: number;
    population: number | null;
  }>(
    `select l.item_id as "itemId", l.year, count(*)::integer as peers, mine.population,
       round(percentile_disc(0.5) within group (order by l.expected * 1000 / o.population), 4)::text as "ratePerThousand"
     from (select p.id, p.case_id, o.population from participation p join organisation o on o.id = p.organisation_id where p.id = $1) mine
     join participation p on p.case_id = mine.case_id and p.id <> mine.id and p.state not in ('DECLINED', 'WITHDRAWN')
     join organisation o on o.id = p.organisation_id and o.population > 0
     join volume_line l on l.participation_id = p.id and l.origin <> 'MODELLED'
     join volume_item i on i.id = l.item_id
     group by l.item_id, i.number, l.year, mine.population having count(*) >= $2 order by i.number, l.year`,
    [participationId, FEWEST_PEERS],
    'suggest-volumes',
  );
  return rows.flatMap((row) => {
    const expected = suggestQuantity(row);
    return expected === null
      ? []
      : [Object.assign(new VolumeSuggestion(), row, { expected, origin: LineOrigin.MODELLED })];
  });
}
