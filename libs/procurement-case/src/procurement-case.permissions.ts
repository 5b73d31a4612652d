import { actsFor, permission, type Actor } from '@samanker/request';

/** The host's coordinator: holds COORDINATOR at the host and acts for it. */
export function isHostCoordinator(actor: Actor, hostOrganisationId: string): boolean {
  return actsFor(actor, hostOrganisationId, ['COORDINATOR']);
}

/** Makes a case with this host. */
export const mayCreateCase = permission({ host: ['COORDINATOR'], region: ['SECRETARIAT'] });

/** Leads a case: moves its deadline, invites, pauses or cancels it, freezes its report (R5b). */
export const mayLeadCase = permission({ host: ['COORDINATOR'], region: ['SECRETARIAT'] });
