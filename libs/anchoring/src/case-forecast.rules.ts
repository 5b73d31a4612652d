import type { LocalDate } from '@samanker/clock';
import Decimal from 'decimal.js';
import { curveOf, type ForecastRoute } from './forecast.rules';

/** One organisation as the forecast of a case counts it. */
export interface ForecastParticipant {
  readonly participationId: string;
  /** NOK that it expects to buy for, where it takes part firmly or has not chosen an option. */
  readonly firmValue: string;
  /** NOK that it expects to buy for by an option. */
  readonly optionValue: string;
}

/** A point of the curve with both kinds of value, which are never added together (R21). */
export interface SharedPoint {
  readonly on: LocalDate;
  readonly anchored: number;
  readonly firmShare: number;
  readonly optionShare: number;
}

/** R7, R21: each organisation's part of the firm and of the option value, from 0 to 1, and the sums. */
export function sharesOf(participants: readonly ForecastParticipant[]): {
  readonly firmValue: string;
  readonly optionValue: string;
  readonly firm: ReadonlyMap<string, number>;
  readonly option: ReadonlyMap<string, number>;
} {
  const part = (valueOf: (one: ForecastParticipant) => string): [Decimal, Map<string, number>] => {
    const sum = participants.reduce((total, one) => total.plus(valueOf(one)), new Decimal(0));
    const share = (value: string): number => (sum.isZero() ? 0 : new Decimal(value).div(sum).toNumber());
    return [sum, new Map(participants.map((one) => [one.participationId, share(valueOf(one))]))];
  };
  const [firmSum, firm] = part(({ firmValue }) => firmValue);
  const [optionSum, option] = part(({ optionValue }) => optionValue);
  return { firmValue: firmSum.toFixed(2), optionValue: optionSum.toFixed(2), firm, option };
}

/** R7: the curve of municipalities with both shares of value. */
export function sharedCurve(
  routes: readonly Omit<ForecastRoute, 'share'>[],
  finishOf: ReadonlyMap<string, LocalDate | null>,
  shares: Pick<ReturnType<typeof sharesOf>, 'firm' | 'option'>,
  without = 0,
): SharedPoint[] {
  const curve = (share: ReadonlyMap<string, number>) =>
    curveOf(
      routes.map((route) => ({ ...route, share: share.get(route.participationId) ?? 0 })),
      finishOf,
      without,
    );
  const option = curve(shares.option);
  return curve(shares.firm).map(({ on, anchored, share }, at) => ({
    on,
    anchored,
    firmShare: rounded(share),
    optionShare: rounded(option[at]?.share ?? 0),
  }));
}

/** Six decimals: sums of binary fractions shall not show as 0.9999999999999999. */
function rounded(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}
