import type { ExpectationKind } from '@samanker/expectation';

/** What is asked for, by name. */
export type AskedKind = keyof typeof ExpectationKind;

/** How many municipalities are anchored, of how many that take part. */
export interface AnchoredOf {
  readonly anchored: number;
  readonly of: number;
}

/** The words of one task in one language. Days come in ready to read; `body` with its article, as it stands in a sentence. */
export interface TaskPhrases {
  /** What is asked, verb first, with the day by which. */
  before(day: string, body: string): string;
  today(day: string, body: string): string;
  after(day: string, body: string): string;
  /** The middle of the subject, before the date. */
  subjectBefore: string;
  subjectAfter: string;
  /** What has not come, for the mail to the next level. */
  missing(day: string, body: string): string;
  /** What happens if it is missed, where it does not depend on meetings. */
  consequence(municipality: string): string;
  link: string;
}

/** Everything the mails say in one language. */
export interface Phrases {
  task: Record<AskedKind, TaskPhrases>;
  /** `i kommunestyret`, `in the municipal council`; without a name: `i møtet`. */
  body(name: string | undefined): string;
  and: string;
  others(first: string): string;
  more(count: number): string;
  to(name: string): string;
  deputy(name: string, holder: string): string;
  postRoom(municipality: string): string;
  missedMeeting(body: string, next: string, instead: string | null): string;
  /** The same once the day has passed. */
  meetingLost(body: string, next: string, instead: string | null): string;
  noLaterMeeting(body: string): string;
  /** Who waits for the answer to a question. */
  asked(asker: string): string;
  finalDecision(day: string): string;
  anchoredOf(those: AnchoredOf): string;
  contact(name: string, organisation: string, phone: string | null): string;
  facts: { procurement: string; municipality: string; step: string; due: string; meeting: string };
  digest: { opening(count: number, first: string): string; subject(count: number): string; link: string };
  escalation: {
    action(missing: string): string;
    subject: string;
    /** Where the date is that of a meeting whose outcome nobody has told. */
    subjectOfMeeting: string;
    responsible(name: string, reminders: number): string;
    nobody: string;
    request: string;
    onBehalf(coordinator: string, host: string): string;
    link: string;
  };
  invitation: {
    action(day: string, municipality: string): string;
    subject: string;
    opening(host: string, municipality: string, others: number): string;
    /** The host must decide on its own participation as well. */
    openingForHost(host: string, others: number): string;
    /** To the post room, where a case contact has been asked already. */
    archiveCopy(municipality: string, contact: string): string;
    steps: string[];
    decideBy(day: string): string;
    silence(municipality: string): string;
    link: string;
  };
  proposal: {
    action(day: string, count: number, municipalities: string): string;
    /** `5 kommuner`, where their names would fill the line. */
    municipalities(count: number): string;
    subject: string;
    needs: string;
    reasons: string;
    twoPeople: string;
    link: string;
  };
}

/** `a, b og c`; of many the first three and how many more. */
export function listed(names: readonly string[], phrases: Phrases): string {
  const unique = [...new Set(names)];
  const shown = unique.length > 4 ? [...unique.slice(0, 3), phrases.more(unique.length - 3)] : unique;
  if (shown.length < 2) return shown[0] ?? '';
  return `${shown.slice(0, -1).join(', ')} ${phrases.and} ${shown[shown.length - 1]}`;
}

/** The text as it stands after a colon. */
export function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The text with a capital first letter, as at the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const ENDINGS: [RegExp, string][] = [
  [/styre$/, 't'],
  [/(skap|råd|utvalg|utval|ting)$/, 'et'],
  [/komit[eé]$/, 'en'],
];

/** The name of a body as it stands inside a Norwegian sentence: `Formannskap` and `Formannskapet` become `formannskapet`. */
export function definiteBody(name: string): string {
  const inside = /^\p{Lu}\p{Ll}+( |$)/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  // A name of several words (Utvalg for helse) stands as it is; so does one that begins with a place (Åmli kommunestyre).
  if (/\s/.test(name))
    return /^(Utvalg|Utval|Rådet|Råd|Komite|Komité|Hovedutvalg|Hovudutval)\b/.test(name) ? inside : name;
  const ending = ENDINGS.find(([end]) => end.test(inside));
  return ending ? inside + ending[1] : inside;
}
