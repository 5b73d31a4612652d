/** A place on a picture: x to the right, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** What lies more than this many times further to the side than ahead is not in the direction of the key. */
const WIDEST = 2;

/**
 * The place that a key goes to from one: the nearest in the direction of the arrow, the first, the last. Null for other
 * keys, and where nothing lies that way.
 */
export function goesTo(key: string, points: readonly Point[], at: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return points.length - 1;
  const way = DIRECTIONS[key];
  const from = points[at];
  if (!way || !from) return null;
  let best: number | null = null;
  let least = Infinity;
  points.forEach((point, index) => {
    const [dx, dy] = [point.x - from.x, point.y - from.y];
    const ahead = dx * way.x + dy * way.y;
    const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    if (ahead <= 0 || aside > ahead * WIDEST) return;
    // Straight ahead is worth a longer way.
    const cost = ahead + 2 * aside;
    if (cost < least) [best, least] = [index, cost];
  });
  return best;
}
