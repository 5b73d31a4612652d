import { DomainEvent } from '@samanker/database';

/** A case was made, by a coordinator or out of an accepted merge proposal. */
export class ProcurementCaseCreated extends DomainEvent<{ caseId: string }> {}

/** The day by which every municipality must have decided was moved: routes are planned anew (R6). */
export class DecisionDeadlineChanged extends DomainEvent<{ caseId: string }> {}

/** A case was paused, resumed or cancelled: all who take part are told (R5b). */
export class CaseStageChanged extends DomainEvent<{ caseId: string; stage: string }> {}
