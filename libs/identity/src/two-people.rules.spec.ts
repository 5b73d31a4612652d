import { countingPeople, type RoleNow } from './two-people.rules';

const grant = { host: ['COORDINATOR', 'DIRECTOR'], region: ['SECRETARIAT'] } as const;
const parties = { hostOrganisationId: 'host' };
const role = (personId: string, kind: RoleNow['kind'], organisationId: string | null): RoleNow => ({
  personId,
  kind,
  organisationId,
});

describe('two people (R29)', () => {
  it.each<[string, string[], RoleNow[], string[]]>([
    [
      'two people of the host',
      ['anne', 'berit'],
      [role('anne', 'COORDINATOR', 'host'), role('berit', 'DIRECTOR', 'host')],
      ['anne', 'berit'],
    ],
    [
      'a person with two roles counts once',
      ['anne', 'anne'],
      [role('anne', 'COORDINATOR', 'host'), role('anne', 'SECRETARIAT', null)],
      ['anne'],
    ],
    ['who has lost the role counts no more', ['anne', 'berit'], [role('berit', 'SECRETARIAT', null)], ['berit']],
    ['a coordinator of another municipality does not count', ['carl'], [role('carl', 'COORDINATOR', 'other')], []],
    ['another role at the host does not count', ['dina'], [role('dina', 'READER', 'host')], []],
    ['who has not said yes does not count', [], [role('anne', 'COORDINATOR', 'host')], []],
  ])('%s', (_, said, roles, counting) => {
    expect(countingPeople(said, roles, grant, parties)).toEqual(counting);
  });

  it('without a host nobody is of the host', () => {
    expect(countingPeople(['anne'], [role('anne', 'COORDINATOR', null)], grant, {})).toEqual([]);
  });
});
