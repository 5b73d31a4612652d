import { type ClosedPeriods, isWithinWorkingHours, nextWorkingInstant } from '@samanker/clock';
import { nextAttemptAt } from '@samanker/mail';

/** R11: mail goes on working days of the organisation between 08:00 and 16:00 in Oslo. */
export function mayBeSentAt(now: Date, closed?: ClosedPeriods): boolean {
  return isWithinWorkingHours(now, closed);
}

/**
 * R11, R14: when a mail that failed for the `attempts`-th time goes again, in working hours; null when it is given up.
 * With null for the closed periods it is one that waits for no working hours.
 */
export function retryAt(attempts: number, now: Date, closed?: ClosedPeriods | null): Date | null {
  const next = nextAttemptAt(attempts, now);
  return next && closed !== null ? nextWorkingInstant(next, closed) : next;
}
