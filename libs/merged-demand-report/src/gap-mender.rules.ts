import type { RoleKind } from '@samanker/request';
import type { ReportGapKind } from './report-content';

/** Who can mend a gap: the organisation it is about, the host of the case, or the region as such. */
export interface Mender {
  readonly by: 'ITSELF' | 'HOST' | 'REGION';
  readonly roles: readonly RoleKind[];
}

/** R24: who can mend what is missing. */
export function menderOf(gap: ReportGapKind): Mender {
  switch (gap) {
    case 'CONDITION_OPEN':
    case 'CONDITION_NOT_ACCEPTED':
    case 'LEGALITY_REVIEW_PERIOD':
    case 'NO_PRICE':
      return { by: 'HOST', roles: ['COORDINATOR'] };
    case 'NO_ORGANISATION_NUMBER':
    case 'THRESHOLD_NOT_VERIFIED':
      return { by: 'REGION', roles: ['SECRETARIAT'] };
    case 'LOCAL_LEADER_MISSING':
    case 'LOCAL_GAIN_UNCONFIRMED':
      return { by: 'ITSELF', roles: ['COORDINATOR', 'UNIT_LEADER'] };
    case 'POWER_OF_ATTORNEY_MISSING':
    case 'POWER_OF_ATTORNEY_OTHER_HOST':
    case 'POWER_OF_ATTORNEY_TOO_SMALL':
      return { by: 'ITSELF', roles: ['CHIEF_EXECUTIVE', 'COORDINATOR'] };
    case 'ROUTE_NOT_FINISHED':
    case 'LEGALITY_REVIEW_DEMANDED':
      return { by: 'ITSELF', roles: ['COORDINATOR', 'RECORDER'] };
    case 'NO_VOLUMES':
    case 'MODELLED_FIGURES':
    case 'VOLUMES_CARRIED_FORWARD':
      return { by: 'ITSELF', roles: ['COORDINATOR', 'CONTRIBUTOR'] };
    default:
      return { by: 'ITSELF', roles: ['COORDINATOR'] };
  }
}

/** The organisation that can mend a gap; null: the region as such. A gap of the whole case is the host's. */
export function menderOrganisation(
  mender: Mender,
  organisationId: string | null,
  hostOrganisationId: string,
): string | null {
  if (mender.by === 'REGION') return null;
  return mender.by === 'ITSELF' && organisationId !== null ? organisationId : hostOrganisationId;
}
