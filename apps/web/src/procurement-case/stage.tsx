import type { CaseStage } from '../generated/documents';
import { useLanguage } from '../language/language';
import { State, type Sign } from '../page/marks';

const LOOKS: Record<CaseStage, { sign: Sign; colour: 'info' | 'success' | 'neutral' | 'warning' | 'danger' }> = {
  PREPARING: { sign: 'document', colour: 'neutral' },
  INVITED: { sign: 'open', colour: 'info' },
  PARTICIPANTS_FROZEN: { sign: 'done', colour: 'success' },
  PAUSED: { sign: 'waiting', colour: 'warning' },
  CANCELLED: { sign: 'stop', colour: 'danger' },
};

/** How far a case has come. */
export function StageMark({ stage }: { stage: CaseStage }) {
  const { t } = useLanguage();
  return <State {...LOOKS[stage]}>{t.stages[stage]}</State>;
}
