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

/** Loads and locks an offer; its state is LAPSED when the reason has gone (R12). */
export function lockEscalationOffer(work: Work, offerId: string): Promise<LockedOffer | null> {
  return work.one<LockedOffer>(
    `select o.id, case when o.state = 'OFFERED' and (e.fulfilled_at is not null or e.withdrawn_at is not null) then 'LAPSED' else o.state end as state,
       c.host_organisation_id as "hostOrganisationId", e.case_id as "caseId", e.organisation_id as "organisationId"
     from escalation_offer o join expectation e on e.id = o.expectation_id join procurement_case c on c.id = e.case_id
     where o.region_id = $1 and o.id = $2 for update of o`,
    [work.regionId, offerId],
  );
}
