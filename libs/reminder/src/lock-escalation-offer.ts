import type { Work } from '@samanker/database';
import type { EscalationState } from './escalation-offer.entity';

/** An offer as the verbs see it, locked. */
export interface LockedOffer {
  readonly id: string;
  readonly state: EscalationState;
  readonly hostOrganisationId: string;
  readonly caseId: string;
  readonly organisationId: string;
}

/**
 * Loads and locks an offer. What is awaited is locked before it: whoever fulfils that lapses the offer in the same
 * transaction (R12), and takes the two in this order.
 */
export function lockEscalationOffer(work: Work, offerId: string): Promise<LockedOffer | null> {
  return work.one<LockedOffer>(
    `with awaited as materialized (
       select id, case_id, organisation_id from expectation
       where id = (select expectation_id from escalation_offer where region_id = $1 and id = $2) for update)
     select o.id, o.state, c.host_organisation_id as "hostOrganisationId", e.case_id as "caseId", e.organisation_id as "organisationId"
     from awaited e join escalation_offer o on o.expectation_id = e.id join procurement_case c on c.id = e.case_id
     where o.region_id = $1 and o.id = $2 for update of o`,
    [work.regionId, offerId],
  );
}
