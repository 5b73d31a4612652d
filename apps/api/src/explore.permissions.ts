import { holds, type Actor, type RoleKind } from '@samanker/request';

/** Who may ask what the API can do (introspection) and has GraphiQL in production. */
const EXPLORERS: readonly RoleKind[] = ['SECRETARIAT', 'AUDITOR'];

/** Where it is open, as in development, everybody who is logged in may. */
export function mayExplore(actor: Actor, open: boolean): boolean {
  return open || holds(actor, EXPLORERS);
}
