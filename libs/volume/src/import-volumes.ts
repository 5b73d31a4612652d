import { Injectable } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { readWorkbook, type WorkbookFault, type WorkbookSheet } from '@samanker/attachment';
import type { Work } from '@samanker/database';
import {
  lockParticipation,
  mayContributeFor,
  ParticipationWithdrawn,
  refusedInParticipation,
  type LockedParticipation,
} from '@samanker/participation';
import { CaseClosed, CaseFrozen } from '@samanker/procurement-case';
import {
  IdempotencyKeyReused,
  InvalidInput,
  LogInTooWeak,
  NotFound,
  NotPermitted,
  Refusal,
  type Asker,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { compareWorkbook, inputOf, type ComparedWorkbook } from './compare-workbook';
import { keepVolumes } from './declare-volumes';
import { ImportVolumesInput } from './import-volumes.input';
import { VolumeImport, WorkbookHasFaults, WorkbookNotAccepted } from './volume-import.type';
import { NothingToDeclare } from './volume.refusals';

export const ImportVolumesResult = createUnionType({
  name: 'ImportVolumesResult',
  description: 'What the workbook changed (or would change in a dry run), or why it was not taken.',
  types: () =>
    [
      VolumeImport,
      WorkbookNotAccepted,
      WorkbookHasFaults,
      NotFound,
      NotPermitted,
      InvalidInput,
      NothingToDeclare,
      CaseFrozen,
      CaseClosed,
      ParticipationWithdrawn,
      IdempotencyKeyReused,
      LogInTooWeak,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** Takes over a filled-in workbook: all of it or nothing; the same file again changes nothing (U7). */
@Injectable()
export class ImportVolumes {
  constructor(private readonly verbs: Verbs) {}

  async carryOut(asker: Asker, input: ImportVolumesInput): Promise<VolumeImport | Refusal> {
    let read: WorkbookSheet[] | WorkbookFault | null = null;
    // Kept until it is answered: after storing, a comparison would find no difference any more.
    let found: VolumeImport | null = null;
    return this.verbs.run(asker, input, {
      verb: 'importVolumes',
      longFields: ['file'],
      load: (work) => lockParticipation(work, input.participationId),
      may: mayContributeFor,
      carryOut: async (work, subject) => {
        // Only now: nobody's file is unpacked who may not import it.
        read = await readWorkbook(Buffer.from(input.file, 'base64'));
        const compared = await compareWorkbook(work, input, read);
        if (compared instanceof Refusal) return compared;
        found = compared.found;
        return input.dryRun ? { id: subject.id } : store(work, subject, input, compared);
      },
      answer: async (work) => {
        if (found) return found;
        const again = await compareWorkbook(
          work,
          input,
          read ?? (await readWorkbook(Buffer.from(input.file, 'base64'))),
        );
        return again instanceof Refusal ? (again as never) : again.found;
      },
    });
  }
}

async function store(
  work: Work,
  subject: LockedParticipation,
  { participationId, declare, onBehalf }: ImportVolumesInput,
  { found, cells }: ComparedWorkbook,
): Promise<Done | Refusal> {
  if (found.faultCount > 0) return new WorkbookHasFaults(found);
  const wanted = cells.map(inputOf);
  if (wanted.length > 0 || declare)
    return keepVolumes(work, subject, { participationId, cells: wanted, declare, onBehalf }, 'importVolumes');
  return refusedInParticipation(subject) ?? { id: subject.id };
}
