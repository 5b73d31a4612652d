import { DomainEvent } from '@samanker/database';

/** Two people have frozen the participants of a case (R24). */
export class ParticipantsFrozen extends DomainEvent<{ tenderId: string; caseId: string }> {}
