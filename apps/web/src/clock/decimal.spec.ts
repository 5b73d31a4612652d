import { productOf, readAmount, readDecimal, sameDecimal, sumOf } from './decimal';
import { formatDecimal } from './format';

describe('decimals as people write them', () => {
  it.each([
    ['1 234,5', '1234.5'],
    ['1\u00a0234,5', '1234.5'],
    ['1.234,50', '1234.5'],
    ['1,234.50', '1234.5'],
    ['1234.5', '1234.5'],
    ['007', '7'],
    ['0,0', '0'],
    ['-3', '-3'],
    ['\u22123', '-3'],
    [',5', '0.5'],
    ['12 345 678', '12345678'],
    ['mange', null],
    ['', null],
    ['1,2,3', null],
    ['1e5', null],
  ])('%s is %s', (text, decimal) => {
    expect(readDecimal(text)).toBe(decimal);
  });

  it.each([
    ['1,200', 'nb', '1.2'],
    ['1,200', 'en', '1200'],
    ['1.200', 'nb', null],
    ['1.200', 'nn', null],
    ['1.200', 'en', '1.2'],
    ['0.125', 'nb', '0.125'],
    ['1200.125', 'nb', '1200.125'],
    ['1.200.000', 'nb', '1200000'],
    ['1,200,000', 'en', '1200000'],
    ['1,234.5', 'en', '1234.5'],
    ['12,5', 'en', '12.5'],
  ] as const)('a quantity is never a thousandfold by guessing: %s in %s is %s', (text, language, decimal) => {
    expect(readDecimal(text, language)).toBe(decimal);
  });

  it.each(['nb', 'nn', 'en'] as const)('what is shown in %s is read again as it is', (language) => {
    for (const value of ['1200', '1234567', '1234.5', '0.125', '12.3456', '-1200', '999'])
      expect(readDecimal(formatDecimal(value, language), language)).toBe(value);
  });

  it.each([
    ['300.000', '300000'],
    ['300,000', '300000'],
    ['1.250.000', '1250000'],
    ['1.234,50', '1234.5'],
    ['52,50', '52.5'],
    ['300 000', '300000'],
    ['mye', null],
  ])('an amount of %s is %s', (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });

  it('adds exactly, where floating-point numbers would not', () => {
    expect(sumOf(['0.1', '0.2'])).toBe('0.3');
    expect(sumOf(['9007199254740993', '0.0001'])).toBe('9007199254740993.0001');
    expect(sumOf(['1.5', '-2'])).toBe('-0.5');
    expect(sumOf([])).toBe('0');
  });

  it('multiplies and rounds to whole øre, half up', () => {
    expect(productOf('3', '2500.00')).toBe('7500.00');
    expect(productOf('0.5', '0.01')).toBe('0.01');
    expect(productOf('0.3333', '10')).toBe('3.33');
  });

  it('knows the same number in other words', () => {
    expect(sameDecimal('1.50', '1.5')).toBe(true);
    expect(sameDecimal(null, undefined)).toBe(true);
    expect(sameDecimal('0', null)).toBe(false);
  });
});
