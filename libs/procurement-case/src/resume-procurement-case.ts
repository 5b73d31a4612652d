import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import {
  IdempotencyKeyReused,
  LogInTooWeak,
  InvalidInput,
  NotFound,
  NotPermitted,
  Refusal,
  Uuid,
  type Asker,
} from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { changeStage } from './change-stage';
import { ProcurementCase } from './procurement-case.entity';
import { mayLeadCase } from './procurement-case.permissions';
import { lockCase, procurementCaseById } from './procurement-case.queries';
import { StageOutOfOrder } from './procurement-case.refusals';

@InputType({ description: 'A paused case to go on with, with the reason.' })
export class ResumeProcurementCaseInput {
  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Field(() => String, { description: 'Why; everybody who takes part sees it. At most 2 000 characters.' })
  reason!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const ResumeProcurementCaseResult = createUnionType({
  name: 'ResumeProcurementCaseResult',
  description: 'The resumed case, or why it was not resumed.',
  types: () =>
    [
      ProcurementCase,
      NotFound,
      NotPermitted,
      InvalidInput,
      StageOutOfOrder,
      IdempotencyKeyReused,
      LogInTooWeak,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** Goes on with a paused case where it stood (R5b); its routes are planned anew. */
@Injectable()
export class ResumeProcurementCase {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: ResumeProcurementCaseInput): Promise<ProcurementCase | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'resumeProcurementCase',
      load: (work) => lockCase(work, input.caseId),
      may: mayLeadCase,
      carryOut: (work, subject) =>
        changeStage(work, subject, 'resumeProcurementCase', subject.stageBeforePause ?? subject.stage, input.reason),
      answer: async (work, id) => (await procurementCaseById(work, id))!,
    });
  }
}
