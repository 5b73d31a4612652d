import { Injectable } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { RouteDeclined, StepAlreadyDecided, StepOutOfOrder } from '@samanker/anchoring';
import { ParticipationWithdrawn } from '@samanker/participation';
import type { Work } from '@samanker/database';
import { CaseClosed, CaseFrozen, lockCase } from '@samanker/procurement-case';
import {
  checkText,
  firstFault,
  IdempotencyKeyReused,
  InvalidInput,
  LogInTooWeak,
  NotFound,
  NotPermitted,
  Refusal,
  type Asker,
} from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { carryOutRunningCase } from './carry-out-running-case';
import { givenSheet } from './given-sheet';
import { ImportRunningCaseInput } from './import-running-case.input';
import { planRunningCase } from './plan-running-case';
import { RunningCaseHasFaults, RunningCaseImport, SheetNotAccepted } from './running-case-import.type';
import { mayImportRunningCase } from './running-case.permissions';
import { toldRunningCase } from './told-running-case';

export const ImportRunningCaseResult = createUnionType({
  name: 'ImportRunningCaseResult',
  description: 'What the sheet made (or would make in a dry run), or why it was not taken.',
  types: () =>
    [
      RunningCaseImport,
      SheetNotAccepted,
      RunningCaseHasFaults,
      NotFound,
      NotPermitted,
      InvalidInput,
      StepAlreadyDecided,
      StepOutOfOrder,
      RouteDeclined,
      ParticipationWithdrawn,
      CaseFrozen,
      CaseClosed,
      IdempotencyKeyReused,
      LogInTooWeak,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/**
 * Takes over a case that runs in a spreadsheet: all of it or nothing. Decisions are recorded on the municipalities' written
 * behalf (R29), in the name of the cell they came from. What is known already is never overwritten, so that the same sheet
 * again changes nothing.
 */
@Injectable()
export class ImportRunningCase {
  constructor(private readonly verbs: Verbs) {}

  async carryOut(asker: Asker, input: ImportRunningCaseInput): Promise<RunningCaseImport | Refusal> {
    // Kept until it is answered: after storing, a comparison would find nothing new any more.
    let found: RunningCaseImport | null = null;
    return this.verbs.run(asker, input, {
      verb: 'importRunningCase',
      longFields: ['table', 'file'],
      load: (work) => hostOf(work, input),
      may: mayImportRunningCase,
      carryOut: async (work, { hostOrganisationId }) => {
        const fault = faultOf(input);
        if (fault) return fault;
        const told = await look(work, input, hostOrganisationId);
        if (told instanceof Refusal) return told;
        found = told.found;
        if (input.dryRun) return { id: hostOrganisationId };
        if (found.faultCount > 0) return new RunningCaseHasFaults(found);
        const done = await carryOutRunningCase(work, input, hostOrganisationId, told.plan);
        if (!(done instanceof Refusal)) found.caseId = done.id;
        return done;
      },
      answer: async (work) => {
        if (found) return found;
        const again = await look(work, input, (await hostOf(work, input))!.hostOrganisationId);
        return again instanceof Refusal ? (again as never) : again.found;
      },
    });
  }
}

async function hostOf(
  work: Work,
  { caseId }: ImportRunningCaseInput,
): Promise<{ readonly hostOrganisationId: string } | null> {
  if (caseId) return lockCase(work, caseId);
  const { organisationId } = work.actor;
  return organisationId ? { hostOrganisationId: organisationId } : null;
}

async function look(work: Work, input: ImportRunningCaseInput, hostOrganisationId: string) {
  const chosen = await givenSheet(input);
  if (typeof chosen === 'string') return new SheetNotAccepted(chosen);
  const plan = await planRunningCase(work, input, hostOrganisationId, chosen);
  return { plan, found: toldRunningCase(plan, work.actor.language, input.dryRun) };
}

const MOST_ANSWERS = 10_000;

function faultOf(input: ImportRunningCaseInput): InvalidInput | null {
  const many = (field: 'columns' | 'municipalities' | 'wordings' | 'leaveOutRows'): InvalidInput | false =>
    (input[field]?.length ?? 0) > MOST_ANSWERS && new InvalidInput(['input', field], 'TOO_MANY', MOST_ANSWERS);
  const stored = !input.dryRun;
  return firstFault(
    checkText(input.fileName, ['input', 'fileName'], 200),
    checkText(input.sheetName, ['input', 'sheetName'], 200),
    checkText(input.because, ['input', 'because'], 600, stored),
    checkText(input.evidence, ['input', 'evidence'], 1_000, stored),
    many('columns'),
    many('municipalities'),
    many('wordings'),
    many('leaveOutRows'),
  );
}
