/** What has been counted under one name since the window began. */
export interface Counted {
  readonly since: number;
  readonly count: number;
}

/** How much is let through. */
export interface ThrottleLimit {
  readonly most: number;
  readonly perMilliseconds: number;
}

/** Counts one more, and says how many seconds to wait when it is one too many; 0 when it is let through. */
export function countOne(
  before: Counted | undefined,
  now: number,
  { most, perMilliseconds }: ThrottleLimit,
): { after: Counted; waitSeconds: number } {
  if (!before || now - before.since >= perMilliseconds) return { after: { since: now, count: 1 }, waitSeconds: 0 };
  if (before.count < most) return { after: { ...before, count: before.count + 1 }, waitSeconds: 0 };
  return { after: before, waitSeconds: Math.max(1, Math.ceil((before.since + perMilliseconds - now) / 1000)) };
}
