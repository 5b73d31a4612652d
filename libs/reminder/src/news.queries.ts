import type { Work } from '@samanker/database';
import { notesSeenBy, notesSeenSql } from '@samanker/note';
import { questionsSeenBy, questionsSeenSql } from '@samanker/question';
import { NewsItem } from './news-item.type';
import { ABOUT_NOTES, ABOUT_QUESTIONS, CASE_WIDE, NEWS_OF, newsOf, TOLD_WHEN_SHARED } from './news.rules';
import { seesNewsOfEveryCase } from './reminder.permissions';

const DAYS = 30;
/** What is no news after all is sorted out afterwards. */
const READ = 200;

interface Row {
  readonly number: number;
  readonly at: Date;
  readonly verb: string;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly caseId: string;
  readonly caseTitle: string;
  readonly organisationName: string;
  readonly participationId: string | null;
  readonly questionId: string | null;
  readonly askedByHost: boolean | null;
  readonly stepTitle: string | null;
}

/**
 * What others have done, or the service, in the last thirty days and concerns the asker: for the own organisation; in the
 * cases that it hosts; what changes a whole case that it takes part in, or is shared with all there; for the regional group
 * every case. Drafts never, questions and notes to those who may see them (R28). One statement.
 */
export async function newsOfAsker(work: Work, first: number): Promise<NewsItem[]> {
  const { actor } = work;
  const rows = await work.query<Row>(
    `select e.seq::int as number, e.at, e.verb, e.said -> 'before' as before, e.said -> 'after' as after, c.id as "caseId", c.title as "caseTitle",
       o.name as "organisationName", p.id as "participationId", q.id as "questionId", q.by_host as "askedByHost", s.title as "stepTitle"
     from (select l.seq, l.at, l.verb, l.case_id, l.subject_id, l.organisation_id, l.entry::json as said
       from decision_log l join procurement_case h on h.id = l.case_id
       where l.region_id = $1 and l.at >= $2::timestamptz and l.verb = any($3::text[])
         and ($5::boolean or l.organisation_id = $4::uuid or h.host_organisation_id = $4::uuid
           or ((l.verb = any($6::text[]) or (l.verb = any($9::text[]) and l.entry::json #>> '{after,shared}' = 'true'))
             and exists (select from participation t
               where t.case_id = l.case_id and t.organisation_id = $4::uuid and t.state <> 'WITHDRAWN')))
       order by l.seq desc limit $7) e
     join procurement_case c on c.id = e.case_id
     join organisation o on o.id = e.organisation_id
     left join anchoring_step s on s.id = e.subject_id
     left join participation p on p.case_id = e.case_id and p.organisation_id = e.organisation_id and e.verb <> all($6::text[])
     left join question q on e.verb = any($10::text[]) and q.id = (e.said #>> '{after,questionId}')::uuid
     left join note n on e.verb = any($11::text[]) and n.id = (e.said #>> '{after,noteId}')::uuid
     where not exists (select from decision_log_commitment k
       where k.region_id = $1 and k.commitment = e.said ->> 'by' and k.person_id = $8::uuid)
       and (e.verb <> all($10::text[]) or ${questionsSeenSql(12)})
       and (e.verb <> all($11::text[]) or (n.visibility = 'CASE' and n.withdrawn_at is null and ${notesSeenSql(14)}))
     order by e.seq desc`,
    [
      work.regionId,
      new Date(work.now.getTime() - DAYS * 86_400_000),
      Object.keys(NEWS_OF),
      actor.organisationId,
      seesNewsOfEveryCase(actor),
      CASE_WIDE,
      READ,
      actor.personId,
      TOLD_WHEN_SHARED,
      ABOUT_QUESTIONS,
      ABOUT_NOTES,
      ...questionsSeenBy(actor),
      ...notesSeenBy(actor),
    ],
    'news',
  );
  return rows
    .flatMap(({ verb, before, after, ...row }) => {
      const told = newsOf({ verb, before, after });
      if (!told) return [];
      const { number: version, ...rest } = told;
      return [Object.assign(new NewsItem(), row, rest, { version })];
    })
    .slice(0, first);
}
