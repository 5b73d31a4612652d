import { holds, permission, type Grant } from '@samanker/request';

/** Who answers for an organisation’s programs. */
const KEEPERS: Grant = { own: ['COORDINATOR', 'CHIEF_EXECUTIVE'], region: ['SECRETARIAT'] };

/** Gives a program access on behalf of an organisation, which every member of the region knows of. */
export const mayCreateMachineClient = permission<{ readonly organisationId: string }>(KEEPERS);

/** Sees, changes and revokes it; to other organisations it does not exist (R28). */
export const mayKeepMachineClient = permission<{ readonly organisationId: string }>(KEEPERS, {
  sees: (actor, { organisationId }) => actor.organisationId === organisationId || holds(actor, ['SECRETARIAT']),
});
