import { Injectable } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { unitCodeOf, unitsByCode, UnitsDoNotAgree } from '@samanker/classification';
import type { Work } from '@samanker/database';
import { fulfil } from '@samanker/expectation';
import {
  behalfOf,
  limitCheck,
  lockParticipation,
  logAbout,
  loggedBehalf,
  markOnBehalf,
  mayContributeFor,
  ParticipationWithdrawn,
  refusedInParticipation,
  type LockedParticipation,
} from '@samanker/participation';
import { bumpVolumeVersion, CaseClosed, CaseFrozen } from '@samanker/procurement-case';
import {
  IdempotencyKeyReused,
  LogInTooWeak,
  InvalidInput,
  NotFound,
  NotPermitted,
  Refusal,
  type Asker,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { checkCells, type Cell } from './check-cells';
import { DeclareVolumesInput } from './declare-volumes.input';
import { declareCells, saveDraft } from './keep-cells';
import { VolumeSheet } from './volume-sheet.type';
import { VolumesDeclared } from './volume.events';
import { figuresOf } from './volume.queries';
import { MaximumBelowExpected, NothingToDeclare, YearOutsideTerm } from './volume.refusals';
import { volumeSheetOf } from './volume-sheet.queries';

export const DeclareVolumesResult = createUnionType({
  name: 'DeclareVolumesResult',
  description: 'The volume sheet as it is kept now, or why nothing was kept.',
  types: () =>
    [
      VolumeSheet,
      NotFound,
      NotPermitted,
      InvalidInput,
      YearOutsideTerm,
      MaximumBelowExpected,
      NothingToDeclare,
      UnitsDoNotAgree,
      CaseFrozen,
      CaseClosed,
      ParticipationWithdrawn,
      IdempotencyKeyReused,
      LogInTooWeak,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/**
 * Declares the volumes of one organisation, or saves some of them for itself (R20, R28). Exactly the cells that were sent
 * are written: two people who fill in different cells at once both keep theirs. What was declared before can be declared
 * anew; when that goes outside the decision's limits, the participation must be anchored again (R4), in the same commit.
 */
@Injectable()
export class DeclareVolumes {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: DeclareVolumesInput): Promise<VolumeSheet | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'declareVolumes',
      load: (work) => lockParticipation(work, input.participationId),
      may: mayContributeFor,
      carryOut: (work, subject) => keepVolumes(work, subject, input, 'declareVolumes'),
      answer: async (work, id) => (await volumeSheetOf(work, id))!,
    });
  }
}

/** Declares or saves cells of a locked participation; the log names the verb that the person carried out. */
export async function keepVolumes(
  work: Work,
  subject: LockedParticipation,
  input: DeclareVolumesInput,
  verb: 'declareVolumes' | 'importVolumes' | 'importRunningCase',
): Promise<Done | Refusal> {
  const behalf = await behalfOf(work, subject, input.onBehalf);
  if (behalf instanceof InvalidInput) return behalf;
  const refused = refusedInParticipation(subject);
  if (refused) return refused;
  const cells = await checkedCells(work, subject, input);
  if (cells instanceof Refusal) return cells;

  if (!input.declare) {
    await saveDraft(work, subject.id, cells);
    await markOnBehalf(work, subject, 'declareVolumes', behalf);
    // What is in a draft is the organisation's own: the log says only that it was saved (R28).
    work.log({
      verb,
      ...logAbout(subject),
      after: { declare: false, cells: cells.length, onBehalf: loggedBehalf(behalf) },
    });
    return { id: subject.id };
  }
  const declared = await declareCells(work, subject.id, cells);
  if (declared === 'NOTHING') return new NothingToDeclare(['input', 'cells']);
  const { changed, before } = declared;
  if (changed === null) return { id: subject.id };
  await markOnBehalf(work, subject, 'declareVolumes', behalf);
  await fulfil(work, { kind: 'VOLUMES', subjectId: subject.id });
  if (changed.length > 0) await bumpVolumeVersion(work, subject.case.id);
  await limitCheck(work, subject.id, await figuresOf(work, subject.id), { begun: true });
  work.log({
    verb,
    ...logAbout(subject),
    before: { cells: before },
    after: { declare: true, cells: changed, onBehalf: loggedBehalf(behalf) },
  });
  work.publish(new VolumesDeclared({ participationId: subject.id, caseId: subject.case.id }));
  return { id: subject.id };
}

async function checkedCells(
  work: Work,
  subject: LockedParticipation,
  input: DeclareVolumesInput,
): Promise<Cell[] | Refusal> {
  const items = await work.query<{ id: string; unitCode: string }>(
    'select id, unit_code as "unitCode" from volume_item where case_id = $1',
    [subject.case.id],
    'items-of-case',
  );
  const named = input.cells.flatMap(({ unitCode }) => (unitCode == null ? [] : [unitCodeOf(unitCode) ?? unitCode]));
  const units = await unitsByCode(work, [...items.map((item) => item.unitCode), ...named]);
  return checkCells(input.cells, {
    term: subject.case,
    unitOfItem: new Map(items.map((item) => [item.id, item.unitCode])),
    units,
  });
}
