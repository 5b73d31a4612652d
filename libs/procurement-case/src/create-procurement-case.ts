import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { FiguresOrigin } from '@samanker/need';
import { isMember } from '@samanker/organisation';
import {
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
import { checkCase } from './case-given.rules';
import { CasePartInput } from './case-part.input';
import { classified } from './classified-case';
import { createCase } from './create-case';
import { ProcurementCase } from './procurement-case.entity';
import { mayCreateCase } from './procurement-case.permissions';
import { procurementCaseById } from './procurement-case.queries';

@InputType({ description: 'A joint procurement to be made.' })
export class CreateProcurementCaseInput {
  @Field(() => String, { description: 'Title; at most 300 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What is to be bought and why; at most 10 000 characters.' })
  description?: string | null;

  @Field(() => Uuid, { description: 'The host: a member of the region.' })
  hostOrganisationId!: string;

  @Field(() => LocalDateScalar, {
    description: 'The day by which every municipality must have decided; not before today.',
  })
  decisionDeadline!: string;

  @Field(() => Int, { description: 'First calendar year of the contract; not before this year.' })
  firstYear!: number;

  @Field(() => Int, { description: 'How many years it runs, options not counted: 1–15.' })
  years!: number;

  @Field(() => Int, { defaultValue: 0, description: 'How many years it can be extended by: 0–10.' })
  optionYears!: number;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether a decision counts only when the three weeks for a legality review have passed.',
  })
  waitsForLegalityReview!: boolean;

  @Field(() => FiguresOrigin, {
    defaultValue: FiguresOrigin.REAL,
    description: 'Whether the figures of the case are known or modelled.',
  })
  figuresOrigin!: FiguresOrigin;

  @Field(() => [CasePartInput], { description: 'Its parts: 1–99.' })
  parts!: CasePartInput[];

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const CreateProcurementCaseResult = createUnionType({
  name: 'CreateProcurementCaseResult',
  description: 'The case that was made, or why it was not.',
  types: () => [ProcurementCase, NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

/** Makes a procurement case: by the host's coordinator, or by the secretariat for any host of the region. */
@Injectable()
export class CreateProcurementCase {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: CreateProcurementCaseInput): Promise<ProcurementCase | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'createProcurementCase',
      load: async (work) =>
        (await isMember(work, input.hostOrganisationId, work.today))
          ? { hostOrganisationId: input.hostOrganisationId }
          : new InvalidInput(['input', 'hostOrganisationId'], 'UNKNOWN_ORGANISATION'),
      may: mayCreateCase,
      carryOut: async (work) => {
        const fault = checkCase(input, work.today);
        if (fault) return fault;
        const given = await classified(work, input);
        if (given instanceof InvalidInput) return given;
        return { id: (await createCase(work, given)).caseId };
      },
      answer: async (work, id) => (await procurementCaseById(work, id))!,
    });
  }
}
