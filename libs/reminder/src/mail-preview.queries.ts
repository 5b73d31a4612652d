import type { ClosedPeriods, Language as Written } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { askedKey, escalationOn, responsibleFor } from '@samanker/expectation';
import { buildMessage, type MailMessage, type MailSender } from '@samanker/mail';
import { closedRangesOf } from '@samanker/meeting-calendar';
import type { Language } from '@samanker/request';
import { levelsAbove, nextLevel } from './escalation.rules';
import { invitationsOf } from './invitation-contents';
import { invitationMail } from './invitation-wording.rules';
import { askedItem, casesOf, contactOf, contentsOf, participationUrl, type Content } from './mail-contents';
import { MailPreview, type MailPreviewKind, type MailPreviewMoment } from './mail-preview';
import { escalationWording } from './prepare-mails';
import { reminderDay } from './preview-moment.rules';
import { maySeeMailPreviews } from './reminder.permissions';
import type { Wording } from './sentences.rules';
import { digestMail } from './wording.rules';

/** Which mail is looked at. */
export interface PreviewAsked {
  readonly participationId: string;
  readonly kind: MailPreviewKind;
  readonly moment: MailPreviewMoment;
  readonly language: Language;
}

/** A mail that is looked at: what is told of it, and the whole message. */
export interface PreviewedMail {
  readonly preview: MailPreview;
  readonly message: MailMessage;
}

/** Nobody gets it. */
const NOBODY = 'nobody@samanker.example';

interface Parties {
  readonly organisationId: string;
  readonly hostOrganisationId: string;
}

interface Worded {
  readonly wording: Wording;
  readonly on: string;
  readonly recipientName: string | null;
}

/**
 * The mail that a municipality would get, out of the words and data that real ones are made of. Null where the asker may
 * not see it, where nothing of the kind has been asked of it yet, or where none goes at that moment. Changes nothing.
 */
export async function previewedMail(
  work: Work,
  asked: PreviewAsked,
  sender: MailSender,
): Promise<PreviewedMail | null> {
  const parties = await work.one<Parties>(
    `select p.organisation_id as "organisationId", c.host_organisation_id as "hostOrganisationId"
     from participation p join procurement_case c on c.id = p.case_id where p.region_id = $1 and p.id = $2`,
    [work.regionId, asked.participationId],
  );
  if (!parties || !maySeeMailPreviews(work.actor, parties)) return null;
  const { organisationId } = parties;
  const closed = { ranges: (await closedRangesOf(work, [organisationId])).get(organisationId) ?? [] };
  const worded =
    asked.kind === 'INVITATION'
      ? await invitation(work, asked, organisationId, sender.publicUrl)
      : await reminder(work, asked, closed, sender.publicUrl);
  if (!worded) return null;
  const { wording, on, recipientName } = worded;
  const message = buildMessage({ ...wording, mailId: 'preview', to: NOBODY, writtenAt: work.now }, sender);
  const preview = Object.assign(new MailPreview(), {
    kind: asked.kind,
    organisationId,
    on,
    subject: message.subject,
    text: message.text,
    attachments: message.attachments.map(({ filename }) => filename),
    recipientName,
  });
  return { preview, message };
}

async function invitation(
  work: Work,
  { participationId, language }: PreviewAsked,
  organisationId: string,
  publicUrl: string,
): Promise<Worded | null> {
  const found = (await invitationsOf(work, [participationId])).get(participationId);
  if (!found) return null;
  const role = { organisationId, role: 'COORDINATOR' } as const;
  const contact = (await responsibleFor(work, [role])).get(askedKey(role));
  const about = (await casesOf(work, [found.caseId])).get(found.caseId);
  const recipient = { name: contact?.name ?? null, deputyFor: contact?.deputyFor ?? null };
  return {
    wording: invitationMail({
      ...found,
      language: language.toLowerCase() as Written,
      today: work.today,
      recipient,
      url: participationUrl(publicUrl, found),
      contact: contactOf(about),
    }),
    on: work.today,
    recipientName: recipient.name,
  };
}

async function reminder(
  work: Work,
  { participationId, kind, moment, language }: PreviewAsked,
  closed: ClosedPeriods,
  publicUrl: string,
): Promise<Worded | null> {
  const single = kind !== 'SEVERAL' && kind !== 'ESCALATION';
  // What is open first; what has been done shows how it was asked.
  const rows = await work.query<{ id: string }>(
    `select e.id from expectation e where e.region_id = $1 and e.participation_id = $2 and ($3::text is null or e.kind = $3)
       and ($4 or (e.fulfilled_at is null and e.withdrawn_at is null)) and ($6::text is null or (e.role <> $6 and e.kind <> 'QUESTION'))
     order by e.fulfilled_at is not null or e.withdrawn_at is not null, e.due_on, e.id limit $5`,
    [
      work.regionId,
      participationId,
      single ? kind : null,
      kind !== 'SEVERAL',
      kind === 'SEVERAL' ? 20 : 1,
      // Above the chief executive there is nobody to write to.
      kind === 'ESCALATION' ? 'CHIEF_EXECUTIVE' : null,
    ],
  );
  const contents = await contentsOf(
    work,
    rows.map(({ id }) => id),
  );
  const [first] = contents;
  if (!first || (kind === 'SEVERAL' && contents.length < 2)) return null;
  const about = (await casesOf(work, [first.caseId])).get(first.caseId);
  const written = language.toLowerCase() as Written;
  if (kind === 'ESCALATION') return escalation(work, first, about, written, closed, publicUrl);
  const on = single ? reminderDay(first.kind, moment, first.dueOn, closed) : work.today;
  if (!on) return null;
  const whom = (await responsibleFor(work, [first])).get(askedKey(first));
  const wording = digestMail({
    language: written,
    today: on,
    recipient: { name: whom?.name ?? null, deputyFor: whom?.deputyFor ?? null },
    items: contents.map((content) => askedItem(content, about, publicUrl)),
    tasksUrl: `${publicUrl}/tasks`,
    contact: contactOf(about),
  });
  return wording && { wording, on, recipientName: whom?.name ?? null };
}

/** Two working days after the date, to the level above, as if nobody had answered (R10). */
async function escalation(
  work: Work,
  content: Content,
  about: Parameters<typeof contactOf>[0],
  language: Written,
  closed: ClosedPeriods,
  publicUrl: string,
): Promise<Worded | null> {
  const { organisationId } = content;
  const levels = levelsAbove(content.role).map((role) => ({ organisationId, role }));
  const people = await responsibleFor(work, [content, ...levels]);
  const own = people.get(askedKey(content));
  const role = nextLevel(content.role, [own?.personId ?? null], (level) =>
    people.get(askedKey({ organisationId, role: level })),
  );
  const on = escalationOn(content.kind, content.dueOn, closed);
  if (!role || !on) return null;
  const recipient = people.get(askedKey({ organisationId, role }));
  const to = { name: recipient?.name ?? null };
  return {
    wording: escalationWording(content, { language, today: on, recipient: to }, about, own, publicUrl, 2),
    on,
    recipientName: to.name,
  };
}
