import { permission } from '@samanker/request';

/** R28: an organisation keeps its own bodies, meetings and closed weeks; the secretariat of the region may help. */
export const mayKeepCalendar = permission({ own: ['COORDINATOR', 'RECORDER'], region: ['SECRETARIAT'] });
