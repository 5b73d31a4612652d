import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { AskedBy, Refusal, Uuid, type Asker } from '@samanker/request';
import {
  CancelProcurementCase,
  CancelProcurementCaseInput,
  CancelProcurementCaseResult,
} from './cancel-procurement-case';
import {
  ChangeDecisionDeadline,
  ChangeDecisionDeadlineInput,
  ChangeDecisionDeadlineResult,
} from './change-decision-deadline';
import {
  CreateProcurementCase,
  CreateProcurementCaseInput,
  CreateProcurementCaseResult,
} from './create-procurement-case';
import { PauseProcurementCase, PauseProcurementCaseInput, PauseProcurementCaseResult } from './pause-procurement-case';
import {
  ResumeProcurementCase,
  ResumeProcurementCaseInput,
  ResumeProcurementCaseResult,
} from './resume-procurement-case';
import { ProcurementCase } from './procurement-case.entity';
import { procurementCaseById, procurementCases } from './procurement-case.queries';

@Resolver(() => ProcurementCase)
export class ProcurementCaseResolver {
  constructor(
    private readonly cancelProcurementCaseVerb: CancelProcurementCase,
    private readonly changeDecisionDeadlineVerb: ChangeDecisionDeadline,
    private readonly createProcurementCaseVerb: CreateProcurementCase,
    private readonly pauseProcurementCaseVerb: PauseProcurementCase,
    private readonly resumeProcurementCaseVerb: ResumeProcurementCase,
  ) {}

  @Query(() => [ProcurementCase], { description: 'The procurement cases of your region, newest first.' })
  async procurementCases(@Reads() read: RequestRead): Promise<ProcurementCase[]> {
    return procurementCases(await read.work());
  }

  @Query(() => ProcurementCase, {
    nullable: true,
    description: 'One procurement case with its parts and items; null when there is none.',
  })
  async procurementCase(
    @Reads() read: RequestRead,
    @Args('id', { type: () => Uuid, description: 'Id of the case.' }) id: string,
  ): Promise<ProcurementCase | null> {
    return procurementCaseById(await read.work(), id);
  }

  @Mutation(() => CancelProcurementCaseResult, { description: 'Cancels a case for good, with a reason.' })
  cancelProcurementCase(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: CancelProcurementCaseInput,
  ): Promise<ProcurementCase | Refusal> {
    return this.cancelProcurementCaseVerb.carryOut(asker, input);
  }

  @Mutation(() => ChangeDecisionDeadlineResult, {
    description: 'Moves the decision deadline of a case; its routes are planned anew.',
  })
  changeDecisionDeadline(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: ChangeDecisionDeadlineInput,
  ): Promise<ProcurementCase | Refusal> {
    return this.changeDecisionDeadlineVerb.carryOut(asker, input);
  }

  @Mutation(() => CreateProcurementCaseResult, { description: 'Makes a procurement case with its parts and items.' })
  createProcurementCase(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: CreateProcurementCaseInput,
  ): Promise<ProcurementCase | Refusal> {
    return this.createProcurementCaseVerb.carryOut(asker, input);
  }

  @Mutation(() => PauseProcurementCaseResult, { description: 'Pauses a case, with a reason.' })
  pauseProcurementCase(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: PauseProcurementCaseInput,
  ): Promise<ProcurementCase | Refusal> {
    return this.pauseProcurementCaseVerb.carryOut(asker, input);
  }

  @Mutation(() => ResumeProcurementCaseResult, { description: 'Goes on with a paused case where it stood.' })
  resumeProcurementCase(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: ResumeProcurementCaseInput,
  ): Promise<ProcurementCase | Refusal> {
    return this.resumeProcurementCaseVerb.carryOut(asker, input);
  }
}
