import { addDays, nextWorkingInstant, osloDate, type ClosedPeriods, type LocalDate } from '@samanker/clock';
import { currentOccasion, nextOccasion, type ExpectationKind } from '@samanker/expectation';
import { mayBeSentAt } from './sending-hours.rules';

/** What is awaited, as far as the choice of the reminder needs it. */
export interface Awaited {
  readonly kind: keyof typeof ExpectationKind;
  readonly dueOn: LocalDate;
}

/** What to do about one expectation now. */
export interface PlannedReminder {
  /** Key of the reminder to send; null when none is to be sent now. */
  readonly occasion: string | null;
  /** When to look again; null when no reminder is left. */
  readonly nextOn: LocalDate | null;
}

/** The key of a reminder: an occasion of a due date. A date that has been moved is reminded of anew. */
export function reminderKey(occasion: string, dueOn: LocalDate): string {
  return `${occasion} ${dueOn}`;
}

/**
 * R10, R11: only the latest occasion that has come, once; nothing outside the organisation's working hours; nothing that
 * can no longer be done: a text for a meeting whose deadline has passed.
 */
export function planReminder(
  { kind, dueOn }: Awaited,
  now: Date,
  today: LocalDate,
  closed: ClosedPeriods,
  alreadySaid: readonly string[],
): PlannedReminder {
  if (!mayBeSentAt(now, closed)) return { occasion: null, nextOn: osloDate(nextWorkingInstant(now, closed)) };
  const nextOn = nextOccasion(kind, dueOn, addDays(today, 1), closed)?.on ?? null;
  const current = tooLate(kind, dueOn, today) ? null : currentOccasion(kind, dueOn, today, closed);
  const occasion = current && reminderKey(current.occasion, dueOn);
  return { occasion: occasion && !alreadySaid.includes(occasion) ? occasion : null, nextOn };
}

/**
 * R10: is this the last time that it can be said? A text is asked for on the last working day up to its deadline, and
 * never after. Everything else is asked for again two and five working days later.
 */
export function isLastChance({ kind }: Awaited, { occasion, nextOn }: PlannedReminder): boolean {
  return kind === 'TEXT_IN' && occasion !== null && nextOn === null;
}

/** R10: a text must be in by its deadline; after it the meeting is lost, and the plan asks for another one. */
export function tooLate(kind: Awaited['kind'], dueOn: LocalDate, today: LocalDate): boolean {
  return kind === 'TEXT_IN' && dueOn < today;
}
