import { actsFor, type Actor } from '@samanker/request';
import { mayLeadCase } from '@samanker/procurement-case';

/** R29: two of these freeze the participants: the coordinator, the leaders and the procurement officer of the host, the secretariat. */
export function mayFreezeParticipants(actor: Actor, subject: { readonly hostOrganisationId: string }): boolean {
  return (
    mayLeadCase(actor, subject) ||
    actsFor(actor, subject.hostOrganisationId, ['PROCUREMENT_OFFICER', 'DIRECTOR', 'CHIEF_EXECUTIVE'])
  );
}
