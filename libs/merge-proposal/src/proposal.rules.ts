import { createHash } from 'node:crypto';

/** How much two needs seem to be the same. */
export interface Edge {
  readonly a: string;
  readonly b: string;
  readonly score: number;
}

/** A need that stands in a group, as far as the rules need to know it. */
export interface NeedInGroup {
  readonly id: string;
  readonly version: number;
  readonly organisationId: string;
}

/** Every need in a group must be worth this much to every other on average: it keeps loose chains from becoming one blob. */
const RESOLUTION = 0.4;
const MOST_MOVES = 200;
const SMALLEST_GAIN = 1e-9;

/**
 * R16: which needs belong together (the constant Potts model): a need stands in the group for which the sum of
 * (score − 0.4) over its members is greatest and positive, else alone. Beginning with `start`, every need that was passed
 * over is looked at again. `groups` names the group of each need; only `movable` ones move. The outcome depends on the
 * data alone: equals are decided by size of sum, then by name.
 */
export function regroup(
  start: readonly string[],
  groups: ReadonlyMap<string, string>,
  edges: readonly Edge[],
  movable: ReadonlySet<string> = new Set(groups.keys()),
): Map<string, string> {
  const groupOf = new Map(groups);
  const neighbours = neighboursOf(edges);
  const queue = [...start];
  for (let moves = 0; queue.length > 0 && moves < MOST_MOVES;) {
    const need = queue.shift()!;
    if (!movable.has(need) || !groupOf.has(need)) continue;
    const from = groupOf.get(need)!;
    const to = bestGroup(need, groupOf, neighbours.get(need) ?? new Map());
    if (to === from) continue;
    groupOf.set(need, to);
    moves++;
    const passedOver = [...(neighbours.get(need) ?? new Map<string, number>())].filter(
      ([other]) => groupOf.get(other) !== to,
    );
    passedOver.sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
    for (const [other] of passedOver) if (!queue.includes(other)) queue.push(other);
  }
  return groupOf;
}

function bestGroup(need: string, groupOf: ReadonlyMap<string, string>, scores: ReadonlyMap<string, number>): string {
  const own = groupOf.get(need)!;
  const sizes = new Map<string, number>();
  for (const [member, group] of groupOf) if (member !== need) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const sums = new Map<string, number>([[own, 0]]);
  for (const [other, score] of scores) {
    const group = groupOf.get(other);
    if (group !== undefined) sums.set(group, (sums.get(group) ?? 0) + score);
  }
  const gain = (group: string): number => (sums.get(group) ?? 0) - RESOLUTION * (sizes.get(group) ?? 0);
  // Alone is worth nothing; a need that leaves everybody gets a group of its own name.
  let best = gain(own) >= 0 ? own : aloneGroup(need);
  let worth = Math.max(gain(own), 0);
  for (const group of [...sums.keys()].sort()) {
    if (group !== best && gain(group) > worth + SMALLEST_GAIN) [best, worth] = [group, gain(group)];
  }
  return best;
}

function neighboursOf(edges: readonly Edge[]): Map<string, Map<string, number>> {
  const neighbours = new Map<string, Map<string, number>>();
  const put = (from: string, to: string, score: number): void => {
    const known = neighbours.get(from) ?? new Map<string, number>();
    known.set(to, Math.max(score, known.get(to) ?? 0));
    neighbours.set(from, known);
  };
  for (const { a, b, score } of edges) {
    put(a, b, score);
    put(b, a, score);
  }
  return neighbours;
}

/** The name of the group of a need that stands alone. */
export function aloneGroup(needId: string): string {
  return `alone:${needId}`;
}

/** R16: is this group worth proposing? At least two needs, of at least two organisations. */
export function isProposable(needs: readonly NeedInGroup[]): boolean {
  return needs.length >= 2 && new Set(needs.map((need) => need.organisationId)).size >= 2;
}

/** R17: the same needs in the same versions have the same fingerprint, in whatever order they came. */
export function fingerprintOf(needs: readonly Pick<NeedInGroup, 'id' | 'version'>[]): string {
  const text = needs
    .map(({ id, version }) => `${id}:${version}`)
    .sort()
    .join('\n');
  return createHash('sha256').update(text).digest('hex');
}

/** How many pairs of different organisations a group has: the score of a proposal is the mean over all of them. */
export function pairsAcrossOrganisations(needs: readonly NeedInGroup[]): number {
  const sizes = new Map<string, number>();
  for (const { organisationId } of needs) sizes.set(organisationId, (sizes.get(organisationId) ?? 0) + 1);
  const within = [...sizes.values()].reduce((sum, size) => sum + size * size, 0);
  return (needs.length * needs.length - within) / 2;
}
