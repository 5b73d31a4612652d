import { DomainEvent } from '@samanker/database';

/** Somebody has asked for a one-time code to their work address. */
export class LogInCodeAsked extends DomainEvent<{ codeId: string }> {}
