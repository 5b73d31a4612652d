import { createContext, useContext } from 'react';
import type { ParticipationQuery } from '../generated/documents';

/** The case in which a step is decided. */
export type CaseOfStep = NonNullable<ParticipationQuery['procurementCase']>;

export const CaseOfStepContext = createContext<CaseOfStep | null>(null);

/** The case of the participation that is shown: its parts, host and term. */
export function useCaseOfStep(): CaseOfStep {
  const of = useContext(CaseOfStepContext);
  if (!of) throw new Error('No case is shown here.');
  return of;
}
