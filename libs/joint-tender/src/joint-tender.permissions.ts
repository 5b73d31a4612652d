import { permission } from '@samanker/request';

/** R29: two of these freeze the participants: the coordinator, the leaders and the procurement officer of the host, the secretariat. */
export const mayFreezeParticipants = permission({
  host: ['COORDINATOR', 'PROCUREMENT_OFFICER', 'DIRECTOR', 'CHIEF_EXECUTIVE'],
  region: ['SECRETARIAT'],
});
