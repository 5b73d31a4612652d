import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AskedBy, type Asker } from '@samanker/request';
import { ImportRunningCase, ImportRunningCaseResult } from './import-running-case';
import { ImportRunningCaseInput } from './import-running-case.input';

@Resolver()
export class RunningCaseResolver {
  constructor(private readonly importing: ImportRunningCase) {}

  @Mutation(() => ImportRunningCaseResult, {
    description:
      'Take over a case that runs in a spreadsheet: municipalities, decisions, choices, quantities and notes, told row by row in a dry run first.',
  })
  importRunningCase(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'The sheet, and what you say about it.' }) input: ImportRunningCaseInput,
  ) {
    return this.importing.carryOut(asker, input);
  }
}
