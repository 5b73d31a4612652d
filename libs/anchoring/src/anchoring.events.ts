import { DomainEvent } from '@samanker/database';

/** A municipality has been invited to a case: its participation and its route exist. */
export class MunicipalityInvited extends DomainEvent<{ participationId: string; caseId: string }> {}

/** A municipality has left a case. */
export class CaseLeft extends DomainEvent<{ participationId: string; caseId: string }> {}

/** A municipality has changed its own route. */
export class RouteAdjusted extends DomainEvent<{ participationId: string; caseId: string }> {}

/** The text of a step has been handed in to a meeting. */
export class AnchoringStepSubmitted extends DomainEvent<{ stepId: string; participationId: string; caseId: string }> {}

/** A step has an outcome, a postponing one too. */
export class AnchoringStepDecided extends DomainEvent<{ stepId: string; participationId: string; caseId: string }> {}

/** A decision has taken the place of another. */
export class DecisionSuperseded extends DomainEvent<{ stepId: string; participationId: string; caseId: string }> {}

/** A step is asked of somebody else from now on. */
export class StepReassigned extends DomainEvent<{ stepId: string; participationId: string; caseId: string }> {}
