import { shortest, sum, toOre, valueOf } from './amount.rules';

describe('amounts of the report', () => {
  it('are rounded to øre, half up, and never go through a floating point number', () => {
    expect(valueOf('3', '0.335')).toBe('1.01');
    expect(valueOf('123456789012', '0.01')).toBe('1234567890.12');
    expect(toOre('2.675')).toBe('2.68');
    expect(valueOf('999999999.9999', '123456789012.34')).toBe('123456789012327654321.10');
  });

  it('a line without a price has no value and adds nothing', () => {
    expect(valueOf('10', null)).toBeNull();
    expect(sum(['0.10', null, '0.20'])).toBe('0.3');
  });

  it('the same number has one form, whatever zeros it was written with (R22)', () => {
    expect([shortest('12.5000'), shortest('12.5'), shortest('100')]).toEqual(['12.5', '12.5', '100']);
  });
});
