import { Module } from '@nestjs/common';
import { VerbModule } from '@samanker/verb';
import { ImportRunningCase } from './import-running-case';
import { RunningCaseResolver } from './running-case.resolver';

/** The coordinator's first day: a case that already runs in a spreadsheet is taken over. */
@Module({ imports: [VerbModule], providers: [RunningCaseResolver, ImportRunningCase] })
export class RunningCaseModule {}
