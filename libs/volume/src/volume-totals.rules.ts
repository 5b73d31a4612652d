import Decimal from 'decimal.js';

// More digits than any sum has: nothing is rounded.
const Exact = Decimal.clone({ precision: 60 });
const COMMITMENTS = ['COMMITTED', 'OPTION', 'NOT_ANCHORED'] as const;

/** A sum with its values, of whatever grain. */
export interface Valued {
  readonly commitment: string;
  readonly expectedValue: string;
  readonly maximumValue: string;
  readonly unpricedLines: number;
}

/** R20, R21: values added by commitment, exactly. Every commitment is there, with zero where nothing counts as it. */
export function addUp(sums: readonly Valued[]): Valued[] {
  return COMMITMENTS.map((commitment) => {
    const same = sums.filter((sum) => sum.commitment === commitment);
    const add = (value: (sum: Valued) => string): string =>
      same.reduce((total, sum) => total.plus(value(sum)), new Exact(0)).toFixed(2);
    return {
      commitment,
      expectedValue: add((sum) => sum.expectedValue),
      maximumValue: add((sum) => sum.maximumValue),
      unpricedLines: same.reduce((count, sum) => count + sum.unpricedLines, 0),
    };
  });
}

/** The sums in groups, by what the key says, in the order of the keys. */
export function addUpBy<Sum extends Valued, Key extends string | number>(
  sums: readonly Sum[],
  keyOf: (sum: Sum) => Key,
): [Key, Valued[]][] {
  const groups = new Map<Key, Sum[]>();
  for (const sum of sums) {
    const group = groups.get(keyOf(sum));
    if (group) group.push(sum);
    else groups.set(keyOf(sum), [sum]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([key, group]) => [key, addUp(group)]);
}
