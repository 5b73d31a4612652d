import { DomainEvent } from '@samanker/database';

/** An organisation has declared volumes, or changed what it had declared: totals, report and board follow. */
export class VolumesDeclared extends DomainEvent<{ participationId: string; caseId: string }> {}
