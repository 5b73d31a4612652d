import { permission } from '@samanker/request';

/** Says whether people of the region may log in by a one-time code: which ways in there are is the secretariat's matter. */
export const mayAllowCodeLogIn = permission<object>({ region: ['SECRETARIAT'] });
