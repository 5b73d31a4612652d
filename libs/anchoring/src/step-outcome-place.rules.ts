import {
  outcomeEffect,
  type DocumentPlace,
  type StepOutcome,
  type StepState,
  type StepWeight,
} from './step-outcome.rules';

/** What is known of a step when its case document is looked for. */
export interface DocumentQuestion {
  readonly state: StepState;
  readonly weight: StepWeight;
  /** The latest outcome, and when it was recorded. */
  readonly outcome: StepOutcome | null;
  readonly recordedAt: Date | null;
  /** When the text was last handed in. */
  readonly submittedAt: Date | null;
}

/**
 * R2: where the case document of an open step lies. Handed in after the latest outcome and yet in no meeting means that
 * the meeting was cancelled: the body has it still.
 */
export function documentPlace({
  state,
  weight,
  outcome,
  recordedAt,
  submittedAt,
}: DocumentQuestion): DocumentPlace | null {
  if (state !== 'OPEN' && state !== 'WAITING') return null;
  if (submittedAt && (!recordedAt || submittedAt > recordedAt)) return 'WITH_BODY';
  return outcome ? outcomeEffect(weight, outcome).document : null;
}
