import { isLastOfItsKind, isRegional, lacksOrganisation } from './role.rules';

describe('roles (R12, R28)', () => {
  it.each([
    ['SECRETARIAT', 'kommune', true],
    ['REGIONAL_GROUP', null, true],
    ['AUDITOR', 'kommune', true],
    ['READER', null, true],
    ['READER', 'kommune', false],
    ['COORDINATOR', 'kommune', false],
  ] as const)('%s at %s counts in the region: %s', (kind, organisationId, regional) => {
    expect(isRegional(kind, organisationId)).toBe(regional);
  });

  it('a municipal role needs its organisation, a seat in the region does not', () => {
    expect(lacksOrganisation('RECORDER', null)).toBe(true);
    expect(lacksOrganisation('RECORDER', 'kommune')).toBe(false);
    expect(lacksOrganisation('ADVISORY_GROUP', null)).toBe(false);
  });

  it('the last coordinator and the last of the secretariat stay; two roles of one person are one person', () => {
    expect(isLastOfItsKind('COORDINATOR', 'anne', ['anne'])).toBe(true);
    expect(isLastOfItsKind('SECRETARIAT', 'anne', [])).toBe(true);
    expect(isLastOfItsKind('COORDINATOR', 'anne', ['anne', 'berit'])).toBe(false);
    expect(isLastOfItsKind('RECORDER', 'anne', ['anne'])).toBe(false);
  });
});
