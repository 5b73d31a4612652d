import { Module } from '@nestjs/common';
import { LogKeys } from '@samanker/decision-log';
import { AuditResolver } from './audit.resolver';
import { ExportDecisionLog } from './export-decision-log';
import { MakeCheckpoint } from './make-checkpoint';
import { WriteCheckpoint } from './write-checkpoint';

@Module({
  providers: [
    { provide: LogKeys, useFactory: () => new LogKeys() },
    AuditResolver,
    ExportDecisionLog,
    MakeCheckpoint,
    WriteCheckpoint,
  ],
  exports: [LogKeys, WriteCheckpoint],
})
export class AuditModule {}
