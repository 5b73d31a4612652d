const SECOND = 1_000;
/** Seconds before the first retry. */
const FIRST_WAIT = 30;
/** Longest wait between two attempts, in seconds. */
const LONGEST_WAIT = 3_600;
/** After so many seconds of failed attempts a mail is given up and shown: five days. */
const GIVE_UP_AFTER = 5 * 24 * 3_600;

/**
 * R14: when a mail that failed for the `attempts`-th time is tried again; null when it has been tried for five days.
 * The waits (30 s, 30 s, 1 min, 2 min … 1 h) are never longer than the time that has passed, so an outage of any
 * length is healed within its own length again.
 */
export function nextAttemptAt(attempts: number, now: Date): Date | null {
  if (!Number.isInteger(attempts) || attempts < 1) throw new RangeError('attempts counts from 1');
  if (waitedBefore(attempts) >= GIVE_UP_AFTER) return null;
  return new Date(now.getTime() + waitAfter(attempts) * SECOND);
}

function waitAfter(attempt: number): number {
  return attempt === 1 ? FIRST_WAIT : Math.min(FIRST_WAIT * 2 ** (attempt - 2), LONGEST_WAIT);
}

function waitedBefore(attempt: number): number {
  let waited = 0;
  for (let earlier = 1; earlier < attempt && waited < GIVE_UP_AFTER; earlier += 1) waited += waitAfter(earlier);
  return waited;
}
