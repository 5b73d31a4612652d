import { officialAddressFault } from './official-address.rules';

describe('the official address (R12)', () => {
  it.each([
    ['postmottak@grimstad.kommune.example', undefined],
    ['  postmottak@grimstad.kommune.example ', undefined],
    ['', undefined],
    ['   ', undefined],
    ['postmottak', 'NOT_AN_ADDRESS'],
    ['a@b.example, c@d.example', 'NOT_AN_ADDRESS'],
    [`${'p'.repeat(250)}@kommune.example`, 'TOO_LONG'],
  ])('%s', (address, fault) => {
    expect(officialAddressFault(address)?.fault).toBe(fault);
  });
});
