import { menderOf, menderOrganisation } from './gap-mender.rules';

describe('R24: who can mend what is missing', () => {
  it.each([
    ['NO_VOLUMES', 'grimstad', 'grimstad', ['COORDINATOR', 'CONTRIBUTOR']],
    ['POWER_OF_ATTORNEY_MISSING', 'grimstad', 'grimstad', ['CHIEF_EXECUTIVE', 'COORDINATOR']],
    ['CONDITION_OPEN', 'grimstad', 'host', ['COORDINATOR']],
    ['NO_PRICE', null, 'host', ['COORDINATOR']],
    ['MODELLED_FIGURES', null, 'host', ['COORDINATOR', 'CONTRIBUTOR']],
    ['NO_ORGANISATION_NUMBER', 'grimstad', null, ['SECRETARIAT']],
    ['THRESHOLD_NOT_VERIFIED', null, null, ['SECRETARIAT']],
  ] as const)('%s of %s: %s', (gap, about, organisation, roles) => {
    const mender = menderOf(gap);
    expect(menderOrganisation(mender, about, 'host')).toBe(organisation);
    expect(mender.roles).toEqual(roles);
  });
});
