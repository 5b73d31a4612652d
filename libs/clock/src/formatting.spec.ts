import { formatDate, formatDayAndMonth, formatDecimal, formatInstant, formatLongDate } from './formatting';

describe('formatting', () => {
  it('writes dates', () => {
    expect(formatDate('2026-11-22')).toBe('22.11.2026');
    expect(formatLongDate('2016-11-16', 'nb')).toBe('onsdag 16. november 2016');
    expect(formatLongDate('2016-11-15', 'nn')).toBe('tysdag 15. november 2016');
    expect(formatLongDate('2016-11-19', 'nn')).toBe('laurdag 19. november 2016');
    expect(formatLongDate('2016-11-16', 'en')).toBe('Wednesday 16 November 2016');
    expect(formatDayAndMonth('2016-03-01', 'nb')).toBe('1. mars 2016');
    expect(formatInstant(new Date('2026-11-22T23:05:00Z'))).toBe('23.11.2026 00:05');
  });

  it.each([
    ['1234.5', '1\u00a0234,5', '1,234.5'],
    ['0', '0', '0'],
    ['999', '999', '999'],
    ['1000', '1\u00a0000', '1,000'],
    ['-1234567.10', '\u22121\u00a0234\u00a0567,10', '\u22121,234,567.10'],
    ['12345678901234567890.123456789', '12\u00a0345\u00a0678\u00a0901\u00a0234\u00a0567\u00a0890,123456789', undefined],
  ])('keeps the digits of %s', (value, norwegian, english) => {
    expect(formatDecimal(value, 'nb')).toBe(norwegian);
    expect(formatDecimal(value, 'nn')).toBe(norwegian);
    if (english) expect(formatDecimal(value, 'en')).toBe(english);
  });

  it.each(['', '1,5', '1e3', 'NaN', '.5', '5.', ' 1', '+1'])('refuses %p', (value) =>
    expect(() => formatDecimal(value, 'nb')).toThrow(RangeError),
  );
});
