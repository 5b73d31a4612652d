import { formatDayAndMonth, formatLongDate, type Language, type LocalDate } from '@samanker/clock';
import type { MailDraft, MailSection } from '@samanker/mail';
import type { Letter } from './invitation-letter.rules';
import type { Phrases } from './phrases.rules';
import { ENGLISH } from './phrases-en.rules';
import { BOKMAL } from './phrases-nb.rules';
import { NYNORSK } from './phrases-nn.rules';

/** What a mail says; to whom, from whom and its id are added by the one who sends it. */
export type Wording = Pick<
  MailDraft,
  'language' | 'subject' | 'action' | 'link' | 'sections' | 'informs' | 'calendar' | 'attachments'
> & {
  /** A PDF that is made when the mail goes, and comes along with it. */
  readonly letter?: Letter;
};

/** Who is written to (R12): a person, a deputy for a named one, or the official address where nobody holds the role. */
export interface Recipient {
  readonly name: string | null;
  readonly deputyFor?: string | null;
}

/** Who answers questions. */
export interface Contact {
  readonly name: string;
  readonly organisation: string;
  readonly phone?: string | null;
}

/** The phrases of each language. */
export const PHRASES: Record<Language, Phrases> = { nb: BOKMAL, nn: NYNORSK, en: ENGLISH };

/** Says days in one language, as seen from one day. */
export interface Sayer {
  phrases: Phrases;
  today: LocalDate;
  /** `torsdag 28. januar`, with the year where it is not this one. */
  day(date: LocalDate): string;
  /** `28. januar`. */
  short(date: LocalDate): string;
}

/** A sayer for a language and a day. */
export function sayer(language: Language, today: LocalDate): Sayer {
  const thisYear = ` ${today.slice(0, 4)}`;
  const trim = (text: string) => (text.endsWith(thisYear) ? text.slice(0, -thisYear.length) : text);
  return {
    phrases: PHRASES[language],
    today,
    day: (date) => trim(formatLongDate(date, language)),
    short: (date) => trim(formatDayAndMonth(date, language)),
  };
}

/** Whom the mail is to: both names where a deputy stands in (R12). */
export function salutation({ name, deputyFor }: Recipient, municipality: string, phrases: Phrases): string {
  if (!name) return phrases.postRoom(municipality);
  return deputyFor ? phrases.deputy(name, deputyFor) : phrases.to(name);
}

/** Who answers questions, where there is somebody else than the one who reads it. */
export function contactOf(contact: Contact | null | undefined, phrases: Phrases, recipient?: Recipient): MailSection[] {
  return contact && contact.name !== recipient?.name
    ? [paragraph(phrases.contact(contact.name, contact.organisation, contact.phone ?? null))]
    : [];
}

/** One paragraph. */
export function paragraph(text: string): MailSection {
  return { kind: 'paragraph', text };
}
