import type { StepOutcome, StepState } from '../generated/documents';
import { useLanguage } from '../language/language';
import { State, type Sign } from '../page/marks';
import type { Standing } from './standing';

type Colour = 'info' | 'success' | 'neutral' | 'warning' | 'danger' | 'accent';

/** What a step is shown by. */
interface Shown {
  readonly state: StepState;
  readonly outcome?: StepOutcome | null;
  readonly overdue?: boolean;
}

const OUTCOMES: Record<StepOutcome, { sign: Sign; colour: Colour }> = {
  STATEMENT: { sign: 'done', colour: 'success' },
  RECOMMENDED: { sign: 'done', colour: 'success' },
  RECOMMENDED_WITH_CHANGES: { sign: 'done', colour: 'success' },
  NOT_RECOMMENDED: { sign: 'warning', colour: 'warning' },
  APPROVED: { sign: 'done', colour: 'success' },
  APPROVED_WITH_CONDITIONS: { sign: 'done', colour: 'success' },
  REJECTED: { sign: 'stop', colour: 'danger' },
  DEFERRED: { sign: 'waiting', colour: 'warning' },
  RETURNED: { sign: 'warning', colour: 'warning' },
  WITHDRAWN_FROM_AGENDA: { sign: 'warning', colour: 'warning' },
  TAKEN_NOTE: { sign: 'done', colour: 'neutral' },
  SENT_UP: { sign: 'open', colour: 'info' },
};

function lookOf({ state, outcome, overdue }: Shown): { sign: Sign; colour: Colour } {
  if (state === 'DECIDED' && outcome) return OUTCOMES[outcome];
  if (state === 'NOT_REQUIRED') return { sign: 'out', colour: 'neutral' };
  if (overdue) return { sign: 'warning', colour: 'danger' };
  if (outcome && state !== 'WAITING') return OUTCOMES[outcome];
  if (state === 'SUBMITTED') return { sign: 'document', colour: 'info' };
  return state === 'OPEN' ? { sign: 'open', colour: 'info' } : { sign: 'waiting', colour: 'neutral' };
}

/** Where a step stands: its outcome once there is one, else its state. */
export function StepMark({ step }: { step: Shown }) {
  const { t } = useLanguage();
  const said =
    step.state === 'DECIDED' && step.outcome
      ? t.outcomes[step.outcome]
      : step.outcome && (step.state === 'OPEN' || step.state === 'SUBMITTED')
        ? t.outcomes[step.outcome]
        : t.stepStates[step.state];
  return <State {...lookOf(step)}>{said}</State>;
}

const STATUSES: Record<Standing, { sign: Sign; colour: Colour }> = {
  ON_TRACK: { sign: 'done', colour: 'success' },
  AT_RISK: { sign: 'waiting', colour: 'warning' },
  LATE: { sign: 'warning', colour: 'danger' },
  CANNOT_MAKE_IT: { sign: 'stop', colour: 'danger' },
  OUTCOME_MISSING: { sign: 'document', colour: 'warning' },
};

/** How a route stands against the deadline. */
export function StatusMark({ status }: { status: Standing }) {
  const { t } = useLanguage();
  return (
    <State {...STATUSES[status]}>
      {status === 'OUTCOME_MISSING' ? t.boardFilters[status] : t.planningStatuses[status]}
    </State>
  );
}
