import { codeOf, CODES, readableCode, typedAddress, typedCode } from './log-in-code.rules';

describe('a one-time code', () => {
  it('is eight digits, shown in two groups', () => {
    expect(codeOf(7)).toBe('00000007');
    expect(codeOf(CODES - 1)).toBe('99999999');
    expect(readableCode('01234567')).toBe('0123 4567');
  });

  it.each(['01234567', '0123 4567', ' 0123-4567 ', '0123\u00a04567'])('is read from %j', (typed) => {
    expect(typedCode(typed)).toBe('01234567');
  });

  it.each(['', '1234567', '123456789', '1234567a', '１２３４５６７８', 12345678, null, ['12345678'], '1'.repeat(100)])(
    'is not read from %j',
    (typed) => expect(typedCode(typed)).toBeNull(),
  );

  it('goes to an address that somebody has typed', () => {
    expect(typedAddress(' Kari@kommune.no ')).toBe('Kari@kommune.no');
    for (const typed of [
      '',
      'kari',
      'a@b@c',
      'a b@c.no',
      'a@c.no,d@e.no',
      '<a@c.no>',
      'a@c.no\nb',
      {},
      'a'.repeat(400),
    ])
      expect(typedAddress(typed)).toBeNull();
  });
});
