import type { Choice, ParticipationState } from '../generated/documents';
import { useLanguage } from '../language/language';
import { SignOf, State, type Sign } from '../page/marks';

const LOOKS: Record<ParticipationState, { sign: Sign; colour: 'info' | 'success' | 'neutral' | 'warning' | 'danger' }> =
  {
    INVITED: { sign: 'waiting', colour: 'neutral' },
    ANCHORING: { sign: 'open', colour: 'info' },
    ANCHORED: { sign: 'done', colour: 'success' },
    LEGALITY_REVIEW: { sign: 'waiting', colour: 'warning' },
    REANCHOR_REQUIRED: { sign: 'warning', colour: 'danger' },
    DECLINED: { sign: 'out', colour: 'neutral' },
    WITHDRAWN: { sign: 'out', colour: 'neutral' },
  };

/** How far a municipality has come. */
export function ParticipationStateMark({ state }: { state: ParticipationState }) {
  const { t } = useLanguage();
  return <State {...LOOKS[state]}>{t.participationStates[state]}</State>;
}

const CHOICES: Record<Choice, Sign> = { FIRM: 'done', OPTION: 'option', OUT: 'out' };

/** What was chosen for a part; a dash where nothing is chosen yet. */
export function ChoiceMark({ choice }: { choice: Choice | null }) {
  const { t } = useLanguage();
  if (!choice) return <span className="subtle">{t.participation.notChosen}</span>;
  return (
    <span className="choice-mark">
      <SignOf sign={CHOICES[choice]} /> {t.choices[choice]}
    </span>
  );
}
