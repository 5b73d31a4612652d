import type { Work } from '@samanker/database';
import type { Language } from '@samanker/request';
import { volumeSheetOf } from './volume-sheet.queries';
import type { VolumeBook } from './volume-workbook.rules';

/** The sheet of one participation with all that its workbook shows. */
export interface NamedVolumeBook extends VolumeBook {
  readonly caseTitle: string;
  readonly organisationName: string;
}

/** What a workbook of one participation is made from: what is declared and, for its own people, saved (R28). Or null. */
export async function volumeBookOf(
  work: Work,
  participationId: string,
  language: Language = work.actor.language,
): Promise<NamedVolumeBook | null> {
  const sheet = await volumeSheetOf(work, participationId);
  if (!sheet) return null;
  const name = language === 'NN' ? 'name_nn' : language === 'EN' ? 'name_en' : 'name_nb';
  const row = await work.one<
    Pick<NamedVolumeBook, 'caseTitle' | 'organisationName' | 'items'> & { firstYear: number; years: number }
  >(
    `select c.title as "caseTitle", o.name as "organisationName", c.first_year as "firstYear",
       c.years + c.option_years as years,
       (select coalesce(json_agg(json_build_object('itemId', i.id, 'partTitle', t.number || '. ' || t.title, 'name', i.name,
          'unitName', coalesce(u.${name}, i.unit_code)) order by t.number, i.number), '[]')
        from volume_item i join case_part t on t.id = i.part_id left join unit u on u.code = i.unit_code
        where i.case_id = c.id) as items
     from participation p join procurement_case c on c.id = p.case_id join organisation o on o.id = p.organisation_id
     where p.id = $1`,
    [participationId],
    `volume-book-${name}`,
  );
  if (!row) return null;
  const kept = new Map([...sheet.lines, ...sheet.drafts].map((one) => [`${one.itemId} ${one.year}`, one]));
  return {
    participationId: sheet.participationId,
    caseTitle: row.caseTitle,
    organisationName: row.organisationName,
    items: row.items,
    years: Array.from({ length: row.years }, (_, at) => row.firstYear + at),
    kept: [...kept.values()],
  };
}
