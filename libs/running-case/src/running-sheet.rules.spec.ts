import { readHeader, type GivenSheet } from './running-sheet.rules';
import { MunicipalityFinder } from './sheet-municipalities.rules';
import type { SheetCell } from './sheet-text.rules';

const finder = new MunicipalityFinder(
  ['Risør', 'Grimstad', 'Arendal'].map((name) => ({ id: name, name, number: null, before: [] })),
);
const sheet = (...rows: SheetCell[][]): GivenSheet => ({ name: 'Ark1', rows, pointIsDecimal: false });
const meanings = (given: GivenSheet, said: Parameters<typeof readHeader>[1] = []) => {
  const { row, columns } = readHeader(given, said, [], finder);
  return [row, ...columns.map(({ meaning, body }) => (body ? `${meaning} ${body}` : meaning))];
};

describe('the headings of a running sheet', () => {
  it('stand under a title and empty rows', () => {
    const given = sheet(
      ['Oversikt responssenter 2016'],
      [],
      ['Nr', 'Kommune', 'Status', 'Dato'],
      ['1', 'Risør', 'ok', '1.9.16'],
    );
    expect(meanings(given)).toEqual([2, 'IGNORED', 'MUNICIPALITY', 'STATUS', 'DECIDED_ON']);
  });

  it('stand in two rows of which the upper one is merged', () => {
    const given = sheet(
      ['', 'Formannskap', null, 'Kommunestyre', null, 'Kontakt', null],
      ['Kommune', 'Dato', 'Vedtak', 'Dato', 'Vedtak', 'Navn', 'E-post'],
      ['Risør', '1.9.16', 'innstilt', '8.9.16', 'vedtatt', 'Kari', 'kari@risor.example'],
    );
    expect(meanings(given)).toEqual([
      1,
      'MUNICIPALITY',
      'DECIDED_ON EXECUTIVE_COMMITTEE',
      'STATUS EXECUTIVE_COMMITTEE',
      'DECIDED_ON COUNCIL',
      'STATUS COUNCIL',
      'CONTACT_NAME',
      'CONTACT_EMAIL',
    ]);
  });

  it('may be missing: the column of municipalities is known by what stands in it, the others are asked', () => {
    expect(meanings(sheet(['1', 'Risør', 'ok'], ['2', 'Grimstad', 'nei'], ['3', 'Arendal', '?']))).toEqual([
      null,
      null,
      'MUNICIPALITY',
      null,
    ]);
  });

  it('are what the person says they are', () => {
    const given = sheet(['Kommune', 'Greie', 'Status'], ['Risør', 'x', 'ok']);
    expect(meanings(given, [{ column: 1, meaning: 'COMMENT' }])).toEqual([0, 'MUNICIPALITY', 'COMMENT', 'STATUS']);
    expect(meanings(given, [{ column: 2, meaning: 'IGNORED' }])).toEqual([0, 'MUNICIPALITY', null, 'IGNORED']);
  });

  it('show what stands in a column, to know it by', () => {
    const { columns } = readHeader(
      sheet(['Kommune', 'Hm'], ['Risør', 'a'], ['Grimstad', ''], ['Arendal', 'b']),
      [],
      [],
      finder,
    );
    expect(columns[1]).toMatchObject({ heading: 'Hm', sample: 'a · b', meaning: null });
  });
});
