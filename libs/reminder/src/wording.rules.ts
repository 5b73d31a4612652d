import { formatDate, type Language, type LocalDate } from '@samanker/clock';
import type { CalendarEntry, MailDraft, MailSection } from '@samanker/mail';
import { type AnchoredOf, type AskedKind, capital, definiteBody, type Phrases, uncapital } from './phrases.rules';
import {
  type Contact,
  contactOf,
  paragraph,
  PHRASES,
  type Recipient,
  salutation,
  type Sayer,
  sayer,
  type Wording,
} from './sentences.rules';

/** One thing that is asked for, with what makes it understandable. */
export interface AskedItem {
  readonly kind: AskedKind;
  /** For DECISION_MADE the day of the meeting. */
  readonly dueOn: LocalDate;
  readonly municipality: string;
  readonly caseTitle: string;
  /** What it is about; the calendar entry of its meeting is named after it. */
  readonly subjectId: string;
  readonly url: string;
  readonly stepTitle?: string | null;
  readonly bodyName?: string | null;
  readonly meetingOn?: LocalDate | null;
  /** The body's next meeting if this one is missed; null when none is registered, left out when it is not known. */
  readonly nextMeetingOn?: LocalDate | null;
  /** When the last body decides if this meeting is missed. */
  readonly nextDecisionOn?: LocalDate | null;
  readonly anchored?: AnchoredOf | null;
  /** Who asked, where it is a question. */
  readonly askedBy?: string | null;
}

/** R10, R11, R13: everything one person is asked for on one day, as one mail; null when nothing is left (R12). */
export function digestMail(asked: {
  language: Language;
  today: LocalDate;
  recipient: Recipient;
  items: readonly AskedItem[];
  /** Where all the tasks of the recipient are listed. */
  tasksUrl: string;
  contact?: Contact | null;
}): Wording | null {
  const { language, today, recipient, tasksUrl } = asked;
  const phrases = PHRASES[language];
  const items = asked.items.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const [first, ...rest] = items;
  if (!first) return null;
  const say = sayer(language, today);
  const several = rest.length > 0;
  const places = new Set(items.map((item) => item.municipality));
  return {
    language,
    subject: several
      ? {
          municipality: places.size > 1 ? phrases.others(first.municipality) : first.municipality,
          thing: phrases.digest.subject(items.length),
          date: formatDate(first.dueOn),
        }
      : subjectOf(first, today, phrases),
    action: several ? phrases.digest.opening(items.length, uncapital(actionOf(first, say))) : actionOf(first, say),
    link: several
      ? { label: phrases.digest.link, url: tasksUrl }
      : { label: phrases.task[first.kind].link, url: first.url },
    sections: [
      paragraph(salutation(recipient, first.municipality, phrases)),
      ...(several
        ? [
            {
              kind: 'list' as const,
              items: items.map((item) => ({
                title: actionOf(item, say),
                lines: [`${item.municipality}: ${item.caseTitle}`, consequenceOf(item, say)],
              })),
            },
          ]
        : [paragraph(consequenceOf(first, say)), factsOf(first, phrases)]),
      ...anchoredOf(items, phrases),
      ...contactOf(asked.contact, phrases, recipient),
    ],
    calendar: items.flatMap((item) => meetingOf(item, phrases)),
  };
}

/** R10: the mail to the next level, as the coordinator sees it before it goes. */
export function escalationMail(asked: {
  language: Language;
  today: LocalDate;
  recipient: Recipient;
  item: AskedItem;
  /** Who was reminded, and how often; null where nobody holds the role. */
  responsible: { name: string; reminders: number } | null;
  coordinator: Contact;
}): Wording {
  const { language, today, item, responsible, coordinator } = asked;
  const phrases = PHRASES[language];
  const say = sayer(language, today);
  const { escalation } = phrases;
  const missing = phrases.task[item.kind].missing(say.day(item.dueOn), phrases.body(item.bodyName ?? undefined));
  return {
    language,
    subject: {
      municipality: item.municipality,
      thing: item.kind === 'DECISION_MADE' ? escalation.subjectOfMeeting : escalation.subject,
      date: formatDate(item.dueOn),
    },
    action: `${escalation.action(missing)}.`,
    link: { label: escalation.link, url: item.url },
    sections: [
      paragraph(salutation(asked.recipient, item.municipality, phrases)),
      paragraph(
        [
          responsible ? escalation.responsible(responsible.name, responsible.reminders) : escalation.nobody,
          escalation.request,
        ].join(' '),
      ),
      paragraph(consequenceOf(item, say)),
      factsOf(item, phrases),
      ...anchoredOf([item], phrases),
      paragraph(escalation.onBehalf(coordinator.name, coordinator.organisation)),
      ...contactOf(coordinator, phrases),
    ],
  };
}

/** What and when alone: case and municipality stand below, so that the first line is never cut (U5). */
function actionOf(item: AskedItem, { phrases, today, day }: Sayer): string {
  const task = phrases.task[item.kind];
  const say = item.dueOn > today ? task.before : item.dueOn === today ? task.today : task.after;
  return `${say(day(item.dueOn), phrases.body(item.bodyName ?? undefined))}.`;
}

function subjectOf(item: AskedItem, today: LocalDate, { task }: Phrases): MailDraft['subject'] {
  const { subjectBefore, subjectAfter } = task[item.kind];
  return {
    municipality: item.municipality,
    thing: item.dueOn < today ? subjectAfter : subjectBefore,
    date: formatDate(item.dueOn) + (item.kind === 'DECISION_MADE' ? '?' : ''),
  };
}

/** R10: «Går den fristen, blir neste mulige behandling i kommunestyret 8. april i stedet for 25. februar.» */
function consequenceOf(item: AskedItem, { phrases, short, today }: Sayer): string {
  const task = phrases.task[item.kind];
  if (item.kind === 'QUESTION' && item.askedBy) return phrases.asked(item.askedBy);
  if (item.kind !== 'TEXT_IN' || item.nextMeetingOn === undefined) return task.consequence(item.municipality);
  const body = phrases.body(item.bodyName ?? undefined);
  if (item.nextMeetingOn === null) return phrases.noLaterMeeting(body);
  const say = item.dueOn < today ? phrases.meetingLost : phrases.missedMeeting;
  const sentence = say(body, short(item.nextMeetingOn), item.meetingOn ? short(item.meetingOn) : null);
  const last = item.nextDecisionOn;
  return last && last !== item.nextMeetingOn ? `${sentence} ${phrases.finalDecision(short(last))}` : sentence;
}

function factsOf(item: AskedItem, { facts }: Phrases): MailSection {
  const meeting = item.kind === 'DECISION_MADE' ? item.dueOn : item.meetingOn;
  const rows = [
    { label: facts.procurement, value: item.caseTitle },
    { label: facts.municipality, value: item.municipality },
    ...(item.stepTitle && item.stepTitle !== item.bodyName ? [{ label: facts.step, value: item.stepTitle }] : []),
    ...(item.kind === 'DECISION_MADE' ? [] : [{ label: facts.due, value: formatDate(item.dueOn) }]),
    ...(meeting
      ? [{ label: facts.meeting, value: [item.bodyName, formatDate(meeting)].filter(Boolean).join(', ') }]
      : []),
  ];
  return { kind: 'facts', rows };
}

/** R13: why it matters, once for each case; for a question it is no reason. */
function anchoredOf(items: readonly AskedItem[], phrases: Phrases): MailSection[] {
  const cases = new Map(
    items.flatMap((item) =>
      item.anchored && item.kind !== 'QUESTION' ? [[item.caseTitle, item.anchored] as const] : [],
    ),
  );
  return [...cases].map(([title, those]) =>
    paragraph(cases.size > 1 ? `${title}: ${phrases.anchoredOf(those)}` : phrases.anchoredOf(those)),
  );
}

function meetingOf(item: AskedItem, phrases: Phrases): CalendarEntry[] {
  if (item.kind !== 'TEXT_IN' || !item.meetingOn) return [];
  const body = item.bodyName ? capital(definiteBody(item.bodyName)) : phrases.facts.meeting;
  return [
    {
      uid: `${item.subjectId}.meeting@samanker`,
      title: `${body}: ${item.caseTitle} (${item.municipality})`,
      when: { day: item.meetingOn },
    },
  ];
}
