import { DomainEvent } from '@samanker/database';

/** The state of a participation, or what it chose, has changed: totals, report and board follow. */
export class ParticipationStateChanged extends DomainEvent<{ participationId: string; caseId: string }> {}
