import type { DecideAnchoringStepInput } from '../generated/documents';

export {
  DecideAnchoringStepDocument,
  MeetingsHeldDocument,
  SupersedeDecisionDocument,
  type StepOutcome,
} from '../generated/documents';

/** What is said of a decision, whichever verb records it. */
export type DecisionContent = Omit<DecideAnchoringStepInput, 'stepId' | 'idempotencyKey'>;
