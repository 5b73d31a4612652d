/** What can be new to somebody, by the verb that the decision log names. */
export const NEWS_OF = {
  inviteMunicipalities: 'INVITED',
  adjustRoute: 'ROUTE_ADJUSTED',
  submitAnchoringStep: 'SUBMITTED',
  decideAnchoringStep: 'DECIDED',
  supersedeDecision: 'DECISION_SUPERSEDED',
  reopenStepsOfMeeting: 'MEETING_CANCELLED',
  chooseParts: 'PARTS_CHOSEN',
  confirmLocalGain: 'GAIN_CONFIRMED',
  declareVolumes: 'VOLUMES_DECLARED',
  importVolumes: 'VOLUMES_DECLARED',
  settleCondition: 'CONDITION_SETTLED',
  recordPowerOfAttorney: 'ATTORNEY_RECORDED',
  withdrawPowerOfAttorney: 'ATTORNEY_WITHDRAWN',
  leaveCase: 'LEFT',
  recordLegalityReview: 'LEGALITY_REVIEW',
  recomputeParticipation: 'STATE_CHANGED',
  changeDecisionDeadline: 'DEADLINE_MOVED',
  freezeMergedDemandReport: 'REPORT_FROZEN',
  confirmParticipants: 'PARTICIPANTS_FROZEN',
  pauseProcurementCase: 'CASE_PAUSED',
  resumeProcurementCase: 'CASE_RESUMED',
  cancelProcurementCase: 'CASE_CANCELLED',
  askQuestion: 'QUESTION_ASKED',
  answerQuestion: 'QUESTION_ANSWERED',
  shareAnswer: 'ANSWER_SHARED',
  addNote: 'NOTE_SHARED',
  changeNote: 'NOTE_SHARED',
} as const;

export type NewsVerb = keyof typeof NEWS_OF;
export type NewsKindCode = (typeof NEWS_OF)[NewsVerb];

/** What concerns everybody who takes part in a case, not only its host. */
export const CASE_WIDE: readonly NewsVerb[] = [
  'changeDecisionDeadline',
  'freezeMergedDemandReport',
  'confirmParticipants',
  'pauseProcurementCase',
  'resumeProcurementCase',
  'cancelProcurementCase',
];

/** What concerns them too once it is shared with all: its entry says so. */
export const TOLD_WHEN_SHARED: readonly NewsVerb[] = ['answerQuestion', 'shareAnswer'];

/** What is about a question, or a note: told to those who see it today, as long as it is there (R28). */
export const ABOUT_QUESTIONS: readonly NewsVerb[] = ['askQuestion', 'answerQuestion', 'shareAnswer'];
export const ABOUT_NOTES: readonly NewsVerb[] = ['addNote', 'changeNote'];

/** Of all that a participation can become, what somebody should hear of without looking. */
const TOLD_STATES: ReadonlySet<string> = new Set(['ANCHORED', 'REANCHOR_REQUIRED', 'LEGALITY_REVIEW', 'DECLINED']);

/** What an entry of the log says, as far as news tells it on. */
export interface LoggedNews {
  readonly verb: string;
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

export interface NewsTold {
  readonly kind: NewsKindCode;
  /** Codes of what it came to: an outcome, a state. */
  readonly outcome: string | null;
  /** A calendar date that it is about. */
  readonly on: string | null;
  /** Number of a version. */
  readonly number: number | null;
}

/** What is told of an entry; null where it is nothing to be told: a draft, a state on the way. */
export function newsOf({ verb, before, after }: LoggedNews): NewsTold | null {
  if (!Object.hasOwn(NEWS_OF, verb)) return null;
  const named: NewsKindCode = NEWS_OF[verb as NewsVerb];
  // An answer that is shared at once is told as one thing, not as two.
  const kind = named === 'QUESTION_ANSWERED' && after?.shared === true ? 'ANSWER_SHARED' : named;
  const text = (name: string): string | null => {
    const value = after?.[name];
    return typeof value === 'string' ? value : null;
  };
  // R28: a draft is the organisation's own.
  if (kind === 'VOLUMES_DECLARED' && after?.declare === false) return null;
  if (kind === 'STATE_CHANGED' && !TOLD_STATES.has(text('state') ?? '')) return null;
  // R28: what people write down for themselves is told to nobody; what was shared before is no news when it is mended.
  if (kind === 'NOTE_SHARED' && (after?.visibility !== 'CASE' || before?.visibility === 'CASE')) return null;
  const number = after?.number ?? after?.reportNumber;
  return {
    kind,
    outcome: text('outcome') ?? text('state'),
    on: text('decisionDeadline') ?? text('meetingOn'),
    number: typeof number === 'number' ? number : null,
  };
}
