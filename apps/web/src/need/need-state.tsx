import type { NeedState } from '../generated/documents';
import { useLanguage } from '../language/language';
import { State, type Sign } from '../page/marks';

const LOOKS: Record<NeedState, { sign: Sign; colour: 'info' | 'success' | 'neutral' | 'warning' | 'accent' }> = {
  DRAFT: { sign: 'document', colour: 'neutral' },
  DECLARED: { sign: 'open', colour: 'info' },
  IN_CASE: { sign: 'done', colour: 'success' },
  SOLVED_IN_HOUSE: { sign: 'done', colour: 'accent' },
  WITHDRAWN: { sign: 'out', colour: 'neutral' },
};

/** Where a need stands. */
export function NeedStateMark({ state }: { state: NeedState }) {
  const { t } = useLanguage();
  return <State {...LOOKS[state]}>{t.needStates[state]}</State>;
}
