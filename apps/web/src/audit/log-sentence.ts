import type { DecisionLogQuery } from '../generated/documents';
import type { Spoken } from '../language/language';

/** One entry as the pages get it. */
export type LogLine = DecisionLogQuery['decisionLog']['entries'][number];

type Sentence = (who: string, what: string, on: string) => string;
type Facts = Readonly<Record<string, unknown>>;
type Words = Pick<Spoken, 't' | 'date'>;

/** What an entry says was there before and after; both are empty where it says nothing. */
interface Change {
  readonly before: Facts;
  readonly after: Facts;
}

/** The second and third word of a sentence, by verb; without a line here the second is what the thing is called. */
const WORDS: Readonly<Record<string, (change: Change, words: Words, name: string) => readonly [string, string?]>> = {
  submitAnchoringStep: ({ after }, { date }, name) => [name, day(after.meetingOn, date)],
  settleCondition: ({ after }, { t }) => [nameIn(t.conditionStates, after.state)],
  recordLegalityReview: ({ after }, { date }) => ['', day(after.demandedOn, date)],
  inviteMunicipalities: ({ after }, { date }) => ['', day(after.decisionDeadline, date)],
  leaveCase: ({ after }, { date }) => [text(after.decisionReference), day(after.decidedOn, date)],
  recomputeParticipation: ({ after }, { t }) => [nameIn(t.participationStates, after.state)],
  freezeMergedDemandReport: ({ after }) => [text(after.number)],
  changeDecisionDeadline: ({ before, after }, { date }) => [
    day(before.decisionDeadline, date),
    day(after.decisionDeadline, date),
  ],
  acceptMergeProposal: ({ after }) => [text(after.acceptances)],
  addMeeting: ({ after }, { date }, name) => [name, day(after.date, date)],
  cancelMeeting: ({ before }, { date }, name) => [name, day(before.date, date)],
  sendMail: ({ after }, { t }) => [nameIn(t.mailStates, after.state), lengthOf(after.mails)],
  sweepReminders: ({ after }) => ['', lengthOf(after.mails)],
  grantRole: ({ after }, { t }) => [nameIn(t.roles, after.kind)],
  endRole: ({ before }, { t }) => [nameIn(t.roles, before.kind)],
  handOverRole: ({ after }, { t }) => [nameIn(t.roles, after.kind)],
  makeCheckpoint: ({ after }) => [text(after.number)],
  exportDecisionLog: ({ after }) => [text(after.entries)],
};

/** Verbs of which one text is not enough: which text it is, by what was done. */
const OTHER_TEXT: Readonly<Record<string, (change: Change) => string>> = {
  declareVolumes: ({ after }) => (after.declare === false ? 'saveVolumes' : 'declareVolumes'),
  importVolumes: ({ after }) => (after.declare === false ? 'saveVolumes' : 'declareVolumes'),
  allowCodeLogIn: ({ after }) => (after.codeLogInAllowed === false ? 'forbidCodeLogIn' : 'allowCodeLogIn'),
};

/** What happened, in one sentence of the language that is spoken. */
export function sentenceOf(line: LogLine, words: Words): string {
  const { t } = words;
  const change = changeOf(line.entry);
  const who = line.organisationName ?? (line.doneBy === 'SERVICE' ? t.log.service : t.log.region);
  const name = line.subjectName ?? '';
  const isDecision = line.verb === 'decideAnchoringStep' || (line.verb === 'importRunningCase' && change.after.outcome);
  if (isDecision) return decided(change, who, name, words);
  const sentences: Readonly<Record<string, Sentence>> = t.logSentences;
  const key = OTHER_TEXT[line.verb]?.(change) ?? line.verb;
  const sentence = Object.hasOwn(sentences, key) ? sentences[key]! : t.logSentences.other;
  if (line.verb === 'supersedeDecision') return sentence(who, decided(change, who, name, words), '');
  const [what, on = ''] = WORDS[line.verb]?.(change, words, name) ?? [name];
  return sentence(who, what, on);
}

function decided({ after }: Change, who: string, name: string, { t, date }: Words): string {
  const outcomes: Readonly<Record<string, Sentence>> = t.logOutcomes;
  const outcome = text(after.outcome);
  const on = day(after.decidedOn, date);
  return Object.hasOwn(outcomes, outcome) ? outcomes[outcome]!(who, name, on) : t.logSentences.other(who);
}

function changeOf(entry: string): Change {
  try {
    const said = JSON.parse(entry) as { before?: unknown; after?: unknown };
    return { before: factsOf(said.before), after: factsOf(said.after) };
  } catch {
    return { before: {}, after: {} };
  }
}

function factsOf(value: unknown): Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Facts) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function day(value: unknown, date: (date: string) => string): string {
  return typeof value === 'string' ? date(value) : '';
}

function lengthOf(value: unknown): string {
  return String(Array.isArray(value) ? value.length : 1);
}

function nameIn(names: Readonly<Record<string, string>>, value: unknown): string {
  const key = text(value);
  return Object.hasOwn(names, key) ? names[key]! : '';
}
