import { productOf, readDecimal, sameDecimal, sumOf } from './decimal';

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
