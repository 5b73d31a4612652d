import { Module } from '@nestjs/common';
import { CancelProcurementCase } from './cancel-procurement-case';
import { ChangeDecisionDeadline } from './change-decision-deadline';
import { CreateProcurementCase } from './create-procurement-case';
import { PauseProcurementCase } from './pause-procurement-case';
import { ResumeProcurementCase } from './resume-procurement-case';
import { CasePart, ProcurementCase, VolumeItem } from './procurement-case.entity';
import { ProcurementCaseResolver } from './procurement-case.resolver';

export const procurementCaseEntities = [ProcurementCase, CasePart, VolumeItem];

@Module({
  providers: [
    ProcurementCaseResolver,
    CancelProcurementCase,
    ChangeDecisionDeadline,
    CreateProcurementCase,
    PauseProcurementCase,
    ResumeProcurementCase,
  ],
})
export class ProcurementCaseModule {}
