import { changedCells, isReadable, pastedRows, rowSum, yearValue, type Kept } from './cells';

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
    expect(changedCells(cells, kept)).toEqual([
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
    expect(changedCells(cells, kept)).toEqual([expect.objectContaining({ year: 2018, modelled: false })]);
  });

  it('a cell that is emptied becomes nothing bought', () => {
    expect(changedCells(new Map([[`${ALARM} 2017`, cell('')]]), kept)).toEqual([
      expect.objectContaining({ expected: '0' }),
    ]);
  });

  it('adds up and values exactly', () => {
    const cells = new Map([
      [`${ALARM} 2017`, cell('0,1')],
      [`${ALARM} 2018`, cell('0,2')],
    ]);
    expect(rowSum(cells, ALARM, [2017, 2018, 2019])).toBe('0.3');
    expect(yearValue(cells, kept, [{ id: ALARM, unitPrice: '900' }], 2017)).toBe('250');
    expect(yearValue(cells, kept, [{ id: ALARM, unitPrice: '900' }], 2018)).toBe('180');
  });

  it('reads what a spreadsheet copies, and refuses what is no quantity', () => {
    expect(pastedRows('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(['', '1 000', '12,5', '-1', 'x'].map(isReadable)).toEqual([true, true, true, false, false]);
  });
});
