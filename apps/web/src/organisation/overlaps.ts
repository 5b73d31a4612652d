/** A period in time, with a name and a place to look it up. */
export interface Period {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

export interface Overlap {
  readonly first: Period;
  readonly second: Period;
  /** Where they share days: the first and the last of them; where they do not, null. */
  readonly shared: { readonly from: string; readonly to: string } | null;
  /** Whole months between them; 0 where they share days. */
  readonly apart: number;
}

/** What comes so shortly after another that somebody should look at both. */
const NEAR_MONTHS = 12;
const monthsOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** How two periods meet; null where they are more than a year apart. */
export function overlapOf(first: Period, second: Period): Overlap | null {
  const from = first.from > second.from ? first.from : second.from;
  const to = first.to < second.to ? first.to : second.to;
  if (from <= to) return { first, second, shared: { from, to }, apart: 0 };
  const apart = Math.max(0, monthsOf(from) - monthsOf(to) - (from.slice(8) < to.slice(8) ? 1 : 0));
  return apart <= NEAR_MONTHS ? { first, second, shared: null, apart } : null;
}

/** Everything of the one list that meets something of the other, what shares days first. */
export function overlaps(firsts: readonly Period[], seconds: readonly Period[]): Overlap[] {
  return firsts
    .flatMap((first) => seconds.flatMap((second) => (first.id === second.id ? [] : (overlapOf(first, second) ?? []))))
    .sort((a, b) => a.apart - b.apart || a.first.title.localeCompare(b.first.title, 'nb'));
}

/** Each pair of one list that meets, once. */
export function overlapsWithin(periods: readonly Period[]): Overlap[] {
  return periods.flatMap((first, at) => overlaps([first], periods.slice(at + 1)));
}
