import Decimal from 'decimal.js';
import type { ParticipantFact, ReportFacts } from './report-facts';
import { grouped, sum, type PricedLine } from './report-value.rules';

/**
 * R4, recomputed from rows: is the organisation outside a limit of its own decision or the maximum of its power of
 * attorney? Money limits are held against the maximum of its own lines, extensions included: that is what it may come to pay.
 */
export function outsideLimits(participant: ParticipantFact, facts: ReportFacts, lines: readonly PricedLine[]): boolean {
  const { limits, powerOfAttorney, population } = participant;
  const { firstYear, years, optionYears, hostOrganisationId } = facts.procurementCase;
  const total = sum(lines.map((line) => line.maximumValue));
  const perYear = [...grouped(lines, (line) => line.year).values()]
    .map((ofYear) => new Decimal(sum(ofYear.map((line) => line.maximumValue))))
    .reduce((a, b) => Decimal.max(a, b), new Decimal(0));
  const over = (value: Decimal.Value, limit: string | null | undefined): boolean =>
    limit !== null && limit !== undefined && new Decimal(value).gt(limit);
  return (
    over(total, limits.total) ||
    over(total, powerOfAttorney?.ownMaximum) ||
    over(perYear, limits.perYear) ||
    (population !== null && population > 0 && over(perYear.div(population), limits.perInhabitantPerYear)) ||
    (limits.latestEnd !== null && `${firstYear + years + optionYears - 1}-12-31` > limits.latestEnd) ||
    (limits.hostOrganisationId !== null && limits.hostOrganisationId !== hostOrganisationId)
  );
}
