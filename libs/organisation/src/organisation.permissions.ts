import { permission } from '@samanker/request';

/** Keeps the official address (postmottak) in a region: the organisation itself, and the secretariat there. */
export const mayKeepOfficialAddress = permission({ own: ['COORDINATOR', 'CHIEF_EXECUTIVE'], region: ['SECRETARIAT'] });
