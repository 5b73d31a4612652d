import { DomainEvent } from '@samanker/database';

/** A mail stands ready to be sent. */
export class MailQueued extends DomainEvent<{ mailId: string }> {}
