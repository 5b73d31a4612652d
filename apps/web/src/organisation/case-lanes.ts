import type { Lane } from './period-chart';
import type { Period } from './overlaps';

/** What a case is drawn from. */
export interface CaseInTime {
  readonly caseId: string;
  readonly title: string;
  readonly openedOn: string;
  readonly decisionDeadline: string;
  readonly firstYear: number;
  readonly years: number;
  readonly optionYears: number;
}

const lastDay = (year: number): string => `${year}-12-31`;

/** A case on a line of time: while it is decided, its agreement, its extension. */
export function laneOf(one: CaseInTime, to: string, dueOn?: string | null): Lane {
  const ends = one.firstYear + one.years - 1;
  return {
    id: one.caseId,
    title: one.title,
    to,
    bars: [
      { kind: 'deciding', from: one.openedOn, to: one.decisionDeadline },
      { kind: 'term', from: `${one.firstYear}-01-01`, to: lastDay(ends) },
      ...(one.optionYears > 0
        ? [{ kind: 'extension' as const, from: `${ends + 1}-01-01`, to: lastDay(ends + one.optionYears) }]
        : []),
    ],
    points: [{ kind: 'deadline', on: one.decisionDeadline }, ...(dueOn ? [{ kind: 'due' as const, on: dueOn }] : [])],
  };
}

/** The time of a case's agreement, extensions included. */
export function termOf(one: CaseInTime): Period {
  return {
    id: one.caseId,
    title: one.title,
    from: `${one.firstYear}-01-01`,
    to: lastDay(one.firstYear + one.years + one.optionYears - 1),
  };
}

/** The rows of the table that says the same as the chart. */
export function laneRows(lanes: readonly Lane[], says: (kind: string) => string): string[][] {
  return lanes.flatMap(({ title, bars, points }) => [
    ...bars.map(({ kind, from, to }) => [title, says(kind), from, to]),
    ...points.map(({ kind, on }) => [title, says(kind), on, on]),
  ]);
}
