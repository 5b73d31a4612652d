import { nextWorkingInstant, type ClosedPeriods, type Language as Written } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { askedKey, responsibleFor, type Asked, type Responsible } from '@samanker/expectation';
import { closedRangesOf } from '@samanker/meeting-calendar';
import type { MailDraft } from '@samanker/mail';
import { claimMails, putOffSecondOfDay, type Claimed } from './claim-mails';
import { invitationsOf, invitedParticipation, type InvitationContent } from './invitation-contents';
import { invitationLetter, type Letter } from './invitation-letter.rules';
import { invitationMail } from './invitation-wording.rules';
import {
  askedItem,
  casesOf,
  contactOf,
  contentsOf,
  participationUrl,
  remindersSent,
  type CaseContent,
  type Content,
} from './mail-contents';
import { isNotice, noticeWordings } from './notice-contents';
import { isReminding } from './notice-occasions.rules';
import { codeWordings } from './send-log-in-code';
import { mayBeSentAt } from './sending-hours.rules';
import { tooLate } from './sweep-reminders.rules';
import type { Recipient, Wording } from './sentences.rules';
import { digestMail, escalationMail } from './wording.rules';

/** A mail that this process has claimed, and what is to become of it. */
export interface PreparedMail {
  readonly id: string;
  readonly regionId: string;
  readonly caseId: string | null;
  readonly organisationId: string | null;
  readonly attempts: number;
  readonly closed: ClosedPeriods;
  /** Somebody is waiting for it: neither sending nor trying again waits for working hours. */
  readonly atOnce: boolean;
  /** Milliseconds of this process's own running time. */
  readonly preparedAt: number;
  readonly verdict:
    | { readonly kind: 'SEND'; readonly draft: MailDraft & { readonly letter?: Letter } }
    | { readonly kind: 'CANCEL' }
    | { readonly kind: 'PUT_OFF'; readonly until: Date };
}

interface Said {
  readonly id: string;
  readonly mailId: string;
  readonly content: Content;
}

/**
 * Claims mails that are due and loads afresh what they say (R12). One conditional update decides who won; its lease is in
 * real time. Everything is read by a number of statements that does not depend on the number of mails.
 */
export async function prepareMails(work: Work, ids: readonly string[], publicUrl: string): Promise<PreparedMail[]> {
  const claimed = await claimMails(work, ids);
  if (claimed.length < ids.length) await putOffSecondOfDay(work, ids);
  if (claimed.length === 0) return [];
  const said = await saidIn(work, claimed);
  const contents = said.map(({ content }) => content);
  const responsible = await responsibleFor(work, [...contents, ...claimed.flatMap((mail) => writtenIn(mail) ?? [])]);
  const invitations = await invitationsOf(
    work,
    claimed.filter(({ kind }) => kind === 'INVITATION').map(({ occasion }) => invitedParticipation(occasion)),
  );
  const cases = await casesOf(work, [
    ...contents.map(({ caseId }) => caseId),
    ...[...invitations.values()].map(({ caseId }) => caseId),
  ]);
  const organisations = [...new Set(claimed.flatMap(({ organisationId }) => organisationId ?? []))];
  const closed = await closedRangesOf(work, organisations);
  const moved = claimed.flatMap((mail) =>
    isReminding(mail)
      ? said.filter((one) => one.mailId === mail.id && addressOf(one, responsible) !== mail.toAddress)
      : [],
  );
  await giveBack(work, moved);
  const escalations = new Set(claimed.filter(({ kind }) => kind === 'ESCALATION').map(({ id }) => id));
  const reminders = await remindersSent(
    work,
    said.filter(({ mailId }) => escalations.has(mailId)).map(({ content }) => content.expectationId),
  );
  const notices = await noticeWordings(work, claimed, publicUrl);
  const codes = await codeWordings(work, claimed, publicUrl);
  const scene = { work, publicUrl, cases, responsible, invitations, notices, codes, reminders };
  return claimed.map((mail) => {
    const periods: ClosedPeriods = { ranges: (mail.organisationId && closed.get(mail.organisationId)) || [] };
    const own = said.filter(
      (one) =>
        one.mailId === mail.id &&
        one.content.open &&
        !tooLate(one.content.kind, one.content.dueOn, work.today) &&
        // R12: the date has been moved since, and is not missed.
        (mail.kind !== 'ESCALATION' || one.content.dueOn < work.today) &&
        !moved.includes(one),
    );
    const wording = wordingOf(
      mail,
      own.map(({ content }) => content),
      scene,
    );
    return {
      ...identityOf(mail, work.regionId, own),
      closed: periods,
      atOnce: mail.kind === 'LOG_IN_CODE',
      preparedAt: performance.now(),
      verdict: verdictOf(mail, wording, work.now, periods),
    };
  });
}

interface Scene {
  readonly work: Work;
  readonly publicUrl: string;
  readonly cases: ReadonlyMap<string, CaseContent>;
  readonly responsible: ReadonlyMap<string, Responsible>;
  readonly invitations: ReadonlyMap<string, InvitationContent>;
  readonly notices: ReadonlyMap<string, Wording>;
  readonly codes: ReadonlyMap<string, Wording>;
  readonly reminders: ReadonlyMap<string, number>;
}

function identityOf(
  mail: Claimed,
  regionId: string,
  own: readonly Said[],
): Pick<PreparedMail, 'id' | 'regionId' | 'caseId' | 'organisationId' | 'attempts'> {
  const cases = new Set(own.map(({ content }) => content.caseId));
  return {
    id: mail.id,
    regionId,
    caseId: mail.caseId ?? (cases.size === 1 ? [...cases][0]! : null),
    organisationId: mail.organisationId,
    attempts: mail.attempts,
  };
}

function verdictOf(mail: Claimed, wording: Wording | null, now: Date, closed: ClosedPeriods): PreparedMail['verdict'] {
  if (!wording) return { kind: 'CANCEL' };
  if (mail.kind !== 'LOG_IN_CODE' && !mayBeSentAt(now, closed))
    return { kind: 'PUT_OFF', until: nextWorkingInstant(now, closed) };
  return { kind: 'SEND', draft: { ...wording, mailId: mail.id, to: mail.toAddress, writtenAt: now } };
}

function wordingOf(mail: Claimed, items: readonly Content[], scene: Scene): Wording | null {
  const { work, publicUrl, cases } = scene;
  const asked = { language: mail.language.toLowerCase() as Written, today: work.today };
  if (mail.kind === 'INVITATION') {
    const invitation = scene.invitations.get(invitedParticipation(mail.occasion));
    if (!invitation?.open) return null;
    const wording = invitationMail({
      ...asked,
      ...invitation,
      recipient: recipientOf(mail, scene),
      url: participationUrl(publicUrl, invitation),
      contact: contactOf(cases.get(invitation.caseId)),
    });
    if (mail.personId) return wording;
    // What goes to the official address is filed there: the same words as a letter.
    const letter = { ...asked, ...invitation, writtenOn: work.today, writtenAt: work.now, wording };
    return { ...wording, letter: invitationLetter(letter) };
  }
  if (mail.kind === 'LOG_IN_CODE') return scene.codes.get(mail.id) ?? null;
  if (isNotice(mail)) return scene.notices.get(mail.id) ?? null;
  const [first] = items;
  if (!first) return null;
  const about = cases.get(first.caseId);
  if (mail.kind === 'ESCALATION')
    return escalationWording(
      first,
      { ...asked, recipient: recipientOf(mail, scene) },
      about,
      scene.responsible.get(askedKey(first)),
      publicUrl,
      scene.reminders.get(first.expectationId) ?? 0,
    );
  const whom = scene.responsible.get(askedKey(first));
  return digestMail({
    ...asked,
    recipient: { name: whom?.name ?? mail.personName, deputyFor: whom?.deputyFor ?? null },
    items: items.map((item) => askedItem(item, cases.get(item.caseId), publicUrl)),
    tasksUrl: `${publicUrl}/tasks`,
    contact: contactOf(about),
  });
}

/** The role that somebody was written to in, where that is not what is asked of them. */
function writtenIn({ organisationId, role, personId }: Claimed): Asked | null {
  return organisationId && role && personId ? { organisationId, role } : null;
}

/** R12: both names where a deputy stands in. */
function recipientOf(mail: Claimed, { responsible }: Scene): Recipient {
  const role = writtenIn(mail);
  const now = role ? responsible.get(askedKey(role)) : undefined;
  return { name: mail.personName, deputyFor: now?.personId === mail.personId ? (now?.deputyFor ?? null) : null };
}

/** The mail to the next level, for sending and for the preview alike (R10). */
export function escalationWording(
  item: Content,
  asked: { language: Written; today: string; recipient: Recipient },
  about: CaseContent | undefined,
  responsible: Responsible | undefined,
  publicUrl: string,
  reminders: number,
): Wording {
  return escalationMail({
    ...asked,
    item: askedItem(item, about, publicUrl),
    responsible: responsible?.name ? { name: responsible.name, reminders } : null,
    coordinator: contactOf(about) ?? { name: about?.host ?? '', organisation: about?.host ?? '' },
  });
}

async function saidIn(work: Work, claimed: readonly Claimed[]): Promise<Said[]> {
  const rows = await work.query<{ id: string; mailId: string; expectationId: string }>(
    `select id, mail_id as "mailId", expectation_id as "expectationId" from reminder where region_id = $1 and mail_id = any($2::uuid[])`,
    [work.regionId, claimed.map(({ id }) => id)],
  );
  const contents = new Map(
    (await contentsOf(work, [...new Set(rows.map(({ expectationId }) => expectationId))])).map((one) => [
      one.expectationId,
      one,
    ]),
  );
  return rows.flatMap(({ id, mailId, expectationId }) => {
    const content = contents.get(expectationId);
    return content ? [{ id, mailId, content }] : [];
  });
}

function addressOf({ content }: Said, responsible: ReadonlyMap<string, Responsible>): string | null {
  return responsible.get(askedKey(content))?.address ?? null;
}

/** R12: somebody else is responsible now. The reminder is taken out of this mail and swept again, for the right person. */
async function giveBack(work: Work, moved: readonly Said[]): Promise<void> {
  if (moved.length === 0) return;
  await work.execute('delete from reminder where region_id = $1 and id = any($2::uuid[])', [
    work.regionId,
    moved.map(({ id }) => id),
  ]);
  await work.execute(
    `update expectation set next_reminder_on = least(next_reminder_on, $3::date) where region_id = $1 and id = any($2::uuid[])
       and fulfilled_at is null and withdrawn_at is null`,
    [work.regionId, moved.map(({ content }) => content.expectationId), work.today],
  );
}
