import { permission } from '@samanker/request';

/** Takes over a case that runs in a spreadsheet: the host's coordinator, who records for the others on their written behalf. */
export const mayImportRunningCase = permission({ host: ['COORDINATOR'] });
