import { nextAttemptAt } from './mail-retry.rules';

const start = new Date('2016-01-14T08:00:00Z');
const HOUR = 3_600_000;

describe('R14: when a failed mail is tried again', () => {
  it('soon first, then ever more seldom, at least every hour', () => {
    const waits = [1, 2, 3, 4, 5, 9, 10, 50].map((n) => (nextAttemptAt(n, start)!.getTime() - start.getTime()) / 1_000);
    expect(waits).toEqual([30, 30, 60, 120, 240, 3_600, 3_600, 3_600]);
  });

  it('goes on for days, and then gives up', () => {
    let now = start;
    let attempts = 0;
    for (let next = nextAttemptAt(1, now); next; next = nextAttemptAt(attempts + 1, now)) {
      attempts += 1;
      now = next;
    }
    expect(now.getTime() - start.getTime()).toBeGreaterThan(4 * 24 * HOUR);
    expect(now.getTime() - start.getTime()).toBeLessThan(6 * 24 * HOUR);
    expect(nextAttemptAt(100_000, start)).toBeNull();
  });

  it('C4: heals within the longer of a minute and the outage, however long the outage was', () => {
    for (const outage of [5_000, 31_000, 61_000, 200_000, HOUR, 4 * HOUR, 30 * HOUR]) {
      let at = start.getTime();
      for (let attempt = 1; at - start.getTime() < outage; attempt += 1)
        at = nextAttemptAt(attempt, new Date(at))!.getTime();
      expect(at - start.getTime() - outage).toBeLessThanOrEqual(Math.max(60_000, outage));
    }
  });

  it.each([0, -1, 1.5])('refuses %d attempts', (attempts) => {
    expect(() => nextAttemptAt(attempts, start)).toThrow(RangeError);
  });
});
