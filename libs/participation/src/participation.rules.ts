import Decimal from 'decimal.js';
import { addDays, type LocalDate } from '@samanker/clock';
import type { Reason } from './state-reason.rules';

// More digits than any value has: a limit is compared with what the lines come to, not with what is near it.
const Exact = Decimal.clone({ precision: 60 });

/** How far one organisation has come with its part in a case (R5). */
export enum ParticipationState {
  INVITED = 'INVITED',
  ANCHORING = 'ANCHORING',
  ANCHORED = 'ANCHORED',
  DECLINED = 'DECLINED',
  REANCHOR_REQUIRED = 'REANCHOR_REQUIRED',
  LEGALITY_REVIEW = 'LEGALITY_REVIEW',
  WITHDRAWN = 'WITHDRAWN',
}

/** What an organisation wants with one part of a case (R5). */
export enum Choice {
  FIRM = 'FIRM',
  OPTION = 'OPTION',
  OUT = 'OUT',
}

/** What a declared quantity binds to (R21). */
export enum Commitment {
  COMMITTED = 'COMMITTED',
  OPTION = 'OPTION',
  NOT_ANCHORED = 'NOT_ANCHORED',
}

/** Everything that the state of a participation follows from. */
export interface ParticipationSituation {
  /** Left the case (R5b): stays so whatever comes. */
  readonly withdrawn: boolean;
  /** Somebody has done something since the invitation. */
  readonly begun: boolean;
  /** Every required step of the route is approved. */
  readonly routeFinished: boolean;
  /** A deciding body said no (R2). */
  readonly declined: boolean;
  readonly openBeforeNoticeConditions: number;
  readonly conditionsNotAccepted: number;
  readonly powerOfAttorney: 'NONE' | 'OTHER_HOST' | 'TOO_SMALL' | 'IN_FORCE';
  /** One entry per part of the case; null where nothing is chosen yet. */
  readonly choices: readonly (Choice | null)[];
  readonly legality:
    { readonly kind: 'NONE' } | { readonly kind: 'DEMANDED' } | { readonly kind: 'WAITING'; readonly until: LocalDate };
  readonly limitBreaches: readonly Reason[];
  readonly localLeaderNamed: boolean;
  readonly localLeaderConfirmed: boolean;
}

/**
 * R5: the state of a participation, and what stands in the way or why. The order is the weight: a no is a no; what takes
 * a decision outside its limits comes before a review of it, and that before what is merely missing. An all-option
 * participation can be anchored too (as an option); one that is out of every part has declined.
 */
export function participationState(now: ParticipationSituation): { state: ParticipationState; reasons: Reason[] } {
  if (now.withdrawn) return { state: ParticipationState.WITHDRAWN, reasons: [] };
  if (now.declined) return { state: ParticipationState.DECLINED, reasons: [{ code: 'ROUTE_REJECTED' }] };
  if (now.choices.length > 0 && now.choices.every((choice) => choice === Choice.OUT))
    return { state: ParticipationState.DECLINED, reasons: [{ code: 'ALL_PARTS_OUT' }] };
  if (now.limitBreaches.length > 0)
    return { state: ParticipationState.REANCHOR_REQUIRED, reasons: [...now.limitBreaches] };
  if (now.conditionsNotAccepted > 0)
    return { state: ParticipationState.REANCHOR_REQUIRED, reasons: [{ code: 'CONDITION_NOT_ACCEPTED' }] };
  if (now.routeFinished && now.legality.kind === 'DEMANDED')
    return { state: ParticipationState.LEGALITY_REVIEW, reasons: [{ code: 'LEGALITY_REVIEW_DEMANDED' }] };
  if (now.routeFinished && now.legality.kind === 'WAITING')
    return {
      state: ParticipationState.LEGALITY_REVIEW,
      reasons: [{ code: 'LEGALITY_REVIEW_PERIOD', params: { until: now.legality.until } }],
    };

  const missing = missingForAnchored(now);
  if (missing.length === 0) return { state: ParticipationState.ANCHORED, reasons: [] };
  return { state: now.begun ? ParticipationState.ANCHORING : ParticipationState.INVITED, reasons: missing };
}

function missingForAnchored(now: ParticipationSituation): Reason[] {
  const missing: Reason[] = [];
  if (!now.routeFinished) missing.push({ code: 'ROUTE_NOT_FINISHED' });
  if (now.openBeforeNoticeConditions > 0)
    missing.push({ code: 'CONDITION_OPEN', params: { count: String(now.openBeforeNoticeConditions) } });
  if (now.choices.length === 0 || now.choices.includes(null)) missing.push({ code: 'CHOICE_MISSING' });
  if (now.choices.includes(Choice.FIRM)) {
    if (!now.localLeaderNamed) missing.push({ code: 'LOCAL_LEADER_MISSING' });
    else if (!now.localLeaderConfirmed) missing.push({ code: 'LOCAL_GAIN_UNCONFIRMED' });
  }
  if (now.powerOfAttorney === 'NONE') missing.push({ code: 'POWER_OF_ATTORNEY_MISSING' });
  if (now.powerOfAttorney === 'OTHER_HOST') missing.push({ code: 'POWER_OF_ATTORNEY_OTHER_HOST' });
  if (now.powerOfAttorney === 'TOO_SMALL') missing.push({ code: 'POWER_OF_ATTORNEY_TOO_SMALL' });
  return missing;
}

/** The value of one part in one year, as `volume` pushes it down; maximum quantities, NOK excluding VAT. */
export interface VolumeFigure {
  readonly partId: string;
  readonly year: number;
  readonly value: string;
}

/** What a participation can cost per year: the parts that it is out of do not count. */
export function yearlyValues(
  figures: readonly VolumeFigure[],
  outOf: ReadonlySet<string>,
): { year: number; value: string }[] {
  const years = new Map<number, Decimal>();
  for (const { partId, year, value } of figures)
    if (!outOf.has(partId)) years.set(year, (years.get(year) ?? new Exact(0)).plus(value));
  return [...years].sort(([a], [b]) => a - b).map(([year, value]) => ({ year, value: value.toFixed(2) }));
}

/** R5: three weeks in which a legality review can be demanded (kommuneloven § 27-1); the day of the decision not counted. */
export function legalityReviewOver(routeFinishedOn: LocalDate): LocalDate {
  return addDays(routeFinishedOn, 21);
}

/** R21: what a quantity counts as; null where the organisation is out and the quantity counts nowhere. */
export function commitmentOf(state: ParticipationState, choice: Choice | null): Commitment | null {
  if (choice === Choice.OUT || state === ParticipationState.DECLINED || state === ParticipationState.WITHDRAWN)
    return null;
  if (state !== ParticipationState.ANCHORED || choice === null) return Commitment.NOT_ANCHORED;
  return choice === Choice.FIRM ? Commitment.COMMITTED : Commitment.OPTION;
}

/** Does going from one state to another change what quantities count as? */
export function changesCommitment(from: ParticipationState, to: ParticipationState): boolean {
  return commitmentOf(from, Choice.FIRM) !== commitmentOf(to, Choice.FIRM);
}
