import type { Work } from '@samanker/database';
import { Question } from './question.entity';
import { mayAnswer, mayShareAnswer, questionsSeenBy, questionsSeenSql } from './question.permissions';

type Row = Omit<Question, 'mayAnswer' | 'mayShare'> & { readonly hostOrganisationId: string };

const QUESTION = `select q.id, q.region_id as "regionId", q.case_id as "caseId", q.participation_id as "participationId",
    p.organisation_id as "organisationId", o.name as "organisationName", h.name as "hostName",
    c.host_organisation_id as "hostOrganisationId", q.by_host as "byHost", q.text, q.asked_by as "askedBy", q.asked_at as "askedAt",
    q.answer, q.answered_by as "answeredBy", q.answered_at as "answeredAt", q.shared, q.answer_mail_id as "answerMailId"
  from question q join participation p on p.id = q.participation_id join organisation o on o.id = p.organisation_id
  join procurement_case c on c.id = q.case_id join organisation h on h.id = c.host_organisation_id`;

const questionOf = (work: Work, { hostOrganisationId, ...row }: Row): Question =>
  Object.assign(new Question(), row, {
    mayAnswer: row.answeredAt === null && mayAnswer(work.actor, { ...row, hostOrganisationId }),
    mayShare:
      row.answeredAt !== null &&
      !row.shared &&
      !row.byHost &&
      mayShareAnswer(work.actor, { ...row, hostOrganisationId }),
  });

/** The questions of a case that the one who asks may see, open ones first, then the newest; those of one participation. */
export async function questionsOf(
  work: Work,
  { caseId, participationId }: { readonly caseId: string; readonly participationId: string | null },
): Promise<Question[]> {
  const rows = await work.query<Row>(
    `${QUESTION} where q.case_id = $1 and ($2::uuid is null or q.participation_id = $2) and ${questionsSeenSql(3)}
     order by q.answered_at is not null, coalesce(q.answered_at, q.asked_at) desc, q.id desc limit 200`,
    [caseId, participationId, ...questionsSeenBy(work.actor)],
    'questions',
  );
  return rows.map((row) => questionOf(work, row));
}

/** One question; null when there is none that the one who asks may see. */
export async function questionById(work: Work, id: string): Promise<Question | null> {
  const row = await work.one<Row>(
    `${QUESTION} where q.id = $1 and ${questionsSeenSql(2)}`,
    [id, ...questionsSeenBy(work.actor)],
    'question-by-id',
  );
  return row && questionOf(work, row);
}
