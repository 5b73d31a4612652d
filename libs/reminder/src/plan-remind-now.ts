import { nextWorkingInstant, type DateRange, type Language as Written } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { askedKey, responsibleFor, type Responsible } from '@samanker/expectation';
import { buildMessage, type MailSender } from '@samanker/mail';
import { closedRangesOf } from '@samanker/meeting-calendar';
import { refusedByStage, type CaseStage } from '@samanker/procurement-case';
import { askedItem, casesOf, contactOf, openContentsOf, type CaseContent, type Content } from './mail-contents';
import { remindVerdict, RemindVerdict } from './remind-now.rules';
import { RemindableNow, RemindNowAnswer, RemindNowLeftOut, RemindNowMail } from './remind-now.type';
import { mayRemindNow } from './reminder.permissions';
import { mayBeSentAt } from './sending-hours.rules';
import { digestMail } from './wording.rules';

/** What a mail says, before it is known whether it is queued. */
export interface PlannedMail {
  readonly to: Responsible & { readonly address: string };
  readonly contents: readonly Content[];
}

export interface RemindPlan {
  readonly mails: readonly PlannedMail[];
  readonly closed: ReadonlyMap<string, DateRange[]>;
  readonly answer: RemindNowAnswer;
}

/** Who would get what, and who nothing and why. A number of statements that does not depend on how many are asked. */
export async function planRemindNow(
  work: Work,
  caseId: string,
  participationIds: readonly string[],
  sender: MailSender,
): Promise<RemindPlan> {
  const about = await municipalitiesOf(work, caseId, participationIds);
  const { judged, closed } = await judge(work, about);
  const mails = new Map<string, { to: PlannedMail['to']; contents: Content[] }>();
  for (const { content, to, verdict } of judged) {
    if (verdict !== RemindVerdict.GOES || !to?.address) continue;
    const mail = mails.get(to.address) ?? { to: { ...to, address: to.address }, contents: [] };
    mails.set(to.address, mail);
    mail.contents.push(content);
  }
  const cases = await casesOf(work, [caseId]);
  const leftOut = about.flatMap(({ id, name }) => {
    const own = judged.filter(({ content }) => content.participationId === id);
    if (own.some(({ verdict }) => verdict === RemindVerdict.GOES)) return [];
    const because = own[0]?.verdict ?? RemindVerdict.NOTHING_AWAITED;
    return [Object.assign(new RemindNowLeftOut(), { participationId: id, organisationName: name, because })];
  });
  const answer = Object.assign(new RemindNowAnswer(), {
    queued: false,
    mails: [...mails.values()].map((mail) => told(work, mail, cases.get(caseId), closed, sender)),
    leftOut,
  });
  return { mails: [...mails.values()], closed, answer };
}

/**
 * R10: of whom somebody can be reminded now, by the rule of the preview: those that it has a mail for. Null for those who may
 * not remind, and where there is no such case; nobody while the case stands still.
 */
export async function remindableNow(work: Work, caseId: string): Promise<RemindableNow | null> {
  const found = await work.one<{ hostOrganisationId: string; stage: CaseStage; ids: string[] }>(
    `select c.host_organisation_id as "hostOrganisationId", c.stage,
       array(select p.id from participation p where p.case_id = c.id) as ids from procurement_case c where c.id = $1`,
    [caseId],
  );
  if (!found || !mayRemindNow(work.actor, found)) return null;
  const about = refusedByStage(found.stage) ? [] : await municipalitiesOf(work, caseId, found.ids);
  const { judged } = await judge(work, about);
  const reached = judged.filter(({ verdict }) => verdict === RemindVerdict.GOES);
  return Object.assign(new RemindableNow(), {
    caseId,
    participationIds: [...new Set(reached.map(({ content }) => content.participationId))],
  });
}

/** What is awaited of these, whom it is asked of, and whether it can be reminded of now. */
async function judge(work: Work, about: readonly { readonly id: string }[]) {
  const contents = await openContentsOf(
    work,
    about.map(({ id }) => id),
  );
  const responsible = await responsibleFor(work, contents);
  const closed = await closedRangesOf(work, [...new Set(contents.map(({ organisationId }) => organisationId))]);
  const written = await writtenAlready(
    work,
    contents.map(({ expectationId }) => expectationId),
    [...responsible.values()].flatMap(({ address }) => address ?? []),
  );
  const judged = contents.map((content) => {
    const to = responsible.get(askedKey(content));
    const address = to?.address ?? null;
    const verdict = remindVerdict(
      {
        ...content,
        address,
        queued: written.queued.has(content.expectationId),
        writtenToToday: address !== null && written.today.has(address),
      },
      work.today,
    );
    return { content, to, verdict };
  });
  return { judged, closed };
}

/** The mail in words, as it would be sent now. */
function told(
  work: Work,
  { to, contents }: PlannedMail,
  about: CaseContent | undefined,
  closed: ReadonlyMap<string, DateRange[]>,
  sender: MailSender,
): RemindNowMail {
  const wording = digestMail({
    language: to.language.toLowerCase() as Written,
    today: work.today,
    recipient: { name: to.name, deputyFor: to.deputyFor },
    items: contents.map((content) => askedItem(content, about, sender.publicUrl)),
    tasksUrl: `${sender.publicUrl}/tasks`,
    contact: contactOf(about),
  })!;
  const message = buildMessage({ ...wording, mailId: about!.caseId, to: to.address, writtenAt: work.now }, sender);
  const periods = { ranges: closed.get(contents[0]!.organisationId) ?? [] };
  return Object.assign(new RemindNowMail(), {
    organisationNames: [...new Set(contents.map(({ municipality }) => municipality))],
    recipientName: to.name,
    toAddress: to.address,
    asked: contents.length,
    subject: message.subject,
    text: message.text,
    goesAt: mayBeSentAt(work.now, periods) ? work.now : nextWorkingInstant(work.now, periods),
  });
}

/** The municipalities that are asked about, by name; ids of others than this case's are not there. */
function municipalitiesOf(work: Work, caseId: string, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return work.query(
    `select p.id, o.name from participation p join organisation o on o.id = p.organisation_id
     where p.case_id = $1 and p.id = any($2::uuid[]) and p.state not in ('DECLINED', 'WITHDRAWN') order by o.name, p.id`,
    [caseId, ids],
  );
}

/** What stands in a mail that waits, and which addresses have had their mail of today or are having it. */
async function writtenAlready(
  work: Work,
  expectationIds: readonly string[],
  addresses: readonly string[],
): Promise<{ queued: ReadonlySet<string>; today: ReadonlySet<string> }> {
  const queued = await work.query<{ id: string }>(
    `select distinct r.expectation_id as id from reminder r join mail m on m.id = r.mail_id
     where r.region_id = $1 and r.expectation_id = any($2::uuid[]) and m.state = 'QUEUED' and m.kind in ('DIGEST', 'NOTICE')`,
    [work.regionId, expectationIds],
  );
  const today = await work.query<{ address: string }>(
    `select distinct to_address as address from mail where region_id = $1 and kind = 'DIGEST' and to_address = any($2::text[])
       and mail_on = $3 and (state in ('SENT', 'REFUSED') or leased_until is not null)`,
    [work.regionId, addresses, work.today],
  );
  return { queued: new Set(queued.map(({ id }) => id)), today: new Set(today.map(({ address }) => address)) };
}
