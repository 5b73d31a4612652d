/** A period in which an organisation is closed; both ends are included. */
export interface Period {
  readonly fromDate: string;
  readonly toDate: string;
  readonly reason: string;
}

/** A week by ISO 8601, from Monday to Sunday. */
export interface Week {
  readonly week: number;
  readonly from: string;
  readonly to: string;
  /** The month of its Thursday, 1 to 12. */
  readonly month: number;
}

const DAY_MS = 86_400_000;
const WORKING_DAYS_OF_WEEK = 5;

/** The day some days later. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The weeks of a year: those whose Thursday lies in it. */
export function weeksOf(year: number): Week[] {
  const fourth = `${year}-01-04`;
  const weekday = new Date(`${fourth}T00:00:00Z`).getUTCDay() || 7;
  const weeks: Week[] = [];
  for (let from = daysAfter(fourth, 1 - weekday), week = 1; ; from = daysAfter(from, 7), week += 1) {
    const thursday = daysAfter(from, 3);
    if (Number(thursday.slice(0, 4)) !== year) return weeks;
    weeks.push({ week, from, to: daysAfter(from, 6), month: Number(thursday.slice(5, 7)) });
  }
}

/** How much of a week, Monday to Friday, is closed. */
export function closedIn(periods: readonly Period[], { from }: Week): 'ALL' | 'SOME' | 'NONE' {
  let closed = 0;
  for (let day = 0; day < WORKING_DAYS_OF_WEEK; day += 1) {
    const date = daysAfter(from, day);
    if (periods.some(({ fromDate, toDate }) => fromDate <= date && date <= toDate)) closed += 1;
  }
  return closed === 0 ? 'NONE' : closed === WORKING_DAYS_OF_WEEK ? 'ALL' : 'SOME';
}

/** Closes a week, or opens it where the whole of it is closed. Periods that touch become one. */
export function toggled(periods: readonly Period[], week: Week): Period[] {
  return closedIn(periods, week) === 'ALL' ? opened(periods, week) : joined([...periods, closedPeriod(week)]);
}

const closedPeriod = ({ from, to }: Week): Period => ({ fromDate: from, toDate: to, reason: '' });

function opened(periods: readonly Period[], { from, to }: Week): Period[] {
  return periods.flatMap((period) => {
    if (period.toDate < from || period.fromDate > to) return [period];
    const before = { ...period, toDate: daysAfter(from, -1) };
    const after = { ...period, fromDate: daysAfter(to, 1) };
    return [before, after].filter(({ fromDate, toDate }) => fromDate <= toDate);
  });
}

/** The periods in order, those that touch or overlap as one; the first reason stays. */
export function joined(periods: readonly Period[]): Period[] {
  const inOrder = [...periods].sort((a, b) => (a.fromDate < b.fromDate ? -1 : 1));
  const whole: Period[] = [];
  for (const period of inOrder) {
    const last = whole.at(-1);
    const sameReason = !last || last.reason === period.reason || last.reason === '' || period.reason === '';
    if (last && sameReason && period.fromDate <= daysAfter(last.toDate, 1))
      whole[whole.length - 1] = {
        fromDate: last.fromDate,
        toDate: last.toDate > period.toDate ? last.toDate : period.toDate,
        reason: last.reason || period.reason,
      };
    else whole.push(period);
  }
  return whole;
}
