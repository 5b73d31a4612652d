import { osloDate, type Language as Written } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { askedKey, responsibleFor } from '@samanker/expectation';
import { answerMail, type ToldAnswer } from './answer-wording.rules';
import type { Claimed } from './claim-mails';
import { questionsUrl } from './mail-contents';
import type { Wording } from './sentences.rules';

interface Row extends Omit<ToldAnswer, 'askedOn' | 'answeredOn'> {
  readonly mailId: string;
  readonly caseId: string;
  readonly askerId: string;
  readonly askedBy: string | null;
  readonly askedAt: Date;
  readonly answeredAt: Date;
}

/** What the mails that tell of answers say, by mail; nothing where no question is tied to it (R12). Two statements. */
export async function answerWordings(
  work: Work,
  mails: readonly Claimed[],
  publicUrl: string,
): Promise<Map<string, Wording>> {
  const wordings = new Map<string, Wording>();
  if (mails.length === 0) return wordings;
  const rows = await work.query<Row>(
    `select q.answer_mail_id as "mailId", q.case_id as "caseId", c.title as "caseTitle", q.asked_at as "askedAt",
       q.answered_at as "answeredAt", q.asked_by as "askedBy", case when q.by_host then h.id else o.id end as "askerId", case when q.by_host then h.name else o.name end as asker,
       case when q.by_host then o.name else h.name end as answerer
     from question q join participation p on p.id = q.participation_id join organisation o on o.id = p.organisation_id
     join procurement_case c on c.id = q.case_id join organisation h on h.id = c.host_organisation_id
     where q.region_id = $1 and q.answer_mail_id = any($2::uuid[]) and c.stage <> 'CANCELLED'
     order by q.answered_at, q.id`,
    [work.regionId, mails.map(({ id }) => id)],
  );
  const askers = rows.map(({ askerId, askedBy }) => ({
    organisationId: askerId,
    role: 'COORDINATOR' as const,
    personId: askedBy,
  }));
  const responsible = await responsibleFor(work, askers);
  for (const mail of mails) {
    const own = rows.filter(({ mailId }) => mailId === mail.id);
    const [first] = own;
    if (!first) continue;
    const asker = responsible.get(askedKey(askers[rows.indexOf(first)]!));
    const deputyFor = asker?.personId === mail.personId ? (asker?.deputyFor ?? null) : null;
    wordings.set(
      mail.id,
      answerMail({
        language: mail.language.toLowerCase() as Written,
        recipient: { name: mail.personName, deputyFor },
        answers: own.map(({ askedAt, answeredAt, askerId: _, askedBy: __, ...row }) => ({
          ...row,
          askedOn: osloDate(askedAt),
          answeredOn: osloDate(answeredAt),
        })),
        url: questionsUrl(publicUrl, first),
      }),
    );
  }
  return wordings;
}
