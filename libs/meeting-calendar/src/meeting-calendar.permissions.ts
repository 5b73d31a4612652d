import { actsFor, holds, type Actor } from '@samanker/request';

/** R28: an organisation keeps its own calendar; the secretariat of the region may help. */
export function mayKeepCalendar(actor: Actor, organisationId: string): boolean {
  return actsFor(actor, organisationId, ['COORDINATOR', 'RECORDER']) || holds(actor, ['SECRETARIAT']);
}
