import { permission } from '@samanker/request';

/** Keeps the official address (postmottak): the organisation itself, and the secretariat of a region that it belongs to. */
export const mayKeepOfficialAddress = permission({ own: ['COORDINATOR', 'CHIEF_EXECUTIVE'], region: ['SECRETARIAT'] });
