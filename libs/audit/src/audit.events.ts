import { DomainEvent } from '@samanker/database';

/** A checkpoint of the decision log was taken: it is to be written down and sent where the database cannot reach it. */
export class CheckpointMade extends DomainEvent<{ checkpointId: string }> {}
