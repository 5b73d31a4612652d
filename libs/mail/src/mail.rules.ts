import type { Language } from '@samanker/clock';
import { type CalendarEntry, calendarFile } from './calendar-file.rules';
import {
  cutAtWord,
  displayName,
  headerLine,
  MailRefused,
  oneLine,
  plainAddress,
  severalLines,
} from './mail-address.rules';
import { htmlOf, type MailSection, textOf } from './mail-layout.rules';

/** Who the mails come from, and the only address that their links may lead to. */
export interface MailSender {
  /** Bare address; its domain is also the domain of every Message-ID. */
  address: string;
  /** Name shown when a mail brings none of its own. */
  name: string;
  /** Root address of the service, as people reach it. */
  publicUrl: string;
}

/** The three things that a subject must hold (U5); `date` is kept whole when the line has to be shortened. */
export interface SubjectParts {
  municipality: string;
  thing: string;
  date: string;
}

/** A mail as the words above write it. */
export interface MailDraft {
  /** Id of the mail in the database: the same at every attempt, so that the Message-ID is too. */
  mailId: string;
  /** The one stored address. */
  to: string;
  fromName?: string;
  /** A person or office that answers, where there is one. */
  replyTo?: string;
  language: Language;
  subject: string | SubjectParts;
  /** What is asked and by when, in one sentence. */
  action: string;
  link: { label: string; url: string };
  sections: MailSection[];
  /** Nothing is asked: it only tells. */
  informs?: boolean;
  calendar?: CalendarEntry[];
  /** Small files that come along: text, or bytes in base64. */
  attachments?: MailMessage['attachments'];
  writtenAt: Date;
}

/** A mail ready to be sent: plain data that survives JSON, so that every attempt sends the same. */
export interface MailMessage {
  messageId: string;
  from: { name: string; address: string };
  to: string;
  replyTo?: string;
  subject: string;
  /** ISO instant. */
  date: string;
  headers: Record<string, string>;
  text: string;
  html: string;
  attachments: { filename: string; contentType: string; content: string; encoding?: 'base64' }[];
}

/** U5: the longest subject, in UTF-16 units. */
export const SUBJECT_LIMIT = 60;
/** U5: what, when and the link stand within this many characters of the text part. */
export const OPENING_LIMIT = 200;

const CALENDAR_NAME: Record<Language, string> = { nb: 'mote.ics', nn: 'mote.ics', en: 'meeting.ics' };

/** R13, U5, S6: makes the message of a draft; throws MailRefused rather than send anything to anybody else. */
export function buildMessage(draft: MailDraft, sender: MailSender): MailMessage {
  const from = plainAddress(sender.address);
  const url = ownLink(draft.link.url, sender.publicUrl);
  const subject = subjectLine(draft.subject);
  const layout = {
    language: draft.language,
    subject,
    action: cutAtWord(oneLine(draft.action), Math.max(40, OPENING_LIMIT - url.length - 1)),
    link: { label: oneLine(draft.link.label), url },
    sections: draft.sections.map(cleanSection),
    informs: draft.informs ?? false,
  };
  const entries = draft.calendar ?? [];
  return {
    messageId: messageIdOf(draft.mailId, from.slice(from.lastIndexOf('@') + 1)),
    from: { name: displayName(draft.fromName ?? sender.name), address: from },
    to: plainAddress(draft.to),
    ...(draft.replyTo ? { replyTo: plainAddress(draft.replyTo) } : {}),
    subject,
    date: draft.writtenAt.toISOString(),
    headers: {
      // RFC 3834: nobody's absence reply answers it; Exchange reads its own header.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      Precedence: 'bulk',
      'Content-Language': draft.language,
    },
    text: textOf(layout),
    html: htmlOf(layout),
    attachments: [
      ...(draft.attachments ?? []).map((file) => ({ ...file, filename: headerLine(file.filename) })),
      ...(entries.length
        ? [
            {
              filename: CALENDAR_NAME[draft.language],
              contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
              content: calendarFile(entries, draft.writtenAt, url),
            },
          ]
        : []),
    ],
  };
}

/** The Message-ID of a mail: a function of its id and the sender's domain alone, so that a second copy is seen to be one. */
export function messageIdOf(mailId: string, domain: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(mailId)) throw new MailRefused('MAIL_ID', 'Not the id of a mail');
  return `<samanker.${mailId}@${domain.toLowerCase()}>`;
}

/** U5: a subject of at most 60 characters; municipality and thing are shortened before the date is touched. */
export function subjectLine(subject: string | SubjectParts): string {
  if (typeof subject === 'string') {
    const line = headerLine(subject);
    const date = / (?:\p{L}+ )?\d{2}\.\d{2}\.\d{4}$/u.exec(line)?.[0] ?? '';
    return cutAtWord(line.slice(0, line.length - date.length), SUBJECT_LIMIT - date.length) + date;
  }
  const date = cutAtWord(headerLine(subject.date), 30);
  const municipality = cutAtWord(headerLine(subject.municipality), 25);
  const room = SUBJECT_LIMIT - municipality.length - date.length - 3;
  return `${municipality}: ${cutAtWord(headerLine(subject.thing), Math.max(room, 2))} ${date}`.trim();
}

function cleanSection(section: MailSection): MailSection {
  switch (section.kind) {
    case 'heading':
      return { ...section, text: oneLine(section.text) };
    case 'paragraph':
      return { ...section, text: severalLines(section.text) };
    case 'facts':
      return {
        ...section,
        rows: section.rows.map((row) => ({ label: oneLine(row.label), value: oneLine(row.value) })),
      };
    case 'list':
      return {
        ...section,
        items: section.items.map((item) => ({ title: oneLine(item.title), lines: item.lines?.map(oneLine) ?? [] })),
      };
  }
}

// A mail with somebody else's link in it is what phishing looks like: ours lead to the service alone.
function ownLink(link: string, publicUrl: string): string {
  const root = URL.canParse(publicUrl) ? new URL(publicUrl) : null;
  const url = URL.canParse(link) ? new URL(link) : null;
  if (!root || !url || !/^https?:$/.test(url.protocol) || url.origin !== root.origin || url.username || url.password) {
    throw new MailRefused('LINK', 'A mail may only link to the service itself, by http or https');
  }
  return url.href;
}
