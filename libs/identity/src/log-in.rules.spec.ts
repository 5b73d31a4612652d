import {
  looksLikeNationalIdentityNumber,
  openSeats,
  organisationNumbersOf,
  returnPath,
  verifiedAddressOf,
} from './log-in.rules';

describe('where to go after the log-in (S5: no open redirect)', () => {
  it.each(['/', '/tasks', '/cases/1?filter=OVERDUE', '/participations/0190#volumes', '/cases/%C3%A5'])('%s', (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/a\\..\\evil',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\r\nSet-Cookie: a=b',
    '/ /evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    ' /tasks',
    'tasks',
    '',
    '/\u0000',
    '/å',
    `/${'a'.repeat(500)}`,
    '/log-in?return=/log-in',
    '/log-in/callback?code=1',
    '/log-out',
    '/log-in-failed?because=EXPIRED',
    undefined,
    null,
    ['/tasks', '//evil.example'],
    { toString: () => '/tasks' },
  ])('%j leads to the front page', (path) => {
    expect(returnPath(path)).toBe('/');
  });
});

describe('national identity numbers', () => {
  it.each([
    '01017012345',
    '41017012345',
    '01417012345',
    '01817012345',
    '01667012345',
    'no:31129956715',
    '15108695088 ',
  ])('%s looks like one', (text) => {
    expect(looksLikeNationalIdentityNumber(text)).toBe(true);
  });

  it.each([
    '00017012345',
    '32017012345',
    '01137012345',
    '0101701234',
    '010170123456',
    'f3c9-4e11',
    '99999999999',
    '81017012345',
  ])('%s does not', (text) => {
    expect(looksLikeNationalIdentityNumber(text)).toBe(false);
  });
});

describe('the verified work address', () => {
  it('counts when the provider says plainly that it has verified it', () => {
    expect(verifiedAddressOf({ email: 'kari@grimstad.example', email_verified: true })).toBe('kari@grimstad.example');
  });
  it.each([
    { email: 'a@b.example' },
    { email: 'a@b.example', email_verified: false },
    { email: 'a@b.example', email_verified: 'true' },
    { email: 'a@b.example', email_verified: 1 },
    { email: ['a@b.example'], email_verified: true },
    { email: 'a@b.example, c@d.example', email_verified: true },
    { email: '', email_verified: true },
    { email_verified: true },
  ])('%j does not', (claims) => {
    expect(verifiedAddressOf(claims)).toBeNull();
  });
});

describe('the organisations that the provider names', () => {
  const orgno = (number: string) => ({ authority: 'iso6523-actorid-upis', ID: `0192:${number}` });
  const asked = [{ type: 'ansattporten:altinn:resource' }];

  it('are not limited when the provider was not asked', () => {
    expect(organisationNumbersOf({ authorization_details: [{ type: 'x', orgno: orgno('910753614') }] }, [])).toBeNull();
  });
  it('are the authorized parties of a resource', () => {
    const details = [
      {
        type: 'ansattporten:altinn:resource',
        resource: 'urn:altinn:resource:samanker',
        authorized_parties: [{ orgno: orgno('910753614'), name: 'Grimstad' }, { orgno: orgno('964965404') }],
      },
    ];
    expect(organisationNumbersOf({ authorization_details: details }, asked)).toEqual(['910753614', '964965404']);
  });
  it('are the organisation of the employer, or the reportees of Altinn 2', () => {
    expect(
      organisationNumbersOf({ authorization_details: [{ type: 'ansattporten:orgno', orgno: orgno('910753614') }] }, [
        { type: 'ansattporten:orgno' },
      ]),
    ).toEqual(['910753614']);
    expect(
      organisationNumbersOf(
        { authorization_details: [{ type: 'ansattporten:altinn:service', reportees: [{ ID: '0192:910753614' }] }] },
        [{ type: 'ansattporten:altinn:service' }],
      ),
    ).toEqual(['910753614']);
  });
  it.each([
    undefined,
    null,
    'ansattporten',
    {},
    [],
    [null, 1, 'x'],
    [{ type: 'ansattporten:orgno', orgno: orgno('910753614') }],
    [{ type: 'ansattporten:altinn:resource', authorized_parties: [{ orgno: { ID: '0088:910753614' } }, { orgno: 1 }] }],
    [{ type: 'ansattporten:altinn:resource', authorized_parties: { orgno: orgno('910753614') } }],
  ])('are none when what comes is %j', (details) => {
    expect(organisationNumbersOf({ authorization_details: details }, asked)).toEqual([]);
  });
});

describe('the places that are open at a log-in', () => {
  const region = { regionId: 'r', organisationId: null, organisationNumber: null };
  const grimstad = { regionId: 'r', organisationId: 'g', organisationNumber: '910753614' };
  const amli = { regionId: 'r', organisationId: 'a', organisationNumber: '964965404' };
  const without = { regionId: 'r', organisationId: 'w', organisationNumber: null };

  it('are all with a role when the provider says nothing of organisations', () => {
    expect(openSeats([region, grimstad, without], null)).toEqual([region, grimstad, without]);
  });
  it('are those that the provider names, in its order, and the region as such last', () => {
    expect(openSeats([region, grimstad, amli], ['964965404', '999999999', '910753614'])).toEqual([
      amli,
      grimstad,
      region,
    ]);
  });
  it('are none when the named organisation is not one of the person’s', () => {
    expect(openSeats([grimstad, without], ['964965404'])).toEqual([]);
    expect(openSeats([grimstad], [])).toEqual([]);
  });
});
