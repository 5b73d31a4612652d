import type { MergeProposalState } from '../generated/documents';
import { useLanguage } from '../language/language';
import { State, type Sign } from '../page/marks';

const LOOKS: Record<MergeProposalState, { sign: Sign; colour: 'info' | 'success' | 'neutral' | 'danger' }> = {
  PROPOSED: { sign: 'waiting', colour: 'info' },
  ACCEPTED: { sign: 'done', colour: 'success' },
  REJECTED: { sign: 'stop', colour: 'danger' },
  OUTDATED: { sign: 'out', colour: 'neutral' },
};

/** Where a merge proposal stands. */
export function ProposalStateMark({ state }: { state: MergeProposalState }) {
  const { t } = useLanguage();
  return <State {...LOOKS[state]}>{t.proposalStates[state]}</State>;
}
