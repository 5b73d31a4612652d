import { routeState, type RouteStep } from '@samanker/anchoring';
import {
  commonCosts,
  legalityReviewOver,
  limitBreaches,
  participationState,
  ParticipationState,
  yearlyValues,
  type Choice,
  type CostBearer,
  type ParticipationSituation,
  type Reason,
} from '@samanker/participation';
import { termEnd } from '@samanker/procurement-case';
import type { LocalDate } from '@samanker/clock';
import Decimal from 'decimal.js';
import type { ParticipantFact, ReportFacts } from './report-facts';
import { valueOf } from './amount.rules';

/** What a participation comes to when it is worked out from its rows. */
export interface Standing {
  readonly state: ParticipationState;
  readonly reasons: readonly Reason[];
  readonly choices: ReadonlyMap<string, Choice>;
  readonly routeFinishedOn: LocalDate | null;
}

/**
 * R4, R5, R24: the standing of every participation, worked out from steps, conditions, limits, lines and power of attorney:
 * never read from a stored state. The rules are participation's and anchoring's own.
 */
export function standings(facts: ReportFacts): Map<string, Standing> {
  const itemParts = new Map(facts.items.map((item) => [item.id, item]));
  const figures = new Map<string, { partId: string; year: number; value: string }[]>();
  for (const line of facts.lines) {
    const item = itemParts.get(line.itemId);
    const value = item && valueOf(line.maximum ?? line.expected, line.unitPrice ?? item.unitPrice);
    if (!item || !value) continue;
    const known = figures.get(line.participationId);
    const figure = { partId: item.partId, year: line.year, value };
    if (known) known.push(figure);
    else figures.set(line.participationId, [figure]);
  }
  const worked = facts.participants.map((one) => workedOut(one, figures.get(one.participationId) ?? [], facts));
  const common = commonCosts(worked, facts.today, facts.procurementCase.decisionDeadline);
  return new Map(worked.map((each) => [each.one.participationId, standingOf(each, facts, common)]));
}

/** One participation with what others need to know of it: how far its route has come, and what it bears. */
interface WorkedOut extends CostBearer {
  readonly one: ParticipantFact;
  readonly yearly: ReturnType<typeof yearlyValues>;
  readonly route: ReturnType<typeof routeState>;
}

function workedOut(
  one: ParticipantFact,
  figures: readonly { partId: string; year: number; value: string }[],
  { parts }: ReportFacts,
): WorkedOut {
  const outOf = new Set(one.choices.filter(({ choice }) => choice === 'OUT').map(({ partId }) => partId));
  const route = routeState(one.steps.map(routeStep));
  return {
    one,
    route,
    yearly: yearlyValues(figures, outOf),
    volumesDeclared: one.volumesDeclared,
    gone:
      one.state === ParticipationState.WITHDRAWN || route.declined || (parts.length > 0 && outOf.size === parts.length),
  };
}

function standingOf({ one, yearly, route }: WorkedOut, facts: ReportFacts, common: string | null): Standing {
  const { procurementCase: of } = facts;
  const choices = new Map(one.choices.map(({ partId, choice }) => [partId, choice as Choice]));
  const routeFinishedOn = route.finished ? lastDecision(one) : null;
  const total = yearly.reduce((sum, { value }) => sum.plus(value), new Decimal(0));
  const { state, reasons } = participationState({
    withdrawn: one.state === ParticipationState.WITHDRAWN,
    begun: true,
    routeFinished: route.finished,
    declined: route.declined,
    openBeforeNoticeConditions: one.openConditions,
    conditionsNotAccepted: one.refusedConditions,
    powerOfAttorney: powerOf(one, of.hostOrganisationId, total),
    choices: facts.parts.map((part) => choices.get(part.id) ?? null),
    legality: legalityOf(one, facts, routeFinishedOn),
    limitBreaches: limitBreaches(one.limits, {
      yearly,
      termEnd: termEnd(of),
      hostOrganisationId: of.hostOrganisationId,
      inhabitants: one.population,
      chosenParts: facts.parts.flatMap(({ id, number }) =>
        ['FIRM', 'OPTION'].includes(choices.get(id) ?? '') ? [{ partId: id, number }] : [],
      ),
      commonCosts: common,
    }),
    localLeaderNamed: one.localLeader !== '',
    localLeaderConfirmed: one.localGainConfirmed,
  });
  return { state, reasons, choices, routeFinishedOn };
}

function powerOf(
  one: ParticipantFact,
  hostOrganisationId: string,
  total: Decimal,
): ParticipationSituation['powerOfAttorney'] {
  if (!one.powerOfAttorney) return 'NONE';
  if (one.powerOfAttorney.hostOrganisationId !== hostOrganisationId) return 'OTHER_HOST';
  const { ownMaximum } = one.powerOfAttorney;
  return ownMaximum !== null && total.gt(ownMaximum) ? 'TOO_SMALL' : 'IN_FORCE';
}

function legalityOf(
  one: ParticipantFact,
  facts: ReportFacts,
  finishedOn: LocalDate | null,
): ParticipationSituation['legality'] {
  if (one.legalityReviewDemanded) return { kind: 'DEMANDED' };
  if (!facts.procurementCase.waitsForLegalityReview || finishedOn === null) return { kind: 'NONE' };
  const until = legalityReviewOver(finishedOn);
  return facts.today <= until ? { kind: 'WAITING', until } : { kind: 'NONE' };
}

function lastDecision(one: ParticipantFact): LocalDate | null {
  return one.steps.reduce<LocalDate | null>(
    (last, { decidedOn, state }) =>
      state !== 'NOT_REQUIRED' && decidedOn && (!last || decidedOn > last) ? decidedOn : last,
    null,
  );
}

function routeStep(step: ParticipantFact['steps'][number]): RouteStep {
  return { ...step, submittedMeetingDate: null } as RouteStep;
}
