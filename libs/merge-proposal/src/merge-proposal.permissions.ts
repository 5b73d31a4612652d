import { permission } from '@samanker/request';

/** R29: merge proposals are decided by the regional group and its secretariat; two people accept. */
export const mayDecideProposals = permission({ region: ['SECRETARIAT', 'REGIONAL_GROUP'] });
