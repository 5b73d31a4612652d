import {
  daysBetween,
  formatDate,
  formatDecimal,
  formatInstant,
  formatLongDate,
  formatMoney,
  formatMonth,
} from './format';
import { readDate } from './read-date';

describe('dates and figures (U4)', () => {
  it('dates are 22.11.2026 in every language', () => {
    expect(formatDate('2026-11-22')).toBe('22.11.2026');
    expect(formatLongDate('2016-11-16', 'nb')).toBe('onsdag 16. november 2016');
    expect(formatLongDate('2016-11-15', 'nn')).toBe('tysdag 15. november 2016');
    expect(formatLongDate('2016-11-16', 'en')).toBe('Wednesday 16 November 2016');
  });

  it('months below an axis are named in all three languages', () => {
    const months = ['2016-03-01', '2016-10-01'].map((date) => new Date(`${date}T00:00:00Z`));
    const named = (language: 'nb' | 'nn' | 'en'): string[] => months.map((month) => formatMonth(month, language));
    expect([named('nb'), named('nn'), named('en')]).toEqual([
      ['mars 16', 'okt 16'],
      ['mars 16', 'okt 16'],
      ['Mar 16', 'Oct 16'],
    ]);
  });

  it('instants are the wall clock in Oslo, also in summer', () => {
    expect(formatInstant('2016-11-16T09:00:00.000Z')).toBe('16.11.2016 10:00');
    expect(formatInstant('2016-06-30T22:30:00Z')).toBe('01.07.2016 00:30');
  });

  it('numbers are 1 234,5 and money is kr', () => {
    expect(formatDecimal('1234.5000', 'nb')).toBe('1\u00a0234,5');
    expect(formatDecimal('-1234567', 'nn')).toBe('\u22121\u00a0234\u00a0567');
    expect(formatDecimal('1234.5', 'en')).toBe('1,234.5');
    expect(formatMoney('18197800.00', 'nb')).toBe('18\u00a0197\u00a0800\u00a0kr');
    expect(formatMoney('52.5', 'nb')).toBe('52,50\u00a0kr');
    expect(formatMoney('52.50', 'en')).toBe('NOK\u00a052.50');
  });

  it('counts days over the change of the clock', () => {
    expect(daysBetween('2016-10-29', '2016-10-31')).toBe(2);
    expect(daysBetween('2016-11-16', '2016-11-10')).toBe(-6);
  });

  it.each([
    ['22.11.2016', '2016-11-22'],
    ['1.2.16', '2016-02-01'],
    ['22/11-2016', '2016-11-22'],
    ['22112016', '2016-11-22'],
    ['2016-11-22', '2016-11-22'],
    ['29.02.2016', '2016-02-29'],
    ['29.02.2017', null],
    ['31.04.2016', null],
    ['i morgen', null],
    ['', null],
  ])('reads %s as %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });
});
