import { DomainEvent } from '@samanker/database';

/** The meetings of an organisation have changed: imported, or one added. */
export class MeetingsImported extends DomainEvent<{ organisationId: string }> {}

/** A meeting will not be held; what was submitted to it is open again. */
export class MeetingCancelled extends DomainEvent<{ meetingId: string }> {}

/** The closed periods of an organisation have changed, and with them its working days. */
export class ClosedWeeksSaved extends DomainEvent<{ organisationId: string }> {}
