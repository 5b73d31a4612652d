import Decimal from 'decimal.js';
import type { LocalDate } from '@samanker/clock';
import type { Reason } from './state-reason.rules';

// More digits than any value has: a limit is compared with what the lines come to, not with what is near it.
const Exact = Decimal.clone({ precision: 60 });

/** The limits of a decision (R3); null where it has none. */
export interface Limits {
  readonly total?: string | null;
  readonly perYear?: string | null;
  readonly perInhabitantPerYear?: string | null;
  readonly latestEnd?: LocalDate | null;
  readonly hostOrganisationId?: string | null;
  /** The parts that the decision covers; null covers every part. */
  readonly partIds?: readonly string[] | null;
  /** The most of the common costs, in per cent. */
  readonly shareOfCost?: string | null;
}

/** What the limits are held against. Values are NOK excluding VAT: what it can come to cost, maximum quantities counted. */
export interface LimitSituation {
  readonly yearly: readonly { readonly year: number; readonly value: string }[];
  readonly termEnd: LocalDate;
  readonly hostOrganisationId: string;
  /** Null where the population is not known: then nothing can be said per inhabitant. */
  readonly inhabitants: number | null;
  /** The parts that were chosen firm or with an option. */
  readonly chosenParts: readonly { readonly partId: string; readonly number: number }[];
  /** What the case can come to cost for all (`commonCosts`); null while nothing can be said of a share. */
  readonly commonCosts: string | null;
}

/** R4: which limits the participation is outside of now, with the figures; of several years the dearest is named. */
export function limitBreaches(limits: Limits, now: LimitSituation): Reason[] {
  const total = totalOf(now.yearly);
  const breaches: Reason[] = [];
  if (limits.hostOrganisationId && limits.hostOrganisationId !== now.hostOrganisationId)
    breaches.push({ code: 'LIMIT_HOST' });
  breaches.push(...partsBeyond(limits, now));
  if (limits.total && total.gt(limits.total))
    breaches.push({ code: 'LIMIT_TOTAL', params: { value: total.toFixed(2), limit: limits.total } });
  breaches.push(...yearBeyond(limits, now));
  breaches.push(...shareBeyond(limits, now, total));
  if (limits.latestEnd && now.termEnd > limits.latestEnd)
    breaches.push({ code: 'LIMIT_LATEST_END', params: { value: now.termEnd, limit: limits.latestEnd } });
  return breaches;
}

const MOST_PARTS_NAMED = 12;

/** R3, R4: the decision covers certain parts only, and another one was chosen, firm or with an option. */
function partsBeyond({ partIds }: Limits, { chosenParts }: LimitSituation): Reason[] {
  if (!partIds) return [];
  const beyond = chosenParts
    .filter(({ partId }) => !partIds.includes(partId))
    .map(({ number }) => number)
    .sort((a, b) => a - b);
  if (beyond.length === 0) return [];
  const named = beyond.slice(0, MOST_PARTS_NAMED).join(', ') + (beyond.length > MOST_PARTS_NAMED ? ' …' : '');
  return [{ code: 'LIMIT_PARTS', params: { parts: named } }];
}

function yearBeyond({ perYear, perInhabitantPerYear }: Limits, { yearly, inhabitants }: LimitSituation): Reason[] {
  const dearest = yearly.reduce<{ year: number; value: string } | null>(
    (most, year) => (most === null || new Exact(year.value).gt(most.value) ? year : most),
    null,
  );
  if (!dearest) return [];
  const { value, year } = { value: dearest.value, year: String(dearest.year) };
  const breaches: Reason[] = [];
  if (perYear && new Exact(value).gt(perYear))
    breaches.push({ code: 'LIMIT_PER_YEAR', params: { value, limit: perYear, year } });
  // Compared before dividing: the quotient is for reading only, and is rounded up so that it never reads as the limit.
  if (perInhabitantPerYear && inhabitants && new Exact(value).gt(new Exact(perInhabitantPerYear).times(inhabitants)))
    breaches.push({
      code: 'LIMIT_PER_INHABITANT',
      params: {
        value: new Exact(value).div(inhabitants).toFixed(2, Decimal.ROUND_UP),
        limit: perInhabitantPerYear,
        year,
      },
    });
  return breaches;
}

function shareBeyond({ shareOfCost }: Limits, { commonCosts }: LimitSituation, own: Decimal): Reason[] {
  const all = new Exact(commonCosts ?? 0);
  if (!shareOfCost || all.isZero() || own.times(100).lte(all.times(shareOfCost))) return [];
  const share = own.times(100).div(all).toDecimalPlaces(2, Decimal.ROUND_UP);
  return [
    { code: 'LIMIT_SHARE_OF_COST', params: { value: share.toString(), limit: new Exact(shareOfCost).toString() } },
  ];
}

/** One participation as the common costs see it. */
export interface CostBearer {
  /** Has declined, left the case or is out of every part: bears nothing. */
  readonly gone: boolean;
  readonly volumesDeclared: boolean;
  readonly yearly: readonly { readonly value: string }[];
}

/**
 * R3: what the case can come to cost for all who have not declined or left it: the sum of their maximum values over the
 * whole term, options counted, lines without a price left out. Null while one of them has volumes to declare and the
 * decision deadline has not passed: whoever declares first would bear it all. After the deadline what is declared counts.
 */
export function commonCosts(
  bearers: readonly CostBearer[],
  today: LocalDate,
  decisionDeadline: LocalDate,
): string | null {
  const bearing = bearers.filter(({ gone }) => !gone);
  if (today <= decisionDeadline && bearing.some(({ volumesDeclared }) => !volumesDeclared)) return null;
  return bearing.reduce((sum, { yearly }) => sum.plus(totalOf(yearly)), new Exact(0)).toFixed(2);
}

/** R3: the limits of several decisions in force hold together: of each kind the strictest, of the hosts the one named last. */
export function strictestLimits(all: readonly Limits[]): Limits | null {
  if (all.length === 0) return null;
  const least = (pick: (limits: Limits) => string | null | undefined): string | null =>
    all.map(pick).reduce<string | null>((min, one) => (one && (!min || new Exact(one).lt(min)) ? one : min), null);
  const ends = all.flatMap(({ latestEnd }) => latestEnd ?? []).sort();
  const parts = all.flatMap(({ partIds }) => (partIds ? [partIds] : []));
  return {
    total: least(({ total }) => total),
    perYear: least(({ perYear }) => perYear),
    perInhabitantPerYear: least(({ perInhabitantPerYear }) => perInhabitantPerYear),
    latestEnd: ends[0] ?? null,
    hostOrganisationId: all.findLast(({ hostOrganisationId }) => hostOrganisationId)?.hostOrganisationId ?? null,
    partIds: parts.length === 0 ? null : parts[0]!.filter((id) => parts.every((one) => one.includes(id))),
    shareOfCost: least(({ shareOfCost }) => shareOfCost),
  };
}

/** What is limited when every limit is left out is nothing at all. */
export function limitsNothing(limits: Limits): boolean {
  return Object.values(limits).every((limit) => limit === null || limit === undefined);
}

function totalOf(yearly: readonly { readonly value: string }[]): Decimal {
  return yearly.reduce((sum, { value }) => sum.plus(value), new Exact(0));
}
