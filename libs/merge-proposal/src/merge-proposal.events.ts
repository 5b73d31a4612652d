import { DomainEvent } from '@samanker/database';

/** A group of needs was proposed for merging. */
export class MergeProposalMade extends DomainEvent<{ proposalId: string }> {}

/** Two people have accepted a proposal: it became a case. */
export class MergeProposalAccepted extends DomainEvent<{ proposalId: string; caseId: string }> {}

/** Somebody has rejected a proposal, with a reason. */
export class MergeProposalRejected extends DomainEvent<{ proposalId: string }> {}
