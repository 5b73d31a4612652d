import type { LocalDate } from '@samanker/clock';

/** R1: a person decides within some working days, or a body in a meeting. */
export const StepKind = { ADMINISTRATIVE: 'ADMINISTRATIVE', POLITICAL: 'POLITICAL' } as const;
export type StepKind = (typeof StepKind)[keyof typeof StepKind];

/** R1: what the step's outcome counts for. */
export const StepWeight = { ADVISORY: 'ADVISORY', RECOMMENDING: 'RECOMMENDING', DECIDING: 'DECIDING' } as const;
export type StepWeight = (typeof StepWeight)[keyof typeof StepWeight];

/** R2: states of a step. */
export const StepState = {
  WAITING: 'WAITING',
  OPEN: 'OPEN',
  SUBMITTED: 'SUBMITTED',
  DECIDED: 'DECIDED',
  NOT_REQUIRED: 'NOT_REQUIRED',
} as const;
export type StepState = (typeof StepState)[keyof typeof StepState];

/** R2: everything a body or a person can answer. */
export const StepOutcome = {
  STATEMENT: 'STATEMENT',
  RECOMMENDED: 'RECOMMENDED',
  RECOMMENDED_WITH_CHANGES: 'RECOMMENDED_WITH_CHANGES',
  NOT_RECOMMENDED: 'NOT_RECOMMENDED',
  APPROVED: 'APPROVED',
  APPROVED_WITH_CONDITIONS: 'APPROVED_WITH_CONDITIONS',
  REJECTED: 'REJECTED',
  DEFERRED: 'DEFERRED',
  RETURNED: 'RETURNED',
  WITHDRAWN_FROM_AGENDA: 'WITHDRAWN_FROM_AGENDA',
  TAKEN_NOTE: 'TAKEN_NOTE',
  SENT_UP: 'SENT_UP',
} as const;
export type StepOutcome = (typeof StepOutcome)[keyof typeof StepOutcome];

interface OutcomeRule {
  /** Weights of the steps that can have this outcome. */
  weights: readonly StepWeight[];
  /** Weights for which the step is done with it; for the others it stays open. */
  doneFor: readonly StepWeight[];
  /** Needs an agenda or a minority of a body, which a person does not have. */
  politicalOnly?: true;
  /** Where the case document lies when the step stays open. */
  document?: DocumentPlace;
}

/** Where the case document lies while a step is open: still with the body, or back with the author for new work. */
export type DocumentPlace = 'WITH_BODY' | 'RETURNED';

const ANY: readonly StepWeight[] = ['ADVISORY', 'RECOMMENDING', 'DECIDING'];

/** R2 as data. */
const OUTCOMES: Record<StepOutcome, OutcomeRule> = {
  STATEMENT: { weights: ['ADVISORY'], doneFor: ['ADVISORY'] },
  RECOMMENDED: { weights: ['RECOMMENDING'], doneFor: ['RECOMMENDING'] },
  RECOMMENDED_WITH_CHANGES: { weights: ['RECOMMENDING'], doneFor: ['RECOMMENDING'] },
  NOT_RECOMMENDED: { weights: ['RECOMMENDING'], doneFor: ['RECOMMENDING'] },
  APPROVED: { weights: ['DECIDING'], doneFor: ['DECIDING'] },
  APPROVED_WITH_CONDITIONS: { weights: ['DECIDING'], doneFor: ['DECIDING'] },
  REJECTED: { weights: ['DECIDING'], doneFor: ['DECIDING'] },
  DEFERRED: { weights: ANY, doneFor: [], document: 'WITH_BODY' },
  RETURNED: { weights: ANY, doneFor: [], document: 'RETURNED' },
  WITHDRAWN_FROM_AGENDA: { weights: ANY, doneFor: [], politicalOnly: true, document: 'WITH_BODY' },
  TAKEN_NOTE: { weights: ANY, doneFor: ['ADVISORY'], document: 'WITH_BODY' },
  SENT_UP: { weights: ANY, doneFor: ANY, politicalOnly: true },
};

/** R2: the outcomes a step of this weight and kind can have. */
export function allowedOutcomes(weight: StepWeight, kind: StepKind = 'POLITICAL'): StepOutcome[] {
  return Object.values(StepOutcome).filter((outcome) => isAllowedOutcome(outcome, weight, kind));
}

/** R2: whether a step of this weight and kind can have the outcome. */
export function isAllowedOutcome(outcome: StepOutcome, weight: StepWeight, kind: StepKind): boolean {
  const rule = OUTCOMES[outcome];
  return rule.weights.includes(weight) && !(rule.politicalOnly && kind === 'ADMINISTRATIVE');
}

/** R2: whether a step of this weight is done with this outcome. */
export function isFinalOutcome(outcome: StepOutcome, weight: StepWeight): boolean {
  return OUTCOMES[outcome].doneFor.includes(weight);
}

/** What an outcome makes of its step. */
export interface OutcomeEffect {
  state: 'OPEN' | 'SUBMITTED' | 'DECIDED';
  /** The meeting the step now sits in; null when it sits in none. */
  submittedMeetingDate: LocalDate | null;
  /** For a step that stays open: where the case document lies. Null when the step is done. */
  document: DocumentPlace | null;
  /** SENT_UP: a step of a higher body with the same weight is added right after this one. */
  addsHigherStep: boolean;
}

/** R2: DEFERRED sits in the named meeting or is open without date; RETURNED and WITHDRAWN_FROM_AGENDA open the step again. */
export function outcomeEffect(
  weight: StepWeight,
  outcome: StepOutcome,
  deferredTo: LocalDate | null = null,
): OutcomeEffect {
  const effect = { submittedMeetingDate: null, document: null, addsHigherStep: outcome === 'SENT_UP' };
  if (isFinalOutcome(outcome, weight)) return { ...effect, state: 'DECIDED' };
  const document = OUTCOMES[outcome].document ?? null;
  if (outcome === 'DEFERRED' && deferredTo) {
    return { ...effect, state: 'SUBMITTED', submittedMeetingDate: deferredTo, document };
  }
  return { ...effect, state: 'OPEN', document };
}

/** R2: a cancelled meeting reopens what was submitted to it; the body still has the case document. */
export function cancelledMeetingEffect(): OutcomeEffect {
  return { state: 'OPEN', submittedMeetingDate: null, document: 'WITH_BODY', addsHigherStep: false };
}
