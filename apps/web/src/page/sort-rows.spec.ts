import { sortRows } from './sort-rows';

describe('sorted rows', () => {
  const sorted = (cells: (string | number | null)[], direction: 'ascending' | 'descending' = 'ascending') =>
    sortRows(cells, (cell) => cell, direction);

  it('figures by size, words as Norwegians do, dates by day', () => {
    expect(sorted(['10', '9.5', '-1', '100'])).toEqual(['-1', '9.5', '10', '100']);
    expect(sorted(['Åmli', 'Risør', 'Ærøy', 'Arendal', 'Øyer'])).toEqual(['Arendal', 'Risør', 'Ærøy', 'Øyer', 'Åmli']);
    expect(sorted(['2017-02-01', '2016-12-31'], 'descending')).toEqual(['2017-02-01', '2016-12-31']);
  });

  it('what is empty stands last, whichever way', () => {
    expect(sorted([null, 'b', 'a'])).toEqual(['a', 'b', null]);
    expect(sorted([null, 'b', 'a', ''], 'descending')).toEqual(['b', 'a', null, '']);
  });
});
