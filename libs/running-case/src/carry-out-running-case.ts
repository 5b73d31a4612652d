import { createHash } from 'node:crypto';
import { inviteInto, takeOverRoute, type PastDecision } from '@samanker/anchoring';
import type { Work } from '@samanker/database';
import { registerBodies } from '@samanker/meeting-calendar';
import { LONGEST_NOTE, takeOverNotes } from '@samanker/note';
import { chooseFor, lockParticipation, type Choice, type OnBehalfInput } from '@samanker/participation';
import { checkCase, classified, createCase, lockCase, refusedByStage } from '@samanker/procurement-case';
import { InvalidInput, Refusal } from '@samanker/request';
import { keepVolumes } from '@samanker/volume';
import type { ImportRunningCaseInput } from './import-running-case.input';
import type { PlannedRow, RunningCasePlan } from './plan-running-case';
import { knownCase, type KnownCase } from './running-case.queries';
import { hasDecided } from './told-running-case';

const VERB = 'importRunningCase';

/** Makes what the plan says, all of it or nothing. Answers the id of the case. */
export async function carryOutRunningCase(
  work: Work,
  input: ImportRunningCaseInput,
  hostOrganisationId: string,
  plan: RunningCasePlan,
): Promise<{ id: string } | Refusal> {
  const known = plan.known ?? (await makeCase(work, input, hostOrganisationId, plan));
  if (known instanceof Refusal) return known;
  const locked = (await lockCase(work, known.id))!;
  const refused = refusedByStage(locked.stage);
  if (refused) return refused;
  const rows = plan.rows.filter((row) => row.organisationId !== null);
  await registerBodies(
    work,
    rows.flatMap(({ bodies }) => bodies.map(({ organisationId, name, kind }) => ({ organisationId, name, kind }))),
    VERB,
  );
  const undecided = new Set(rows.filter((row) => !hasDecided(row)).map(({ organisationId }) => organisationId));
  await inviteInto(
    work,
    locked,
    rows.filter((row) => !row.known?.steps.length).map(({ organisationId }) => organisationId!),
    { isTold: (organisationId) => input.sendInvitations && undecided.has(organisationId) },
  );
  const ids = await participationsOf(work, known.id);
  const sha256 = createHash('sha256')
    .update(input.table ?? input.file ?? '')
    .digest('hex');
  for (const row of rows) {
    const refusal = await carryOutRow(work, row, ids.get(row.organisationId!)!, known, (cell) => ({
      because: `${input.because!.trim()} (${sourceOf(input)}, ${cell}, SHA-256 ${sha256})`,
      evidence: input.evidence!,
    }));
    if (refusal) return refusal;
  }
  return { id: known.id };
}

function sourceOf({ fileName }: ImportRunningCaseInput): string {
  return fileName?.trim() || 'limt inn';
}

async function makeCase(
  work: Work,
  { newCase }: ImportRunningCaseInput,
  hostOrganisationId: string,
  plan: RunningCasePlan,
): Promise<KnownCase | Refusal> {
  if (!newCase) return new InvalidInput(['input', 'newCase'], 'REQUIRED');
  const fault = checkCase(newCase, work.today);
  if (fault) return under('newCase', fault);
  const first = plan.rows.flatMap(({ decisions }) => decisions.map(({ on }) => on)).sort()[0];
  const openedOn = newCase.openedOn ?? first ?? work.today;
  if (openedOn > work.today) return new InvalidInput(['input', 'newCase', 'openedOn'], 'DATE_IN_FUTURE');
  const { title, description, decisionDeadline, firstYear, years, optionYears, parts } = newCase;
  const given = await classified(work, {
    title: title.trim(),
    description: description ?? null,
    hostOrganisationId,
    openedOn,
    decisionDeadline,
    firstYear,
    years,
    optionYears,
    parts,
  });
  if (given instanceof InvalidInput) return under('newCase', given);
  const { caseId } = await createCase(work, given, VERB);
  return (await knownCase(work, { caseId, hostOrganisationId, title: null }))!;
}

/** The same fault, with the field of the input that the case stands in. */
function under(field: string, fault: InvalidInput): InvalidInput {
  const { path } = fault;
  path.splice(1, 0, field);
  return fault;
}

async function participationsOf(work: Work, caseId: string): Promise<Map<string, string>> {
  const rows = await work.query<{ id: string; organisationId: string }>(
    'select id, organisation_id as "organisationId" from participation where case_id = $1',
    [caseId],
  );
  return new Map(rows.map(({ id, organisationId }) => [organisationId, id]));
}

async function carryOutRow(
  work: Work,
  row: PlannedRow,
  participationId: string,
  known: KnownCase,
  behalfAt: (cell: string) => OnBehalfInput,
): Promise<Refusal | null> {
  const fresh = row.choices.filter(({ standing }) => standing === 'NEW');
  if (fresh.length > 0) {
    const subject = (await lockParticipation(work, participationId))!;
    const choices = new Map<string, Choice>();
    for (const { partNumber, choice } of fresh)
      for (const part of known.parts)
        if (partNumber === null || part.number === partNumber) choices.set(part.id, choice as Choice);
    const done = await chooseFor(
      work,
      subject,
      {
        participationId,
        choices: [...choices].map(([partId, choice]) => ({ partId, choice })),
        onBehalf: behalfAt(fresh[0]!.cell),
      },
      VERB,
    );
    if (done instanceof Refusal) return done;
  }
  if (row.volumes?.standing === 'NEW') {
    const subject = (await lockParticipation(work, participationId))!;
    const cells = row.volumes.quantities.map(({ itemNumber, year, expected }) => ({
      itemId: known.items[itemNumber - 1]!.id,
      year,
      expected,
      modelled: false,
    }));
    const onBehalf = behalfAt(row.volumes.cell);
    const done = await keepVolumes(work, subject, { participationId, cells, declare: true, onBehalf }, VERB);
    if (done instanceof Refusal) return done;
  }
  const texts = row.notes.flatMap(({ standing, text }) => (standing === 'NEW' ? [text.slice(0, LONGEST_NOTE)] : []));
  const saysOn = row.saysBy?.standing === 'NEW' ? row.saysBy.on : null;
  if (texts.length > 0 || saysOn)
    await takeOverNotes(work, (await lockParticipation(work, participationId))!, { texts, saysOn }, VERB);
  return takeOverRoute(work, participationId, pastOf(row, behalfAt));
}

function pastOf(row: PlannedRow, behalfAt: (cell: string) => OnBehalfInput): PastDecision[] {
  return row.decisions
    .filter(({ standing }) => standing === 'NEW')
    .map(({ position, outcome, on, cell, text, bodyCase, archiveCase }) => ({
      position,
      content: {
        outcome,
        decidedOn: on,
        onBehalf: behalfAt(cell),
        details: { bodyCase: bodyCase?.slice(0, 40) ?? null, archiveCase: archiveCase?.slice(0, 40) ?? null },
        // What is to be met stands in words of its own, or in the status itself.
        conditions:
          outcome === 'APPROVED_WITH_CONDITIONS'
            ? [{ text: (row.read.comments[0]?.text ?? text).slice(0, 4_000), kind: 'BEFORE_NOTICE' as never }]
            : null,
      },
    }));
}
