import { bodiesToCome } from './coming-bodies.rules';
import { plannedVolumes, standingOfVolumes } from './planned-volumes.rules';
import { readHeader } from './running-sheet.rules';
import { MunicipalityFinder } from './sheet-municipalities.rules';
import { readRows } from './sheet-rows.rules';

const finder = new MunicipalityFinder([{ id: 'Risør', name: 'Risør', number: null, before: [] }]);
const TERM = { firstYear: 2017, years: 2, optionYears: 1 };

function read(headings: string[], cells: string[], items: string[] = []) {
  const sheet = { name: 'Ark1', rows: [headings, cells], pointIsDecimal: false };
  const header = readHeader(sheet, [], items, finder);
  const [row] = readRows(sheet, header, {
    today: '2016-11-20',
    finder,
    known: new Map(),
    said: new Map(),
    leftOut: new Set(),
  });
  return { row: row!, columns: header.columns, items: items.length };
}
function volumesOf(headings: string[], cells: string[], items: string[]) {
  const { row, columns } = read(headings, cells, items);
  const { volumes, faults } = plannedVolumes(row, columns, items.length, TERM);
  return [
    ...(volumes?.quantities.map(({ itemNumber, year, expected }) => `${itemNumber} ${year} ${expected}`) ?? []),
    ...faults.map(({ cell, fault }) => `${cell} ${fault}`),
  ];
}

describe('the quantities of a running sheet (R20)', () => {
  it('count for each year of the contract where the heading names none, options not counted', () => {
    expect(volumesOf(['Kommune', 'Alarm'], ['Risør', '240'], ['Alarm'])).toEqual(['1 2017 240', '1 2018 240']);
  });

  it('stand in the year that the heading names, also an option year', () => {
    expect(volumesOf(['Kommune', 'Alarm 2017', 'Alarm 2019'], ['Risør', '240', '12,5'], ['Alarm'])).toEqual([
      '1 2017 240',
      '1 2019 12.5',
    ]);
  });

  it('are refused for a year outside the term, and for no item of the case', () => {
    expect(volumesOf(['Kommune', 'Alarm 2024'], ['Risør', '1'], ['Alarm'])).toEqual(['Ark1!B2 NO_SUCH_YEAR']);
    expect(volumesOf(['Kommune', 'Antall pumper'], ['Risør', '1'], ['Alarm'])).toEqual(['Ark1!B2 NO_SUCH_ITEM']);
  });

  it('are never overwritten', () => {
    const planned = [{ itemId: 'a', year: 2017, expected: '240' }];
    const lines = (expected: string) => ({ begun: true, lines: [{ itemId: 'a', year: 2017, expected }] });
    expect(standingOfVolumes(planned, { begun: false, lines: [] })).toBe('NEW');
    expect(standingOfVolumes(planned, lines('240.0'))).toBe('UNCHANGED');
    expect(standingOfVolumes(planned, lines('250'))).toBe('KEPT');
    expect(standingOfVolumes(planned, { begun: true, lines: [] })).toBe('KEPT');
  });
});

describe('bodies that a running sheet names', () => {
  const kinds = (status: string, registered: string[] = []) =>
    bodiesToCome(read(['Kommune', 'Status'], ['Risør', status]).row, registered).map(({ kind }) => kind);

  it('are registered before the route is made, so that nobody else has decided', () => {
    expect(kinds('vedtatt 16.11.16')).toEqual(['COUNCIL']);
    expect(kinds('formannskapet innstilt 8.11.16')).toEqual(['EXECUTIVE_COMMITTEE', 'COUNCIL']);
    expect(kinds('vedtatt av rådmannen 8.11.16')).toEqual([]);
    expect(kinds('vedtatt')).toEqual([]);
    expect(kinds('skal opp i kommunestyret 14.12.16')).toEqual([]);
  });

  it('are not registered twice', () => {
    expect(kinds('vedtatt 16.11.16', ['COUNCIL'])).toEqual([]);
  });
});
