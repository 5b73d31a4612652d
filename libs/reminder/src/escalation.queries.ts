import type { Language as Written } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { askedKey, responsibleFor, type Responsible } from '@samanker/expectation';
import { buildMessage, type MailSender } from '@samanker/mail';
import { EscalationOffer, EscalationState } from './escalation-offer.entity';
import { casesOf, contentsOf, remindersSent, type CaseContent, type Content } from './mail-contents';
import { escalationWording } from './prepare-mails';
import { maySeeEscalations } from './reminder.permissions';

interface Row extends Pick<
  EscalationOffer,
  'id' | 'regionId' | 'expectationId' | 'role' | 'personId' | 'offeredAt' | 'settledAt' | 'mailId'
> {
  readonly state: EscalationState;
  readonly hostOrganisationId: string;
  /** Name of the person that it was offered for, or who was written to. */
  readonly writtenTo: string | null;
  readonly sentSubject: string | null;
}

const OFFER = `select o.id, o.region_id as "regionId", o.expectation_id as "expectationId", o.role, o.person_id as "personId",
    o.offered_at as "offeredAt", o.settled_at as "settledAt", o.mail_id as "mailId",
    o.state, c.host_organisation_id as "hostOrganisationId", w.name as "writtenTo", nullif(m.subject, '') as "sentSubject"
  from escalation_offer o join expectation e on e.id = o.expectation_id join procurement_case c on c.id = e.case_id
  left join person w on w.id = o.person_id left join mail m on m.id = o.mail_id`;

/** Who could not be written to must not stop the preview. */
const NOBODY = 'nobody@samanker.example';

/** The offers of a case with their previews, open ones first: for the host's coordinator, the secretariat and the regional group (R10). */
export async function escalationOffersOf(work: Work, caseId: string, sender: MailSender): Promise<EscalationOffer[]> {
  const rows = await work.query<Row>(
    `${OFFER} where o.region_id = $1 and e.case_id = $2 order by o.state <> 'OFFERED', e.due_on, e.id, o.offered_at, o.id limit 1000`,
    [work.regionId, caseId],
  );
  return withPreview(
    work,
    rows.filter((row) => maySeeEscalations(work.actor, row)),
    sender,
  );
}

/** One offer with its preview. */
export async function escalationOfferById(work: Work, id: string, sender: MailSender): Promise<EscalationOffer> {
  const rows = await work.query<Row>(`${OFFER} where o.region_id = $1 and o.id = $2`, [work.regionId, id]);
  return (await withPreview(work, rows, sender))[0]!;
}

async function withPreview(work: Work, rows: readonly Row[], sender: MailSender): Promise<EscalationOffer[]> {
  const contents = new Map(
    (
      await contentsOf(
        work,
        rows.map(({ expectationId }) => expectationId),
      )
    ).map((one) => [one.expectationId, one]),
  );
  const cases = await casesOf(
    work,
    [...contents.values()].map(({ caseId }) => caseId),
  );
  const above = rows.map(({ role, expectationId }) => ({
    organisationId: contents.get(expectationId)!.organisationId,
    role,
  }));
  const people = await responsibleFor(work, [...contents.values(), ...above]);
  const reminders = await remindersSent(work, [...contents.keys()]);
  return rows.map((row, index) => {
    const content = contents.get(row.expectationId)!;
    return offerOf(
      work,
      row,
      content,
      cases.get(content.caseId),
      people.get(askedKey(above[index]!)),
      people.get(askedKey(content)),
      sender,
      reminders.get(row.expectationId) ?? 0,
    );
  });
}

function offerOf(
  work: Work,
  { hostOrganisationId: _host, writtenTo, sentSubject, ...row }: Row,
  content: Content,
  about: CaseContent | undefined,
  recipient: Responsible | undefined,
  responsible: Responsible | undefined,
  sender: MailSender,
  reminders: number,
): EscalationOffer {
  const language = (recipient?.language ?? 'NB').toLowerCase() as Written;
  // What has gone stays as it went: to that person, though somebody else may hold the role now.
  const sent = row.state === EscalationState.SENT;
  const recipientName = sent ? writtenTo : (recipient?.name ?? null);
  const deputyFor = sent ? null : (recipient?.deputyFor ?? null);
  const asked = { language, today: work.today, recipient: { name: recipientName, deputyFor } };
  const wording = escalationWording(content, asked, about, responsible, sender.publicUrl, reminders);
  const preview = buildMessage({ ...wording, mailId: row.id, to: NOBODY, writtenAt: work.now }, sender);
  const { caseId, participationId, organisationId, kind, dueOn } = content;
  return Object.assign(new EscalationOffer(), row, {
    caseId,
    participationId,
    organisationId,
    organisationName: content.municipality,
    kind,
    dueOn,
    recipientName,
    toOfficialAddress: sent ? row.personId === null : (recipient?.nobodyToAsk ?? true),
    subject: sentSubject ?? preview.subject,
    text: preview.text,
  });
}
