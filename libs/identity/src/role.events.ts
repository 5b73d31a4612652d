import { DomainEvent } from '@samanker/database';

/** Somebody was registered with their work address; they hold no role yet. */
export class PersonRegistered extends DomainEvent<{ registrationId: string }> {}

/** A role was granted. */
export class RoleGranted extends DomainEvent<{ roleId: string }> {}

/** A role has ended: what was asked of its holder is asked of the deputy from now on, found when the mail is written (R12). */
export class RoleEnded extends DomainEvent<{ roleId: string }> {}

/** A role was left to a deputy for a period: who is written to is worked out when the mail is written (R12). */
export class RoleDelegated extends DomainEvent<{ delegationId: string }> {}

/** A delegation was ended before its last day. */
export class DelegationEnded extends DomainEvent<{ delegationId: string }> {}
