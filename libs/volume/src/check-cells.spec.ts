import { InvalidInput, Refusal } from '@samanker/request';
import { checkCells, type Sheet } from './check-cells';
import type { VolumeCellInput } from './declare-volumes.input';

const sheet: Sheet = {
  term: { firstYear: 2017, years: 4, optionYears: 2 },
  unitOfItem: new Map([
    ['alarm', 'STK'],
    ['gas', 'KG'],
  ]),
  units: new Map(
    [
      ['STK', 'COUNT', '1'],
      ['DUSIN', 'COUNT', '12'],
      ['KG', 'MASS', '1'],
      ['G', 'MASS', '0.001'],
    ].map(([code, dimension, toBase]) => [code!, { code: code!, dimension: dimension!, toBase: toBase! }]),
  ),
};
const cell = (change: Partial<VolumeCellInput>): VolumeCellInput => ({
  itemId: 'alarm',
  year: 2017,
  expected: '10',
  modelled: false,
  ...change,
});
const says = (...cells: Partial<VolumeCellInput>[]): string => {
  const found = checkCells(cells.map(cell), sheet);
  if (!(found instanceof Refusal)) return JSON.stringify(found.map(({ expected, maximum }) => [expected, maximum]));
  return `${found.path.slice(2).join('.')} ${found instanceof InvalidInput ? found.fault : found.code}`;
};

describe('the cells of a volume sheet (R18, R20)', () => {
  it('are taken as they are in the unit of the item', () => {
    expect(says({}, { year: 2022, expected: '0', maximum: '12.5000' })).toBe('[["10",null],["0","12.5"]]');
  });

  it('are converted when that is exact, and refused when it is not or cannot be', () => {
    expect(says({ expected: '2', maximum: '3', unitCode: 'dusin' })).toBe('[["24","36"]]');
    expect(says({ itemId: 'gas', expected: '2500', unitCode: 'G' })).toBe('[["2.5",null]]');
    expect(says({ itemId: 'gas', expected: '0.01', unitCode: 'G' })).toBe('0.unitCode UNITS_DO_NOT_AGREE');
    expect(says({ expected: '1', unitCode: 'KG' })).toBe('0.unitCode UNITS_DO_NOT_AGREE');
    expect(says({ unitCode: 'FAVN' })).toBe('0.unitCode UNKNOWN_UNIT');
  });

  it.each<[Partial<VolumeCellInput>, string]>([
    [{ expected: '-1' }, '0.expected NEGATIVE'],
    [{ expected: '1000000001' }, '0.expected TOO_LARGE'],
    [{ expected: '1.00001' }, '0.expected TOO_MANY_DECIMALS'],
    [{ expected: '100000000', unitCode: 'DUSIN' }, '0.expected TOO_LARGE'],
    [{ maximum: '9.9999' }, '0.maximum MAXIMUM_BELOW_EXPECTED'],
    [{ year: 2016 }, '0.year YEAR_OUTSIDE_TERM'],
    [{ year: 2023 }, '0.year YEAR_OUTSIDE_TERM'],
    [{ itemId: 'other' }, '0.itemId UNKNOWN_REFERENCE'],
    [{ unitPrice: { amount: '1.001', vat: 'EXCLUDED' as never } }, '0.unitPrice.amount TOO_MANY_DECIMALS'],
    [{ unitPrice: { amount: '1.00', vat: 'INCLUDED' as never } }, '0.unitPrice.vat VAT_INCLUDED'],
  ])('are refused by the name of the field: %j', (change, wanted) => expect(says(change)).toBe(wanted));

  it('come once each', () => {
    expect(says({}, { expected: '5' })).toBe('1.itemId DUPLICATE');
  });
});
