import { countOne, type Counted, type ThrottleLimit } from './throttle.rules';

/** So many names are remembered; then the oldest are forgotten. Bounds the memory that strangers can fill. */
const MOST_NAMES = 10_000;

/** Counts requests by name in this process. Real time: it is about machines, not about deadlines. */
export class Throttle {
  private readonly counted = new Map<string, Counted>();

  constructor(private readonly limit: ThrottleLimit) {}

  /** Seconds to wait; 0 when the request is let through. */
  take(name: string): number {
    const { after, waitSeconds } = countOne(this.counted.get(name), Date.now(), this.limit);
    // Put at the end, so that the first of the map is the one that was not asked for longest.
    this.counted.delete(name);
    this.counted.set(name, after);
    if (this.counted.size > MOST_NAMES) this.counted.delete(this.counted.keys().next().value!);
    return waitSeconds;
  }
}
