import { pastedRows, placePasted } from './paste';

const items = ['Trygghetsalarm', 'Fallsensor', 'Dør- og bevegelsesalarm'].map((name, at) => ({
  id: `item-${at}`,
  name,
}));
const years = [2017, 2018, 2019];
const at = (itemId: string, year: number) => ({ items, years, from: { itemId, year } });
const placed = (text: string, from = at('item-0', 2017)) => {
  const { cells, left } = placePasted(pastedRows(text), from);
  return { cells: cells.map(({ itemId, year, text: said }) => `${itemId} ${year} ${said}`), left };
};

describe('what is pasted into the volume sheet', () => {
  it('reads rows and columns; a dash is an empty cell; empty rows at the end are none', () => {
    expect(pastedRows('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(pastedRows('-\t -   \t1\u00a0200,5\n\t\t\n\n')).toEqual([['', '', '1 200,5']]);
  });

  it('goes to the right and down, and counts what falls outside', () => {
    expect(placed('1\t2\n3\t4', at('item-1', 2018))).toEqual({
      cells: ['item-1 2018 1', 'item-1 2019 2', 'item-2 2018 3', 'item-2 2019 4'],
      left: 0,
    });
    expect(placed('1\t2\n3\t\n5\t6', at('item-1', 2019))).toEqual({
      cells: ['item-1 2019 1', 'item-2 2019 3'],
      left: 3,
    });
  });

  it('a heading of years and a column of names say where the numbers belong, wherever they are pasted', () => {
    const table =
      'Vare\tEnhet\t2018\t2019\tSum\nfallsensor\tstk\t3\t4\t7\nTrygghetsalarm\tstk\t10\t20\t30\nKomfyrvakt\tstk\t8\t\t8';
    expect(placed(table, at('item-2', 2019))).toEqual({
      cells: ['item-1 2018 3', 'item-1 2019 4', 'item-0 2018 10', 'item-0 2019 20'],
      left: 1,
    });
  });

  it('names without a heading: the units are left out, the first number goes into the year pasted into', () => {
    expect(placed('Trygghetsalarm\tstk\t10\t20\nFallsensor\tstk\t3\t')).toEqual({
      cells: ['item-0 2017 10', 'item-0 2018 20', 'item-1 2017 3', 'item-1 2018 '],
      left: 0,
    });
  });

  it('a year alone may be a quantity; a year outside the sheet has no place', () => {
    expect(placed('2018\n10').cells).toEqual(['item-0 2017 2018', 'item-1 2017 10']);
    expect(placed('2018\t2030\n1\t2').left).toBe(0);
    expect(placed('Vare\t2018\t2030\nTrygghetsalarm\t1\t2')).toEqual({ cells: ['item-0 2018 1'], left: 1 });
  });
});
