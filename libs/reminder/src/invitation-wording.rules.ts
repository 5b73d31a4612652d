import { formatDate, type Language, type LocalDate } from '@samanker/clock';
import { attachedSentence } from './invitation-letter.rules';
import { listed } from './phrases.rules';
import {
  type Contact,
  contactOf,
  paragraph,
  PHRASES,
  type Recipient,
  salutation,
  sayer,
  type Wording,
} from './sentences.rules';

/** R1, R5b, R13: the invitation of one municipality to a case, with what silence means. */
export function invitationMail(asked: {
  language: Language;
  today: LocalDate;
  recipient: Recipient;
  municipality: string;
  host: string;
  /** The municipality's case contact, who gets the same invitation; null where there is none. */
  caseContact?: string | null;
  caseTitle: string;
  answerBy: LocalDate;
  decisionDeadline: LocalDate;
  /** How many are invited, this one among them. */
  invited: number;
  url: string;
  /** What silence means in this case, where it is not that the municipality is left out. */
  silence?: string | null;
  contact?: Contact | null;
}): Wording {
  const { language, today, municipality } = asked;
  const phrases = PHRASES[language];
  const { invitation } = phrases;
  const say = sayer(language, today);
  return {
    language,
    subject: { municipality, thing: invitation.subject, date: formatDate(asked.answerBy) },
    action: invitation.action(say.day(asked.answerBy), municipality),
    link: { label: invitation.link, url: asked.url },
    sections: [
      paragraph(
        !asked.recipient.name && asked.caseContact
          ? invitation.archiveCopy(municipality, asked.caseContact)
          : salutation(asked.recipient, municipality, phrases),
      ),
      ...(asked.recipient.name ? [] : [paragraph(attachedSentence(language))]),
      paragraph(
        asked.host === municipality
          ? invitation.openingForHost(asked.host, asked.invited - 1)
          : invitation.opening(asked.host, municipality, asked.invited - 1),
      ),
      { kind: 'facts', rows: [{ label: phrases.facts.procurement, value: asked.caseTitle }] },
      { kind: 'list', items: invitation.steps.map((title) => ({ title })) },
      paragraph(
        `${invitation.decideBy(say.day(asked.decisionDeadline))} ${asked.silence ?? invitation.silence(municipality)}`,
      ),
      ...contactOf(asked.contact, phrases, asked.recipient),
    ],
  };
}

/** Names of municipalities that fit into the first line, in characters. */
const MOST_NAMES = 30;

/** R16, R17: tells somebody of the regional group that a proposal waits, with its reasons. */
export function mergeProposalMail(asked: {
  language: Language;
  today: LocalDate;
  recipient: Recipient;
  needs: readonly { municipality: string; title: string }[];
  /** In words that a person can check, in the recipient's language. */
  reasons: readonly string[];
  proposedOn: LocalDate;
  url: string;
  contact?: Contact | null;
}): Wording {
  const { language, today, needs } = asked;
  const phrases = PHRASES[language];
  const { proposal } = phrases;
  const municipalities = [...new Set(needs.map((need) => need.municipality))];
  const [first = ''] = municipalities;
  const names = listed(municipalities, phrases);
  const from = names.length <= MOST_NAMES ? names : proposal.municipalities(municipalities.length);
  return {
    language,
    subject: {
      municipality: municipalities.length > 1 ? phrases.others(first) : first,
      thing: proposal.subject,
      date: formatDate(asked.proposedOn),
    },
    action: proposal.action(sayer(language, today).day(asked.proposedOn), needs.length, from),
    link: { label: proposal.link, url: asked.url },
    sections: [
      ...(asked.recipient.name ? [paragraph(salutation(asked.recipient, first, phrases))] : []),
      { kind: 'heading', text: proposal.needs },
      { kind: 'list', items: needs.map((need) => ({ title: `${need.municipality}: ${need.title}` })) },
      { kind: 'heading', text: proposal.reasons },
      { kind: 'list', items: asked.reasons.map((title) => ({ title })) },
      paragraph(proposal.twoPeople),
      ...contactOf(asked.contact, phrases),
    ],
  };
}
