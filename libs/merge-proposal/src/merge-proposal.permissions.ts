import { permission } from '@samanker/request';

/** R29: merge proposals are decided by the regional group and its secretariat; two people accept. */
export const mayDecideProposals = permission({ region: ['SECRETARIAT', 'REGIONAL_GROUP'] });

/** The same as the kinds of a role in SQL. */
const DECIDES_PROPOSALS = `(${mayDecideProposals.grant.region!.map((kind) => `'${kind}'`).join(', ')})`;

/** The same in SQL: does this person decide merge proposals now? */
export function decidesSql(person: string, region: string): string {
  return `exists (select from acting_role() decides where decides.region_id = ${region} and decides.person_id = ${person}
    and decides.active and decides.kind in ${DECIDES_PROPOSALS})`;
}
