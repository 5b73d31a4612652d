import { DomainEvent } from '@samanker/database';

/** A new numbered version of a case's merged-demand report was frozen (R22). */
export class MergedDemandReportFrozen extends DomainEvent<{ reportId: string; caseId: string }> {}
