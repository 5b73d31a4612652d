import type { Work } from '@samanker/database';
import { NewsItem } from './news-item.type';
import { CASE_WIDE, NEWS_OF, newsOf } from './news.rules';
import { seesNewsOfEveryCase } from './reminder.permissions';

const DAYS = 30;
/** What is no news after all is sorted out afterwards. */
const READ = 200;

interface Row {
  readonly number: number;
  readonly at: Date;
  readonly verb: string;
  readonly after: Record<string, unknown> | null;
  readonly caseId: string;
  readonly caseTitle: string;
  readonly organisationName: string;
  readonly participationId: string | null;
  readonly stepTitle: string | null;
}

/**
 * What others have done, or the service, in the last thirty days and concerns the asker: for the own organisation; in the
 * cases that it hosts; what changes a whole case that it takes part in; for the regional group every case. Drafts never
 * (R28). One statement.
 */
export async function newsOfAsker(work: Work, first: number): Promise<NewsItem[]> {
  const { actor } = work;
  const rows = await work.query<Row>(
    `select e.seq::int as number, e.at, e.verb, e.said -> 'after' as after, c.id as "caseId", c.title as "caseTitle",
       o.name as "organisationName", p.id as "participationId", s.title as "stepTitle"
     from (select l.seq, l.at, l.verb, l.case_id, l.subject_id, l.organisation_id, l.entry::json as said
       from decision_log l join procurement_case h on h.id = l.case_id
       where l.region_id = $1 and l.at >= $2::timestamptz and l.verb = any($3::text[])
         and ($5::boolean or l.organisation_id = $4::uuid or h.host_organisation_id = $4::uuid
           or (l.verb = any($6::text[]) and exists (select from participation q
             where q.case_id = l.case_id and q.organisation_id = $4::uuid and q.state <> 'WITHDRAWN')))
       order by l.seq desc limit $7) e
     join procurement_case c on c.id = e.case_id
     join organisation o on o.id = e.organisation_id
     left join anchoring_step s on s.id = e.subject_id
     left join participation p on p.case_id = e.case_id and p.organisation_id = e.organisation_id and e.verb <> all($6::text[])
     where not exists (select from decision_log_commitment k
       where k.region_id = $1 and k.commitment = e.said ->> 'by' and k.person_id = $8::uuid)
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
    ],
    'news',
  );
  return rows
    .flatMap(({ verb, after, ...row }) => {
      const told = newsOf({ verb, after });
      if (!told) return [];
      const { number: version, ...rest } = told;
      return [Object.assign(new NewsItem(), row, rest, { version })];
    })
    .slice(0, first);
}
