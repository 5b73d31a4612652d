import { countOne, type Counted } from './throttle.rules';

const LIMIT = { most: 2, perMilliseconds: 10_000 };

describe('a limit', () => {
  it('lets so many through in a window, then says how long to wait', () => {
    let counted: Counted | undefined;
    const waits = [0, 1_000, 2_000, 9_999, 10_000].map((now) => {
      const { after, waitSeconds } = countOne(counted, now, LIMIT);
      counted = after;
      return waitSeconds;
    });
    expect(waits).toEqual([0, 0, 8, 1, 0]);
  });

  it('waiting is not made longer by knocking', () => {
    const full = { since: 0, count: 2 };
    expect(countOne(full, 5_000, LIMIT).after).toEqual(full);
  });
});
