import type { Language as Written } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { Mail } from './mail.entity';
import { askedItem, casesOf, openContentsFor, answeredAt } from './mail-contents';
import { MyTask } from './my-task.type';
import { mailsSeenSql, rolesAskedOf } from './reminder.permissions';
import { digestMail } from './wording.rules';

/** What is asked of the person who asks, or of a role held in the organisation acted for; soonest first. Two statements. */
export async function myTasksOf(work: Work): Promise<MyTask[]> {
  const { personId, organisationId, language } = work.actor;
  if (!personId || !organisationId) return [];
  const own = rolesAskedOf(work.actor);
  const contents = await openContentsFor(work, { organisationId, roles: own, personId });
  const cases = await casesOf(
    work,
    contents.map(({ caseId }) => caseId),
  );
  return contents.map((content) => {
    const about = cases.get(content.caseId);
    const item = askedItem(content, about, '');
    const said = digestMail({
      language: language.toLowerCase() as Written,
      today: work.today,
      recipient: { name: null },
      items: [item],
      tasksUrl: '/tasks',
    });
    const why = said?.sections.filter((section) => section.kind === 'paragraph')[1];
    return Object.assign(new MyTask(), {
      id: content.expectationId,
      kind: content.kind,
      caseId: content.caseId,
      caseTitle: content.caseTitle,
      participationId: content.participationId,
      subjectId: content.subjectId,
      organisationName: content.municipality,
      role: content.role,
      dueOn: content.dueOn,
      overdue: content.dueOn < work.today,
      asked: said?.action ?? '',
      why: why?.kind === 'paragraph' ? why.text : '',
      path: answeredAt('', content),
      stepTitle: item.stepTitle ?? null,
      bodyName: item.bodyName ?? null,
      meetingOn: item.meetingOn ?? null,
      lastThatFits: content.lastThatFits && Boolean(item.meetingOn),
      nextMeetingOn: item.nextMeetingOn ?? null,
      nextDecisionOn: item.nextDecisionOn ?? null,
      anchoredCount: about?.anchored ?? 0,
      participantCount: about?.of ?? 0,
    });
  });
}

/**
 * The mails about a case, newest first, refused ones before all others (R14). R28: the host's coordinator and the
 * secretariat see all of them; others those to their own organisation, since a mail shows an address. One statement.
 */
export async function mailLogOf(
  work: Work,
  caseId: string,
  first: number,
  organisationId: string | null = null,
): Promise<Mail[]> {
  const seen = mailsSeenSql(work.actor, 5);
  const rows = await work.query<Mail>(
    `select m.id, m.region_id as "regionId", m.kind, m.organisation_id as "organisationId", m.person_id as "personId",
       c.id as "caseId", m.to_address as "toAddress", m.language, m.mail_on as "mailOn", m.occasion, m.state, m.subject, m.attempts,
       m.next_attempt_at as "nextAttemptAt", m.leased_until as "leasedUntil", m.message_id as "messageId",
       m.last_response as "lastResponse", m.sent_at as "sentAt", o.name as "organisationName"
     from procurement_case c
     cross join lateral (
       select m.id from mail m where m.case_id = c.id
       union select r.mail_id from expectation e join reminder r on r.expectation_id = e.id where e.case_id = c.id
     ) found
     join mail m on m.id = found.id
     left join organisation o on o.id = m.organisation_id
     where c.region_id = $1 and c.id = $2
       and ${seen.sql} and ($4::uuid is null or m.organisation_id = $4)
     order by m.state <> 'REFUSED', m.mail_on desc, m.id desc limit $3`,
    [work.regionId, caseId, first, organisationId, ...seen.parameters],
  );
  return rows.map((row) => Object.assign(new Mail(), row));
}
