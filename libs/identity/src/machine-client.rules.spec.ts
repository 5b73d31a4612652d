import { checkMachineClient, clientIdOf, regionOfClientId, rolesForScopes } from './machine-client.rules';

const TODAY = '2026-05-04';
const wanted = { name: 'Kalender', scopes: ['read', 'calendars'] as const, expiresOn: '2026-12-31' };

describe('a program that is to have access', () => {
  it('has a name, a scope and an end', () => {
    expect(checkMachineClient(wanted, TODAY)).toBeNull();
    expect(checkMachineClient({ ...wanted, name: ' ' }, TODAY)).toMatchObject({ path: ['input', 'name'] });
    expect(checkMachineClient({ ...wanted, name: 'a'.repeat(201) }, TODAY)).toMatchObject({ fault: 'TOO_LONG' });
    expect(checkMachineClient({ ...wanted, scopes: [] }, TODAY)).toMatchObject({ fault: 'REQUIRED' });
    expect(checkMachineClient({ ...wanted, scopes: ['read', 'read'] }, TODAY)).toMatchObject({ fault: 'DUPLICATE' });
  });

  it('ends within a year, today at the earliest', () => {
    expect(checkMachineClient({ ...wanted, expiresOn: TODAY }, TODAY)).toBeNull();
    expect(checkMachineClient({ ...wanted, expiresOn: '2026-05-03' }, TODAY)).toMatchObject({ fault: 'DATE_PASSED' });
    expect(checkMachineClient({ ...wanted, expiresOn: '2027-05-04' }, TODAY)).toBeNull();
    expect(checkMachineClient({ ...wanted, expiresOn: '2027-05-05' }, TODAY)).toMatchObject({ fault: 'DATE_TOO_LATE' });
  });

  it('holds the least roles that its scopes take', () => {
    expect(rolesForScopes(['read'])).toEqual(['READER']);
    expect(rolesForScopes(['read', 'volumes'])).toEqual(['CONTRIBUTOR']);
    expect(rolesForScopes(['needs'])).toEqual(['CONTRIBUTOR']);
    expect(rolesForScopes(['calendars'])).toEqual(['RECORDER']);
    expect(rolesForScopes(['needs', 'calendars'])).toEqual(['CONTRIBUTOR', 'RECORDER']);
  });

  it('is found by a public name that says its region', () => {
    const region = '01900000-0000-7000-8000-00000000abcd';
    const clientId = clientIdOf(region, '0123456789abcdef');
    expect(regionOfClientId(clientId)).toBe(region);
    for (const other of ['', 'samanker', clientId.toUpperCase(), `${clientId}0`, ` ${clientId}`, `${clientId}\n`])
      expect(regionOfClientId(other)).toBeNull();
  });
});
