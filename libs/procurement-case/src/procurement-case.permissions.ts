import { actsFor, holds, type Actor } from '@samanker/request';

/** The host's coordinator: holds COORDINATOR at the host and acts for it. */
export function isHostCoordinator(actor: Actor, hostOrganisationId: string): boolean {
  return actsFor(actor, hostOrganisationId, ['COORDINATOR']);
}

/** May the actor make cases at all? */
export function mayCreateCase(actor: Actor): boolean {
  return (
    holds(actor, ['SECRETARIAT']) ||
    (actor.organisationId !== null && actsFor(actor, actor.organisationId, ['COORDINATOR']))
  );
}

/** May the actor lead this case: move its deadline, pause or cancel it? */
export function mayLeadCase(actor: Actor, subject: { readonly hostOrganisationId: string }): boolean {
  return isHostCoordinator(actor, subject.hostOrganisationId) || holds(actor, ['SECRETARIAT']);
}
