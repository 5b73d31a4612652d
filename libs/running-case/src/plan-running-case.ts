import type { Work } from '@samanker/database';
import { newRoutesOf, type ComingBody } from '@samanker/anchoring';
import { bodiesOfOrganisations } from '@samanker/meeting-calendar';
import { bodiesToCome } from './coming-bodies.rules';
import type { SheetChosen } from './given-sheet';
import type { ImportRunningCaseInput } from './import-running-case.input';
import { plannedVolumes, standingOfVolumes, type PlannedVolumes } from './planned-volumes.rules';
import { planRow, type PlannedNote, type RouteStepKnown, type RowPlan, type Standing } from './row-plan.rules';
import {
  knownCase,
  knownMunicipalities,
  knownParticipations,
  type KnownCase,
  type KnownParticipation,
} from './running-case.queries';
import { readHeader, type ReadHeader } from './running-sheet.rules';
import type { SheetFault } from './sheet-faults';
import { MunicipalityFinder, type KnownMunicipality } from './sheet-municipalities.rules';
import { readRows, type ReadRow } from './sheet-rows.rules';
import { plain } from './sheet-text.rules';

/** What one row will make. */
export interface PlannedRow extends Omit<RowPlan, 'notes' | 'saysBy'> {
  readonly notes: readonly (PlannedNote & { readonly standing: Standing })[];
  readonly saysBy: (NonNullable<RowPlan['saysBy']> & { readonly standing: Standing }) | null;
  readonly read: ReadRow;
  readonly organisationId: string | null;
  readonly known: KnownParticipation | null;
  readonly bodies: readonly ComingBody[];
  readonly choices: readonly {
    readonly cell: string;
    readonly partNumber: number | null;
    readonly choice: 'FIRM' | 'OPTION' | 'OUT';
    readonly standing: Standing;
  }[];
  readonly volumes: (PlannedVolumes & { readonly standing: Standing }) | null;
}

/** What a whole sheet will make. */
export interface RunningCasePlan {
  readonly chosen: SheetChosen;
  readonly header: ReadHeader;
  readonly known: KnownCase | null;
  readonly members: readonly KnownMunicipality[];
  readonly rows: readonly PlannedRow[];
  readonly faults: readonly SheetFault[];
}

/** Reads a sheet and holds it against what is known; changes nothing. */
export async function planRunningCase(
  work: Work,
  input: ImportRunningCaseInput,
  hostOrganisationId: string,
  chosen: SheetChosen,
): Promise<RunningCasePlan> {
  const { newCase, caseId } = input;
  const known =
    caseId || newCase
      ? await knownCase(work, { caseId: caseId ?? null, hostOrganisationId, title: newCase?.title ?? null })
      : null;
  const members = await knownMunicipalities(work);
  const finder = new MunicipalityFinder(members);
  const items =
    known?.items.map(({ name }) => name) ?? newCase?.parts.flatMap((part) => part.items.map(({ name }) => name)) ?? [];
  const header = readHeader(chosen.sheet, input.columns ?? [], items, finder);
  const ids = new Set(members.map(({ id }) => id));
  const read = readRows(chosen.sheet, header, {
    today: work.today,
    finder,
    known: new Map(input.wordings?.map(({ wording, meaning }) => [wording, meaning])),
    said: new Map(
      input.municipalities?.flatMap((one) =>
        ids.has(one.organisationId) ? [[plain(one.text), one.organisationId] as const] : [],
      ),
    ),
    leftOut: new Set(input.leaveOutRows?.map((row) => row - 1)),
  });
  const participations = known
    ? await knownParticipations(work, known.id, hostOrganisationId)
    : new Map<string, KnownParticipation>();
  const found = read.flatMap((row) => (row.kind === 'MUNICIPALITY' && row.match.kind === 'FOUND' ? [row] : []));
  const fresh = found.filter(({ match }) => match.kind === 'FOUND' && !participations.get(match.id)?.steps.length);
  const freshIds = [...new Set(fresh.flatMap(({ match }) => (match.kind === 'FOUND' ? [match.id] : [])))];
  const bodies = await bodiesOfOrganisations(work, freshIds);
  const coming = fresh.flatMap((row) => {
    const organisationId = row.match.kind === 'FOUND' ? row.match.id : '';
    const own = bodies.filter((body) => body.organisationId === organisationId).map(({ kind }) => kind);
    return bodiesToCome(row, own).map((body) => ({ ...body, id: `${organisationId} ${body.kind}`, organisationId }));
  });
  const routes = await routesToCome(work, freshIds, [...bodies], coming);
  const term = known ?? newCase ?? null;
  const rows = read.map((row): PlannedRow => {
    const organisationId = row.kind === 'MUNICIPALITY' && row.match.kind === 'FOUND' ? row.match.id : null;
    const participation = organisationId === null ? null : (participations.get(organisationId) ?? null);
    const steps = participation?.steps.length ? participation.steps : (routes.get(organisationId ?? '') ?? []);
    const plan =
      organisationId === null ? NOTHING : planRow(row, steps, work.today, known?.openedOn ?? newCase?.openedOn ?? null);
    const { volumes, faults } = plannedVolumes(row, header.columns, items.length, term);
    return {
      ...plan,
      ...saidBefore(plan, participation),
      read: row,
      organisationId,
      known: participation,
      bodies: coming.filter((body) => body.organisationId === organisationId),
      choices: choicesOf(row, participation, known),
      volumes: volumes && { ...volumes, standing: standingIn(known, participation, volumes) },
      faults: organisationId === null ? [] : [...row.faults, ...plan.faults, ...faults],
    };
  });
  return { chosen, header, known, members, rows, faults: faultsOf(header, rows) };
}

const NOTHING: RowPlan = { decisions: [], notes: [], saysBy: null, faults: [] };

async function routesToCome(
  work: Work,
  organisationIds: readonly string[],
  bodies: readonly { readonly id: string; readonly kind: string }[],
  coming: readonly ComingBody[],
): Promise<Map<string, RouteStepKnown[]>> {
  const kinds = new Map([...bodies, ...coming].map(({ id, kind }) => [id, kind as string]));
  const routes = await newRoutesOf(work, organisationIds, coming);
  return new Map(
    [...routes].map(([organisationId, steps]) => [
      organisationId,
      steps.map(({ position, title, kind, weight, bodyId }) => ({
        position,
        title,
        kind,
        weight,
        bodyKind: kinds.get(bodyId ?? '') ?? null,
        outcome: null,
        decidedOn: null,
        done: false,
      })),
    ]),
  );
}

function choicesOf(
  row: ReadRow,
  participation: KnownParticipation | null,
  known: KnownCase | null,
): PlannedRow['choices'] {
  const stated = row.statements.flatMap((one) =>
    ['FIRM', 'OPTION', 'OUT'].includes(one.meaning ?? '') ? [{ ...one, partNumber: null }] : [],
  );
  return [...row.choices, ...stated].map(({ cell, partNumber, meaning }) => {
    const choice = meaning as 'FIRM' | 'OPTION' | 'OUT';
    const parts = (known?.parts ?? []).filter(({ number }) => partNumber === null || number === partNumber);
    const before = parts.map(({ id }) => participation?.choices.find(({ partId }) => partId === id)?.choice ?? null);
    const standing: Standing =
      before.length === 0 || before.every((one) => one === null)
        ? 'NEW'
        : before.every((one) => (one as string | null) === choice)
          ? 'UNCHANGED'
          : 'KEPT';
    return { cell, partNumber, choice, standing };
  });
}

function standingIn(
  known: KnownCase | null,
  participation: KnownParticipation | null,
  { quantities }: PlannedVolumes,
): Standing {
  if (!known || !participation) return 'NEW';
  const wanted = quantities.map(({ itemNumber, year, expected }) => ({
    itemId: known.items[itemNumber - 1]!.id,
    year,
    expected,
  }));
  return standingOfVolumes(wanted, { begun: participation.volumesBegun, lines: [...participation.lines] });
}

/** What the host has written down already; another day that was said is not overwritten. */
function saidBefore(
  { notes, saysBy }: RowPlan,
  known: KnownParticipation | null,
): Pick<PlannedRow, 'notes' | 'saysBy'> {
  const before = known?.saysOn ?? null;
  return {
    notes: notes.map((note) => ({ ...note, standing: known?.notes.includes(note.text) ? 'UNCHANGED' : 'NEW' })),
    saysBy: saysBy && {
      ...saysBy,
      standing: before === null ? 'NEW' : before === saysBy.on ? 'UNCHANGED' : 'KEPT',
    },
  };
}

/** Everything that stops the import: no municipality twice, none unknown, and every cell readable. */
function faultsOf(header: ReadHeader, rows: readonly PlannedRow[]): SheetFault[] {
  const has = header.columns.some(({ meaning }) => meaning === 'MUNICIPALITY' || meaning === 'MUNICIPALITY_NUMBER');
  if (!has) return [{ cell: '', fault: 'NO_MUNICIPALITIES', about: '' }];
  const named = rows.filter(({ read }) => read.kind === 'MUNICIPALITY');
  if (named.length === 0) return [{ cell: '', fault: 'NO_ROWS', about: '' }];
  const seen = new Map<string, string>();
  return named.flatMap(({ read, organisationId, faults }) => {
    if (organisationId === null)
      return [
        read.match.kind === 'CONTRADICTION'
          ? { cell: read.cell, fault: 'NAME_AND_NUMBER_DIFFER' as const, about: '' }
          : { cell: read.cell, fault: 'UNKNOWN_MUNICIPALITY' as const, about: read.text.slice(0, 60) },
      ];
    const before = seen.get(organisationId);
    seen.set(organisationId, read.cell);
    return before ? [{ cell: read.cell, fault: 'MUNICIPALITY_TWICE' as const, about: before }, ...faults] : faults;
  });
}
