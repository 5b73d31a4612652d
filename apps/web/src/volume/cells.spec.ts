import { formatDecimal } from '../clock/format';
import { changedCells, isReadable, rowSum, writtenCells, yearValue, type Kept } from './cells';

const ALARM = 'a0000000-0000-7000-8000-000000000001';
const kept = new Map<string, Kept>([
  [
    `${ALARM} 2017`,
    { itemId: ALARM, year: 2017, expected: '100.0000', maximum: null, unitPrice: '2500.00', origin: 'NEED' },
  ],
  [`${ALARM} 2018`, { itemId: ALARM, year: 2018, expected: '50', maximum: '60', unitPrice: null, origin: 'MODELLED' }],
]);
const cell = (expected: string, more = {}) => ({ expected, maximum: '', modelled: false, ...more });

describe('the cells of the volume sheet', () => {
  it('only what says something else is sent; the own price stays', () => {
    const cells = new Map([
      [`${ALARM} 2017`, cell('110')],
      [`${ALARM} 2018`, cell('50,0', { maximum: '60', modelled: true })],
      [`${ALARM} 2019`, cell('')],
    ]);
    expect(changedCells(cells, kept, 'nb')).toEqual([
      {
        itemId: ALARM,
        year: 2017,
        expected: '110',
        maximum: null,
        modelled: false,
        unitPrice: { amount: '2500.00', vat: 'EXCLUDED' },
      },
    ]);
  });

  it('a suggestion that somebody has touched is modelled no longer', () => {
    const cells = new Map([[`${ALARM} 2018`, cell('50', { maximum: '60' })]]);
    expect(changedCells(cells, kept, 'nb')).toEqual([expect.objectContaining({ year: 2018, modelled: false })]);
  });

  it('a cell that is emptied becomes nothing bought', () => {
    expect(changedCells(new Map([[`${ALARM} 2017`, cell('')]]), kept, 'nb')).toEqual([
      expect.objectContaining({ expected: '0' }),
    ]);
  });

  it('adds up and values exactly', () => {
    const cells = new Map([
      [`${ALARM} 2017`, cell('0,1')],
      [`${ALARM} 2018`, cell('0,2')],
    ]);
    expect(rowSum(cells, ALARM, [2017, 2018, 2019], 'nb')).toBe('0.3');
    expect(yearValue(cells, kept, [{ id: ALARM, unitPrice: '900' }], 2017, 'nb')).toBe('250');
    expect(yearValue(cells, kept, [{ id: ALARM, unitPrice: '900' }], 2018, 'nb')).toBe('180');
  });

  it('refuses what is no quantity, and what may be two', () => {
    const nb = ['', '1 000', '12,5', '-1', 'x', '1.200'].map((text) => isReadable(text, 'nb'));
    expect(nb).toEqual([true, true, true, false, false, false]);
  });

  it('what is kept and shown is not a change, in any language', () => {
    const large = new Map([[`${ALARM} 2017`, { ...kept.get(`${ALARM} 2017`)!, expected: '1200' }]]);
    for (const language of ['nb', 'nn', 'en'] as const) {
      const shown = writtenCells(large, (value) => formatDecimal(value, language));
      expect(changedCells(shown, large, language)).toEqual([]);
    }
  });
});
