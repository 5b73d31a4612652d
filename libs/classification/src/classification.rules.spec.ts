import {
  convert,
  cpvCodeOf,
  sharedCpvDigits,
  significantDigits,
  unitCodeOf,
  unitsAgree,
  type UnitOfMeasure,
} from './classification.rules';
import { UNITS } from './units';

const unit = (code: string): UnitOfMeasure => UNITS.find((u) => u.code === code)!;

describe('R18: units must agree to be added', () => {
  it.each([
    ['2.5', 'TONN', 'KG', '2500'],
    ['1', 'G', 'KG', '0.001'],
    ['0.0001', 'TONN', 'KG', '0.1'],
    ['90', 'MINUTT', 'TIME', '1.5'],
    ['3', 'AR', 'MND', '36'],
    ['7', 'PAR', 'STK', '14'],
    ['12', 'STK', 'STK', '12'],
    ['12.5000', 'KG', 'KG', '12.5'],
    ['999999999.9999', 'KG', 'G', '999999999999.9'],
    ['3', 'MND', 'KVARTAL', '1'],
  ])('%s %s is %s %s exactly', (quantity, from, to, expected) => {
    expect(convert(quantity, unit(from), unit(to))).toMatchObject({ quantity: expected });
  });

  it('shows the conversion that was applied, the larger unit first', () => {
    expect(convert('2', unit('TONN'), unit('KG'))).toEqual({
      quantity: '2000',
      shown: { larger: 'TONN', smaller: 'KG', factor: '1000' },
    });
    expect(convert('2000', unit('KG'), unit('TONN'))).toMatchObject({
      shown: { larger: 'TONN', smaller: 'KG', factor: '1000' },
    });
    expect(convert('2', unit('KG'), unit('KG'))).toMatchObject({ shown: null });
  });

  it.each([
    ['LISENS', 'BRUKER'],
    ['KG', 'LITER'],
    ['AR', 'TIME'],
    ['ABONNEMENT', 'STK'],
    ['NOK', 'STK'],
  ])('refuses %s to %s: they measure different things', (from, to) => {
    expect(convert('1', unit(from), unit(to))).toEqual({ refused: 'DIFFERENT_DIMENSION' });
    expect(unitsAgree(unit(from), unit(to))).toBe(false);
  });

  it.each([
    ['10', 'MINUTT', 'TIME'],
    ['1', 'MND', 'AR'],
    ['1', 'STK', 'DUSIN'],
    ['1', 'G', 'TONN'],
  ])('refuses %s %s in %s: it would have to be rounded', (quantity, from, to) => {
    expect(convert(quantity, unit(from), unit(to))).toEqual({ refused: 'NOT_EXACT' });
  });

  it('there and back again is where it began, for every pair of one dimension', () => {
    for (const a of UNITS)
      for (const b of UNITS.filter((other) => other.dimension === a.dimension)) {
        const there = convert('5040', a, b);
        if ('quantity' in there) expect(convert(there.quantity, b, a)).toMatchObject({ quantity: '5040' });
      }
  });
});

describe('units', () => {
  it('have codes that the table takes, each once, and a factor of at most nine decimals', () => {
    expect(new Set(UNITS.map((u) => u.code)).size).toBe(UNITS.length);
    for (const u of UNITS) {
      expect(u.code).toMatch(/^[A-Z0-9_]{1,20}$/);
      expect(u.toBase).toMatch(/^\d{1,9}(\.\d{1,9})?$/);
    }
  });

  it('no way of writing one unit means another unit as well', () => {
    const seen = new Map<string, string>();
    for (const u of UNITS)
      for (const name of [u.code, u.nameNb, u.nameNn, u.nameEn, ...u.synonyms].map((n) => n.toLowerCase())) {
        expect([name, seen.get(name) ?? u.code]).toEqual([name, u.code]);
        seen.set(name, u.code);
      }
  });

  it.each([
    ['stk', 'STK'],
    ['Stykk', 'STK'],
    ['enheter', 'STK'],
    ['einingar', 'STK'],
    [' kvm ', 'M2'],
    ['m²', 'M2'],
    ['timar', 'TIME'],
    ['År', 'AR'],
    ['A\u030ar', 'AR'],
    ['brukarar', 'BRUKER'],
    ['favner', null],
  ])('%s is %s', (text, code) => {
    expect(unitCodeOf(text)).toBe(code);
  });
});

describe('CPV codes', () => {
  it.each([
    ['33195000', '33195100', 5],
    ['33195000', '33195000', 8],
    ['33190000', '33195100', 4],
    ['33000000', '35000000', 1],
    ['35121700', '33195000', 1],
    ['33195110', '33195200', 5],
  ])('%s and %s share %i digits', (a, b, digits) => {
    expect(sharedCpvDigits(a, b)).toBe(digits);
    expect(sharedCpvDigits(b, a)).toBe(digits);
  });

  it('knows how fine a code is', () => {
    expect(significantDigits('33000000')).toBe(2);
    expect(significantDigits('30000000')).toBe(2);
    expect(significantDigits('33195110')).toBe(7);
  });

  it.each([
    ['33195000-3', '33195000'],
    [' 33195000 ', '33195000'],
    ['3319500', null],
    ['33195000-33', null],
    ['tekst', null],
  ])('reads %s as %s', (text, code) => {
    expect(cpvCodeOf(text)).toBe(code);
  });
});
