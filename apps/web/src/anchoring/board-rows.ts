import type { CaseBoardQuery, Choice } from '../generated/documents';
import { heldWithout, standingOf } from './standing';

export type Board = NonNullable<CaseBoardQuery['caseBoard']>;
export type Row = Board['rows'][number];
export type Step = Row['steps'][number];

/** Which municipalities are shown. The counts on top of the board are these filters. */
export const FILTERS = {
  ALL: () => true,
  ANCHORED: ({ state }: Row) => state === 'ANCHORED',
  ON_TRACK: ({ status }: Row) => status === 'ON_TRACK',
  AT_RISK: ({ status }: Row) => status === 'AT_RISK',
  LATE: (row: Row, today: string) => standingOf(row, today) === 'LATE',
  CANNOT_MAKE_IT: ({ status }: Row) => status === 'CANNOT_MAKE_IT',
  REANCHOR_REQUIRED: ({ state }: Row) => state === 'REANCHOR_REQUIRED',
  GONE: ({ state }: Row) => isGone(state),
  WAITS_FOR_YOU: ({ waitsForYou }: Row) => waitsForYou,
  OVERDUE: ({ overdue }: Row) => overdue,
  DUE_IN_7_DAYS: ({ dueIn7Days }: Row) => dueIn7Days,
  NO_ANSWER: ({ state }: Row) => state === 'INVITED',
  NOBODY_TO_ASK: ({ nobodyToAsk }: Row) => nobodyToAsk,
  OUTCOME_MISSING: ({ steps }: Row, today: string) => heldWithout(steps, today) !== undefined,
  NO_VOLUMES: ({ state, volumesDeclared }: Row) => !volumesDeclared && !isGone(state),
} as const satisfies Record<string, (row: Row, today: string) => boolean>;

export type Filter = keyof typeof FILTERS;

/** How far they have come, and where somebody has to do something. */
export const HOW_FAR: readonly Filter[] = [
  'ALL',
  'ANCHORED',
  'ON_TRACK',
  'AT_RISK',
  'LATE',
  'CANNOT_MAKE_IT',
  'REANCHOR_REQUIRED',
  'GONE',
];
export const TO_DO: readonly Filter[] = [
  'WAITS_FOR_YOU',
  'OVERDUE',
  'OUTCOME_MISSING',
  'DUE_IN_7_DAYS',
  'NO_ANSWER',
  'NOBODY_TO_ASK',
  'NO_VOLUMES',
];

export const isFilter = (text: string | null): text is Filter => text !== null && Object.hasOwn(FILTERS, text);

const isGone = (state: Row['state']): boolean => state === 'DECLINED' || state === 'WITHDRAWN';

/** In which order: what is due first, who has least to spare, by name, who must hand in first, the largest. */
export const SORTS = ['DUE', 'SLACK', 'NAME', 'SUBMISSION', 'POPULATION'] as const;
export type Sort = (typeof SORTS)[number];

export const isSort = (text: string | null): text is Sort => SORTS.some((sort) => sort === text);

/** A choice for one part, or that nothing is chosen: `1:FIRM`, `2:NONE`. */
export const CHOICES: readonly (Choice | 'NONE')[] = ['FIRM', 'OPTION', 'OUT', 'NONE'];

export interface View {
  readonly filter: Filter;
  readonly choice: string;
  readonly text: string;
  readonly sort: Sort;
}

const name = new Intl.Collator('nb');
const LAST = '9999-12-31';

const BY: Record<Sort, ((a: Row, b: Row) => number) | null> = {
  // As the service gives them.
  DUE: null,
  SLACK: (a, b) => (a.slackDays ?? Infinity) - (b.slackDays ?? Infinity) || 0,
  NAME: () => 0,
  SUBMISSION: (a, b) => (a.latestSubmissionOn ?? LAST).localeCompare(b.latestSubmissionOn ?? LAST),
  POPULATION: (a, b) => (b.population ?? 0) - (a.population ?? 0),
};

/** The rows of a view in its order. */
export function shownRows(rows: readonly Row[], { filter, choice, text, sort }: View, today: string): readonly Row[] {
  const sought = text.trim().toLocaleLowerCase('nb');
  const [part, chosen] = choice.split(':');
  const found = rows.filter(
    (row) =>
      FILTERS[filter](row, today) &&
      (!choice || row.choices.some((one) => String(one.number) === part && (one.choice ?? 'NONE') === chosen)) &&
      (!sought || row.organisationName.toLocaleLowerCase('nb').includes(sought)),
  );
  const by = BY[sort];
  return by ? found.sort((a, b) => by(a, b) || name.compare(a.organisationName, b.organisationName)) : found;
}

/** How many municipalities each filter holds. */
export function countsOf(rows: readonly Row[], today: string): Record<Filter, number> {
  const all = Object.keys(FILTERS) as Filter[];
  return Object.fromEntries(
    all.map((filter) => [filter, rows.filter((row) => FILTERS[filter](row, today)).length]),
  ) as Record<Filter, number>;
}

/** Why a municipality is late or cannot make it: the step that it fails at, and what would have been in time. */
export interface Why {
  readonly step: Step;
  /** The last day that would do for the step; null when no day does. */
  readonly latestOn: string | null;
  /** The text should have been in by this day. */
  readonly submissionMissedOn: string | null;
}

/** Null for those who are in time, for those who are done, and for those who have met and not said what came of it. */
export function whyLate({ status, steps, latestSubmissionOn }: Row, today: string): Why | null {
  if (standingOf({ status, steps }, today) === 'OUTCOME_MISSING') return null;
  if (status !== 'LATE' && status !== 'CANNOT_MAKE_IT') return null;
  const open = steps.filter(({ state }) => state !== 'DECIDED' && state !== 'NOT_REQUIRED');
  const step =
    open.find(({ plannedOn, latestOn }) => !latestOn || (plannedOn !== null && plannedOn > latestOn)) ?? open[0];
  if (!step) return null;
  return {
    step,
    latestOn: step.latestOn ?? null,
    submissionMissedOn: latestSubmissionOn && latestSubmissionOn < today ? latestSubmissionOn : null,
  };
}

/** The step that is next: the open one, else the first that waits. */
export function nextStep({ steps }: Row): Step | undefined {
  return (
    steps.find(({ state }) => state === 'OPEN' || state === 'SUBMITTED') ??
    steps.find(({ state }) => state === 'WAITING')
  );
}
