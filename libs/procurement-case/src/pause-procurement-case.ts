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
import { CaseStage } from './procurement-case.rules';

@InputType({ description: 'A case to be paused, with the reason.' })
export class PauseProcurementCaseInput {
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

export const PauseProcurementCaseResult = createUnionType({
  name: 'PauseProcurementCaseResult',
  description: 'The paused case, or why it was not paused.',
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

/** Pauses a case before its participants are frozen (R5b): of open questions alone is anybody reminded until it is resumed. */
@Injectable()
export class PauseProcurementCase {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: PauseProcurementCaseInput): Promise<ProcurementCase | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'pauseProcurementCase',
      load: (work) => lockCase(work, input.caseId),
      may: mayLeadCase,
      carryOut: (work, subject) => changeStage(work, subject, 'pauseProcurementCase', CaseStage.PAUSED, input.reason),
      answer: async (work, id) => (await procurementCaseById(work, id))!,
    });
  }
}
