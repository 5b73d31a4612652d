import { ParticipationState, type Reason } from '@samanker/participation';
import type { ThresholdClass } from '@samanker/procurement-law';
import { assembleReport } from './merged-demand-report.rules';
import type { ReportContent } from './report-content';
import type { ReportFacts } from './report-facts';
import type { ValueSpan } from './report-value.rules';
import { standings } from './standing.rules';

/** A case in figures, with an organisation or without it. */
export interface CaseInFigures {
  /** Organisations that take part in some part, firm or with an option. */
  readonly participants: number;
  readonly values: ValueSpan;
  readonly thresholdClass: ThresholdClass;
}

/** What an organisation's leaving changes for everybody else. */
export interface LeavingEffectFound {
  readonly now: CaseInFigures;
  readonly without: CaseInFigures;
  /** The items whose largest quantity becomes another. */
  readonly items: readonly {
    readonly itemId: string;
    readonly name: string;
    readonly unitCode: string;
    readonly now: string;
    readonly without: string;
  }[];
  /** R4: who would bear more of the common costs than its decision allows. */
  readonly sharesPassed: readonly {
    readonly participationId: string;
    readonly organisationId: string;
    readonly name: string;
    readonly reason: Reason;
  }[];
}

/** R5b: the case as it is, and as it would be without one participation; by the rules of the report, so that both agree. */
export function leavingEffect(facts: ReportFacts, participationId: string): LeavingEffectFound {
  const left = withoutOne(facts, participationId);
  const [now, without] = [assembleReport(facts), assembleReport(left)];
  const quantities = new Map(without.items.map(({ itemId, maximumQuantity }) => [itemId, maximumQuantity]));
  return {
    now: inFigures(now),
    without: inFigures(without),
    items: now.items.flatMap(({ itemId, name, unitCode, maximumQuantity }) => {
      const then = quantities.get(itemId)!;
      return then === maximumQuantity ? [] : [{ itemId, name, unitCode, now: maximumQuantity, without: then }];
    }),
    sharesPassed: sharesPassed(facts, left),
  };
}

/** The facts as they would be when one participation had left. */
export function withoutOne(facts: ReportFacts, participationId: string): ReportFacts {
  return {
    ...facts,
    participants: facts.participants.map((one) =>
      one.participationId === participationId
        ? { ...one, state: ParticipationState.WITHDRAWN, powerOfAttorney: null }
        : one,
    ),
  };
}

function inFigures({ participants, values, threshold }: ReportContent): CaseInFigures {
  const taking = participants.filter(({ choices }) =>
    choices.some(({ choice }) => choice === 'FIRM' || choice === 'OPTION'),
  );
  return { participants: taking.length, values, thresholdClass: threshold.class };
}

function sharesPassed(facts: ReportFacts, left: ReportFacts): LeavingEffectFound['sharesPassed'] {
  const [before, after] = [standings(facts), standings(left)];
  return facts.participants
    .flatMap(({ participationId, organisationId, name }) => {
      const passed = (of: typeof before): Reason | undefined =>
        of.get(participationId)!.reasons.find(({ code }) => code === 'LIMIT_SHARE_OF_COST');
      const reason = passed(after);
      return reason && !passed(before) ? [{ participationId, organisationId, name, reason }] : [];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
