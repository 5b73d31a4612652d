import { formatDate, type LocalDate } from '@samanker/clock';
import type { SheetBody } from './sheet-columns.rules';
import type { SheetFault } from './sheet-faults';
import type { ReadRow } from './sheet-rows.rules';
import type { SheetMeaning } from './sheet-wordings.rules';

/** A step of a route as it stands, or as it will be made. */
export interface RouteStepKnown {
  readonly position: number;
  readonly title: string;
  readonly kind: 'ADMINISTRATIVE' | 'POLITICAL';
  readonly weight: 'ADVISORY' | 'RECOMMENDING' | 'DECIDING';
  readonly bodyKind: string | null;
  readonly outcome: string | null;
  readonly decidedOn: LocalDate | null;
  readonly done: boolean;
}

/** How what the sheet says stands to what is known already. */
export type Standing = 'NEW' | 'UNCHANGED' | 'KEPT';

/** A decision of the sheet at a step of the route. */
export interface PlannedDecision {
  readonly cell: string;
  readonly text: string;
  readonly position: number;
  readonly title: string;
  readonly outcome: SheetOutcome;
  readonly on: LocalDate;
  readonly standing: Standing;
  readonly bodyCase: string | null;
  readonly archiveCase: string | null;
}

export type SheetOutcome =
  | 'STATEMENT'
  | 'RECOMMENDED'
  | 'RECOMMENDED_WITH_CHANGES'
  | 'NOT_RECOMMENDED'
  | 'APPROVED'
  | 'APPROVED_WITH_CONDITIONS'
  | 'REJECTED'
  | 'DEFERRED';

/** Something to remember that is no decision: what they said, and why it is none. */
export interface PlannedNote {
  readonly cell: string;
  readonly text: string;
  readonly because: 'COMMENT' | 'CONTACT' | 'STATUS' | 'DATE_MISSING' | 'WORDS_MISSING' | 'BODY_MISSING';
}

/** What one row comes to. */
export interface RowPlan {
  readonly decisions: readonly PlannedDecision[];
  readonly notes: readonly PlannedNote[];
  readonly saysBy: { readonly cell: string; readonly text: string; readonly on: LocalDate } | null;
  readonly faults: readonly SheetFault[];
}

type Statement = ReadRow['statements'][number];

const DECISIONS: ReadonlySet<SheetMeaning | null> = new Set([
  'RECOMMENDED',
  'NOT_RECOMMENDED',
  'APPROVED',
  'APPROVED_WITH_CONDITIONS',
  'REJECTED',
  'POSTPONED',
]);

/** What a row makes of a route. Only what has a date is a decision; everything else is kept as a note. */
export function planRow(
  row: ReadRow,
  steps: readonly RouteStepKnown[],
  today: LocalDate,
  openedOn: LocalDate | null,
): RowPlan {
  const decisions: PlannedDecision[] = [];
  const notes: PlannedNote[] = row.comments.map((one) => ({ ...one, because: 'COMMENT' }));
  const faults: SheetFault[] = [];
  const { contact, saysBy: said } = row;
  if (contact) notes.push({ cell: contact.cell, text: `Kontakt: ${contact.text}`, because: 'CONTACT' });
  let saysBy: RowPlan['saysBy'] =
    said?.on && said.on >= today ? { cell: said.cell, text: said.text, on: said.on } : null;
  // A day that is past, or no day at all, is only something that was said.
  if (said && !saysBy) notes.push({ cell: said.cell, text: said.text, because: 'COMMENT' });
  for (const one of row.statements) {
    const read = readOf(one, steps, today, openedOn);
    if ('fault' in read) faults.push({ cell: one.cell, ...read });
    else if ('because' in read)
      notes.push({ cell: one.cell, text: `Status: ${one.text || formatDate(one.date!)}`, because: read.because });
    else if ('decision' in read) decisions.push(read.decision);
    else if ('ahead' in read) saysBy ??= { cell: one.cell, text: one.text, on: read.ahead };
  }
  decisions.sort((a, b) => a.position - b.position);
  faults.push(...outOfOrder(decisions, steps));
  return { decisions, notes, saysBy, faults };
}

type Read =
  | { readonly decision: PlannedDecision }
  | { readonly because: PlannedNote['because'] }
  | { readonly ahead: LocalDate }
  | Pick<SheetFault, 'fault' | 'about'>
  | { readonly nothing: true };

/** What one cell about a decision comes to. */
function readOf(said: Statement, steps: readonly RouteStepKnown[], today: LocalDate, openedOn: LocalDate | null): Read {
  const { cell, text, date, meaning, body, bodyCase, archiveCase } = said;
  // Words that are not known are a fault of the row already; a choice stands beside the decisions.
  if (meaning === null || ['FIRM', 'OPTION', 'OUT'].includes(meaning)) return { nothing: true };
  const decided = DECISIONS.has(meaning);
  if (date !== null && date > today)
    return decided && meaning !== 'POSTPONED' ? { fault: 'DATE_IN_FUTURE', about: date } : { ahead: date };
  if (!decided) {
    if (meaning !== 'NOTHING_YET') return { because: 'STATUS' };
    return date === null ? { nothing: true } : { because: 'WORDS_MISSING' };
  }
  if (date === null) return { because: 'DATE_MISSING' };
  if (openedOn !== null && date < openedOn) return { fault: 'DATE_TOO_EARLY', about: openedOn };
  const step = stepOf(said, steps);
  if (!step && meaning === 'POSTPONED' && body === null) return { because: 'BODY_MISSING' };
  if (!step) return { fault: 'NO_SUCH_STEP', about: body ?? '' };
  const outcome = outcomeAt(meaning, step.weight);
  if (!outcome) return { fault: 'BODY_DECIDES', about: step.title };
  const standing = standingOf(step, steps, outcome, date);
  const { position, title } = step;
  return { decision: { cell, text, position, title, outcome, on: date, standing, bodyCase, archiveCase } };
}

/** The step that a statement is about: of the body it names; a decision that names none is the deciding one's. */
function stepOf({ body, meaning }: Statement, steps: readonly RouteStepKnown[]): RouteStepKnown | null {
  const deciding = steps.filter(({ weight }) => weight === 'DECIDING');
  if (body) return [...steps].reverse().find((step) => isOf(step, body)) ?? null;
  if (meaning === 'POSTPONED') return null;
  if (meaning === 'RECOMMENDED' || meaning === 'NOT_RECOMMENDED') {
    const recommending = steps.filter(({ weight, kind }) => weight === 'RECOMMENDING' && kind === 'POLITICAL');
    return recommending.at(-1) ?? null;
  }
  return deciding.at(-1) ?? null;
}

function isOf(step: RouteStepKnown, body: SheetBody): boolean {
  return body === 'ADMINISTRATION' ? step.kind === 'ADMINISTRATIVE' : step.bodyKind === body;
}

const AT_RECOMMENDING: Partial<Record<SheetMeaning, SheetOutcome>> = {
  APPROVED: 'RECOMMENDED',
  RECOMMENDED: 'RECOMMENDED',
  APPROVED_WITH_CONDITIONS: 'RECOMMENDED_WITH_CHANGES',
  REJECTED: 'NOT_RECOMMENDED',
  NOT_RECOMMENDED: 'NOT_RECOMMENDED',
};

/** What a word comes to by what the step is: a committee that recommends and "approves" has recommended. */
function outcomeAt(meaning: SheetMeaning, weight: RouteStepKnown['weight']): SheetOutcome | null {
  if (meaning === 'POSTPONED') return 'DEFERRED';
  if (weight === 'ADVISORY') return 'STATEMENT';
  if (weight === 'RECOMMENDING') return AT_RECOMMENDING[meaning] ?? null;
  return meaning === 'RECOMMENDED' || meaning === 'NOT_RECOMMENDED' ? null : (meaning as SheetOutcome);
}

/** What is recorded is never overwritten: it is the same, or it stays. */
function standingOf(
  step: RouteStepKnown,
  steps: readonly RouteStepKnown[],
  outcome: SheetOutcome,
  on: LocalDate,
): Standing {
  if (step.outcome !== null) {
    if (step.outcome === outcome && step.decidedOn === on) return 'UNCHANGED';
    // What was only postponed can be decided on a later day.
    return step.done || step.decidedOn === null || on <= step.decidedOn ? 'KEPT' : 'NEW';
  }
  const later = steps.some((other) => other.position > step.position && other.outcome !== null);
  return step.done || later ? 'KEPT' : 'NEW';
}

/** Decisions of one route come in its order; what is recorded before counts as well. */
function outOfOrder(decisions: readonly PlannedDecision[], steps: readonly RouteStepKnown[]): SheetFault[] {
  return decisions.flatMap(({ cell, position, on, standing }, at) => {
    if (standing !== 'NEW') return [];
    const days = [
      ...decisions.slice(0, at).map((one) => one.on),
      ...steps.flatMap((step) => (step.position < position && step.decidedOn ? [step.decidedOn] : [])),
    ];
    const latest = days.sort().at(-1);
    return latest !== undefined && latest > on ? [{ cell, fault: 'OUT_OF_ORDER' as const, about: latest }] : [];
  });
}
