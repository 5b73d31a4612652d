import type { ClosedPeriods, LocalDate } from '@samanker/clock';
import { occasionsOf, type ExpectationKind } from '@samanker/expectation';

/** When a reminder goes, seen from its date. */
export type PreviewMoment = 'BEFORE' | 'ON_THE_DAY' | 'AFTER';

/** R10: the day on which a reminder of this kind goes at that moment; null when none ever does. */
export function reminderDay(
  kind: keyof typeof ExpectationKind,
  moment: PreviewMoment,
  dueOn: LocalDate,
  closed: ClosedPeriods,
): LocalDate | null {
  const days = occasionsOf(kind, dueOn, closed).map(({ on }) => on);
  if (moment === 'BEFORE') return days.find((on) => on < dueOn) ?? null;
  if (moment === 'AFTER') return days.findLast((on) => on > dueOn) ?? null;
  return days.includes(dueOn) ? dueOn : null;
}
