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
  recordLegalityReview: 'LEGALITY_REVIEW',
  recomputeParticipation: 'STATE_CHANGED',
  changeDecisionDeadline: 'DEADLINE_MOVED',
  freezeMergedDemandReport: 'REPORT_FROZEN',
  confirmParticipants: 'PARTICIPANTS_FROZEN',
  pauseProcurementCase: 'CASE_PAUSED',
  resumeProcurementCase: 'CASE_RESUMED',
  cancelProcurementCase: 'CASE_CANCELLED',
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

/** Of all that a participation can become, what somebody should hear of without looking. */
const TOLD_STATES: ReadonlySet<string> = new Set(['ANCHORED', 'REANCHOR_REQUIRED', 'LEGALITY_REVIEW', 'DECLINED']);

/** What an entry of the log says, as far as news tells it on. */
export interface LoggedNews {
  readonly verb: string;
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
export function newsOf({ verb, after }: LoggedNews): NewsTold | null {
  if (!Object.hasOwn(NEWS_OF, verb)) return null;
  const kind: NewsKindCode = NEWS_OF[verb as NewsVerb];
  const text = (name: string): string | null => {
    const value = after?.[name];
    return typeof value === 'string' ? value : null;
  };
  // R28: a draft is the organisation's own.
  if (kind === 'VOLUMES_DECLARED' && after?.declare === false) return null;
  if (kind === 'STATE_CHANGED' && !TOLD_STATES.has(text('state') ?? '')) return null;
  const number = after?.number ?? after?.reportNumber;
  return {
    kind,
    outcome: text('outcome') ?? text('state'),
    on: text('decisionDeadline') ?? text('meetingOn'),
    number: typeof number === 'number' ? number : null,
  };
}
