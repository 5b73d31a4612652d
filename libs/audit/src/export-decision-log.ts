import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import {
  IdempotencyKeyReused,
  InvalidInput,
  LogInTooWeak,
  NotFound,
  NotPermitted,
  type Asker,
  type Refusal,
} from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { mayAudit } from './audit.permissions';
import { logExportById, newLogExport } from './log-export.queries';
import { LogExport, type ExportDecisionLogInput } from './log-export.type';

export const ExportDecisionLogResult = createUnionType({
  name: 'ExportDecisionLogResult',
  description: 'The export that can be fetched now, or why there is none.',
  types: () => [LogExport, NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

/** R31: hands out the log as a file; that it was handed out stands in the log itself. */
@Injectable()
export class ExportDecisionLog {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: ExportDecisionLogInput): Promise<LogExport | Refusal> {
    // The entry that tells of the export is written with the commit, after the answer.
    let made: LogExport | null = null;
    return this.verbs.run(asker, input, {
      verb: 'exportDecisionLog',
      load: (work) => loadCase(work, input.caseId ?? null),
      may: mayAudit,
      carryOut: async (work, { caseId, entries }) => {
        const id = randomUUID();
        work.log({ verb: 'exportDecisionLog', subjectType: 'LogExport', subjectId: id, caseId, after: { entries } });
        made = newLogExport(id, caseId, entries);
        return { id };
      },
      answer: async (work, id) => made ?? (await logExportById(work, id))!,
    });
  }
}

/** The case that is asked for, if any, and how long the log is. */
function loadCase(work: Work, caseId: string | null): Promise<{ caseId: string | null; entries: number } | null> {
  return work.one(
    `select $2::uuid as "caseId", coalesce((select seq from decision_log_head where region_id = $1), 0) as entries
     where $2::uuid is null or exists (select from procurement_case where region_id = $1 and id = $2)`,
    [work.regionId, caseId],
  );
}
