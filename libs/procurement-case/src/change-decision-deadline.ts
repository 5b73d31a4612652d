import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import {
  checkAhead,
  IdempotencyKeyReused,
  LogInTooWeak,
  InvalidInput,
  LocalDateScalar,
  NotFound,
  NotPermitted,
  Refusal,
  Uuid,
  type Asker,
} from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { ProcurementCase } from './procurement-case.entity';
import { DecisionDeadlineChanged } from './procurement-case.events';
import { mayLeadCase } from './procurement-case.permissions';
import { lockCase, procurementCaseById } from './procurement-case.queries';
import { CaseClosed, CaseFrozen, refusedByStage } from './procurement-case.refusals';

@InputType({ description: 'A new day by which every municipality must have decided.' })
export class ChangeDecisionDeadlineInput {
  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Field(() => LocalDateScalar, { description: 'The new day; not before today.' })
  decisionDeadline!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const ChangeDecisionDeadlineResult = createUnionType({
  name: 'ChangeDecisionDeadlineResult',
  description: 'The case with its new deadline, or why it was not moved.',
  types: () =>
    [
      ProcurementCase,
      NotFound,
      NotPermitted,
      InvalidInput,
      CaseFrozen,
      CaseClosed,
      IdempotencyKeyReused,
      LogInTooWeak,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** Moves the decision deadline of a case: all its routes are then planned anew (R6). The same day again changes nothing. */
@Injectable()
export class ChangeDecisionDeadline {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: ChangeDecisionDeadlineInput): Promise<ProcurementCase | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'changeDecisionDeadline',
      load: (work) => lockCase(work, input.caseId),
      may: mayLeadCase,
      carryOut: async (work, subject) => {
        const refused = refusedByStage(subject.stage);
        if (refused) return refused;
        if (input.decisionDeadline < work.today) return new InvalidInput(['input', 'decisionDeadline'], 'DATE_PASSED');
        const tooFar = checkAhead(input.decisionDeadline, ['input', 'decisionDeadline'], work.today);
        if (tooFar) return tooFar;
        if (input.decisionDeadline === subject.decisionDeadline) return { id: subject.id };
        await work.execute('update procurement_case set decision_deadline = $2, version = version + 1 where id = $1', [
          subject.id,
          input.decisionDeadline,
        ]);
        work.log({
          verb: 'changeDecisionDeadline',
          subjectType: 'ProcurementCase',
          subjectId: subject.id,
          caseId: subject.id,
          organisationId: subject.hostOrganisationId,
          before: { decisionDeadline: subject.decisionDeadline },
          after: { decisionDeadline: input.decisionDeadline },
        });
        work.publish(new DecisionDeadlineChanged({ caseId: subject.id }));
        return { id: subject.id };
      },
      answer: async (work, id) => (await procurementCaseById(work, id))!,
    });
  }
}
