import { StepOutcome } from '@samanker/anchoring';
import { cellName } from '@samanker/attachment';
import { Choice } from '@samanker/participation';
import type { Language, Texts } from '@samanker/request';
import type { PlannedRow, RunningCasePlan } from './plan-running-case';
import { MOST_FAULTS, MOST_TOLD, RunningCaseImport } from './running-case-import.type';
import { RunningCaseEffectKind, RunningCaseNoteReason, RunningCaseStanding } from './running-case.enums';
import {
  RunningCaseColumn,
  RunningCaseEffect,
  RunningCaseFault,
  RunningCaseRow,
  RunningCaseSuggestion,
  RunningCaseWording,
} from './running-case.type';
import { SHEET_FAULTS, type SheetFault } from './sheet-faults';

/** Whether a municipality of the sheet has decided by it. */
export function hasDecided({ decisions, known }: PlannedRow): boolean {
  const final = ['APPROVED', 'APPROVED_WITH_CONDITIONS', 'REJECTED'];
  return (
    decisions.some(({ outcome }) => final.includes(outcome)) ||
    (known?.steps.some(({ outcome, weight }) => weight === 'DECIDING' && final.includes(outcome ?? '')) ?? false)
  );
}

/** A plan as it is told, in the language of the one who asks. */
export function toldRunningCase(plan: RunningCasePlan, language: Language, dryRun: boolean): RunningCaseImport {
  const names = new Map(plan.members.map(({ id, name }) => [id, name]));
  const named = plan.rows.filter(({ read }) => read.kind !== 'HEADING');
  const effects = plan.rows.flatMap(effectsOf);
  const fresh = (kind: RunningCaseEffectKind): number =>
    effects.filter((one) => one.kind === kind && one.standing === RunningCaseStanding.NEW).length;
  const decided = plan.rows.flatMap(({ decisions }) => decisions.map(({ on }) => on)).sort();
  return Object.assign(new RunningCaseImport(), {
    dryRun,
    caseId: plan.known?.id ?? null,
    knownCaseTitle: plan.known?.title ?? null,
    sheetName: plan.chosen.sheet.name,
    sheetNames: [...plan.chosen.names],
    headingRow: plan.header.row === null ? null : plan.header.row + 1,
    columns: plan.header.columns.map((column) =>
      Object.assign(new RunningCaseColumn(), { ...column, letters: lettersOf(column.column) }),
    ),
    rowCount: named.length,
    rows: named.slice(0, MOST_TOLD).map((row) => toldRow(row, names)),
    unknownWordings: wordingsOf(plan.rows),
    newParticipations: fresh(RunningCaseEffectKind.PARTICIPATION),
    undecided: plan.rows.filter((row) => row.organisationId !== null && !row.known && !hasDecided(row)).length,
    newDecisions: fresh(RunningCaseEffectKind.DECISION),
    newVolumes: fresh(RunningCaseEffectKind.VOLUMES),
    newNotes: fresh(RunningCaseEffectKind.NOTE) + fresh(RunningCaseEffectKind.THEY_SAY),
    newChoices: fresh(RunningCaseEffectKind.CHOICE),
    kept: effects.filter(({ standing }) => standing === RunningCaseStanding.KEPT).length,
    firstDecisionOn: decided[0] ?? null,
    faultCount: plan.faults.length,
    faults: plan.faults.slice(0, MOST_FAULTS).map((one) => toldFault(one, language)),
  });
}

function lettersOf(column: number): string {
  return cellName('', 0, column).replace(/[!\d]/g, '');
}

/** A fault in words. */
export function toldFault({ cell, fault, about }: SheetFault, language: Language): RunningCaseFault {
  const texts: Texts = SHEET_FAULTS[fault];
  const text = language === 'NN' ? texts.nn : language === 'EN' ? texts.en : texts.nb;
  const shown = /^\d{4}-\d{2}-\d{2}$/.test(about) ? about.split('-').reverse().join('.') : about;
  return Object.assign(new RunningCaseFault(), { cell, message: text.replace('{about}', () => shown) });
}

function toldRow(row: PlannedRow, names: ReadonlyMap<string, string>): RunningCaseRow {
  const { read, organisationId } = row;
  const suggested = read.match.kind === 'FOUND' ? [] : read.match.suggestions;
  return Object.assign(new RunningCaseRow(), {
    rowNumber: read.row + 1,
    text: read.text,
    leftOut: read.kind === 'LEFT_OUT',
    organisationId,
    organisationName: names.get(organisationId ?? '') ?? null,
    suggestions: suggested.map((id) =>
      Object.assign(new RunningCaseSuggestion(), { organisationId: id, name: names.get(id) ?? '' }),
    ),
    effects: effectsOf(row),
  });
}

const NO_MORE = { title: null, outcome: null, choice: null, on: null, quantities: null, text: null, because: null };

function effectsOf(row: PlannedRow): RunningCaseEffect[] {
  if (row.organisationId === null) return [];
  const { cell } = row.read;
  const effect = (
    kind: RunningCaseEffectKind,
    standing: `${RunningCaseStanding}`,
    more: Partial<RunningCaseEffect> & { cell: string },
  ): RunningCaseEffect =>
    Object.assign(new RunningCaseEffect(), { ...NO_MORE, kind, standing: RunningCaseStanding[standing], ...more });
  return [
    effect(RunningCaseEffectKind.PARTICIPATION, row.known ? 'UNCHANGED' : 'NEW', { cell }),
    ...row.bodies.map(({ name }) => effect(RunningCaseEffectKind.BODY, 'NEW', { cell, title: name })),
    ...row.decisions.map(({ cell: at, title, outcome, on, standing }) =>
      effect(RunningCaseEffectKind.DECISION, standing, { cell: at, title, on, outcome: StepOutcome[outcome] }),
    ),
    ...row.choices.map(({ cell: at, choice, standing }) =>
      effect(RunningCaseEffectKind.CHOICE, standing, { cell: at, choice: Choice[choice] }),
    ),
    ...(row.volumes
      ? [
          effect(RunningCaseEffectKind.VOLUMES, row.volumes.standing, {
            cell: row.volumes.cell,
            quantities: row.volumes.quantities.length,
          }),
        ]
      : []),
    ...(row.saysBy
      ? [effect(RunningCaseEffectKind.THEY_SAY, row.saysBy.standing, { cell: row.saysBy.cell, on: row.saysBy.on })]
      : []),
    ...row.notes.map(({ cell: at, text, because, standing }) =>
      effect(RunningCaseEffectKind.NOTE, standing, { cell: at, text, because: RunningCaseNoteReason[because] }),
    ),
  ];
}

function wordingsOf(rows: readonly PlannedRow[]): RunningCaseWording[] {
  const found = new Map<string, RunningCaseWording>();
  for (const { faults } of rows)
    for (const { cell, fault, about } of faults) {
      if (fault !== 'UNKNOWN_WORDING') continue;
      const known = found.get(about);
      if (known) known.count += 1;
      else found.set(about, Object.assign(new RunningCaseWording(), { wording: about, cell, count: 1 }));
    }
  return [...found.values()].slice(0, MOST_FAULTS);
}
