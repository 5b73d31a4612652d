import type { LocalDate } from '@samanker/clock';

/** How far a case has come. Frozen is pushed down by the joint tender, invited by anchoring. */
export enum CaseStage {
  PREPARING = 'PREPARING',
  INVITED = 'INVITED',
  PARTICIPANTS_FROZEN = 'PARTICIPANTS_FROZEN',
  PAUSED = 'PAUSED',
  CANCELLED = 'CANCELLED',
}

/** The years that a contract runs, options not counted, and the last year with them. */
export interface Term {
  readonly firstYear: number;
  readonly years: number;
  readonly optionYears: number;
}

/** The last calendar year in which anything can be bought, option years included (R26). */
export function lastYear({ firstYear, years, optionYears }: Term): number {
  return firstYear + years + optionYears - 1;
}

/** The latest end of what a participant is bound to, options included. */
export function termEnd(term: Term): LocalDate {
  return `${lastYear(term)}-12-31`;
}

/** Can volumes be declared for this year? The firm years and the option years count (R20). */
export function isYearOfCase(term: Term, year: number): boolean {
  return year >= term.firstYear && year <= lastYear(term);
}

/** What holds a change back: participants are frozen, the case is paused or cancelled; null when nothing does. */
export function holdsBack(stage: CaseStage): 'FROZEN' | 'CLOSED' | null {
  if (stage === CaseStage.PARTICIPANTS_FROZEN) return 'FROZEN';
  return stage === CaseStage.PAUSED || stage === CaseStage.CANCELLED ? 'CLOSED' : null;
}

/** May a case go from one stage to another? The table of R5b and R24. */
export function mayGo(from: CaseStage, to: CaseStage): boolean {
  const next: Record<CaseStage, readonly CaseStage[]> = {
    PREPARING: [CaseStage.INVITED, CaseStage.PAUSED, CaseStage.CANCELLED],
    INVITED: [CaseStage.PARTICIPANTS_FROZEN, CaseStage.PAUSED, CaseStage.CANCELLED],
    PARTICIPANTS_FROZEN: [CaseStage.CANCELLED],
    PAUSED: [CaseStage.PREPARING, CaseStage.INVITED, CaseStage.CANCELLED],
    CANCELLED: [],
  };
  return next[from].includes(to);
}
