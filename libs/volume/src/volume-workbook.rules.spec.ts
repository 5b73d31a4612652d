import { importedCells } from './volume-import.rules';
import { readQuantity, readVolumeSheet, volumeSheet, type VolumeBook } from './volume-workbook.rules';

const book: VolumeBook = {
  participationId: 'p1',
  items: [
    { itemId: 'i1', partTitle: '1. Alarmer', name: '=Alarm', unitName: 'stykk' },
    { itemId: 'i2', partTitle: '1. Alarmer', name: 'Sensor', unitName: 'stykk' },
  ],
  years: [2017, 2018],
  kept: [
    { itemId: 'i1', year: 2017, expected: '240', maximum: '300', unitPrice: '2400.50', origin: 'DECLARED' },
    { itemId: 'i1', year: 2018, expected: '20.5', maximum: null, unitPrice: null, origin: 'MODELLED' },
  ],
};

/** The sheet as it comes back when nobody has changed anything. */
function filledIn(change: (rows: (string | null)[][]) => void = () => undefined) {
  const { name, columns, rows } = volumeSheet(book, 'NB');
  const plain = rows.map((row) =>
    row.map((cell) =>
      cell === null || cell === '' || typeof cell === 'string' ? cell || null : 'number' in cell ? cell.number : null,
    ),
  );
  const all = [columns.map(({ title }) => title as string | null), ...plain];
  change(all);
  return [{ name, rows: all }];
}

describe('the workbook of a volume sheet (U7)', () => {
  it('has two rows an item, a column a year, units, sums, what is modelled and a key', () => {
    const { columns, rows } = volumeSheet(book, 'NN');
    expect(columns.map(({ title }) => title)).toEqual([
      'Del',
      'Vare eller teneste',
      'Mengd',
      'Eining',
      '2017',
      '2018',
      'Sum',
      'Modellert',
      'samanker:p1',
    ]);
    expect(rows[0]).toEqual([
      '1. Alarmer',
      '=Alarm',
      'Forventa',
      'stykk',
      { number: '240', modelled: false },
      { number: '20.5', modelled: true },
      { sumOf: [4, 5] },
      '2018',
      'i1 EXPECTED',
    ]);
    expect(rows[1]!.slice(4, 6)).toEqual([{ number: '300', modelled: false }, null]);
  });

  it('coming back untouched, sorted or without some rows, it changes nothing', () => {
    const nothing = { changes: [], faults: [], quantities: 3 };
    expect(readVolumeSheet(filledIn(), book)).toEqual(nothing);
    expect(
      readVolumeSheet(
        filledIn((rows) => rows.push(...rows.splice(1, 1))),
        book,
      ),
    ).toEqual(nothing);
    expect(
      readVolumeSheet(
        filledIn((rows) => rows.splice(3, 2)),
        book,
      ),
    ).toEqual(nothing);
    expect(
      readVolumeSheet(
        filledIn((rows) => rows.push([null, null])),
        book,
      ),
    ).toEqual(nothing);
  });

  it('says what is different and where: an emptied quantity is nothing bought, an emptied largest one is gone', () => {
    const sheets = filledIn((rows) => {
      rows[1]![4] = null;
      rows[1]![5] = '20.50';
      rows[2]![4] = '';
      rows[3]![5] = '1 234,5';
    });
    expect(readVolumeSheet(sheets, book)).toEqual({
      quantities: 2,
      faults: [],
      changes: [
        { cell: 'Volum!E2', itemId: 'i1', year: 2017, kind: 'EXPECTED', before: '240', after: '0' },
        { cell: 'Volum!E3', itemId: 'i1', year: 2017, kind: 'MAXIMUM', before: '300', after: null },
        { cell: 'Volum!F4', itemId: 'i2', year: 2018, kind: 'EXPECTED', before: null, after: '1234.5' },
      ],
    });
  });

  it('names every cell that cannot be read', () => {
    const sheets = filledIn((rows) => {
      rows[0]![5] = '2031';
      rows[1]![4] = 'mange';
      rows[2]![8] = 'noe annet';
      rows.push([...rows[3]!], [null, null, null, null, null, null, null, null, 'uten tall']);
    });
    expect(readVolumeSheet(sheets, book)).toMatchObject({
      changes: [],
      faults: [
        { cell: 'Volum!F1', fault: 'UNKNOWN_YEAR' },
        { cell: 'Volum!E2', fault: 'NOT_A_NUMBER' },
        { cell: 'Volum!I3', fault: 'UNKNOWN_ROW' },
        { cell: 'Volum!I6', fault: 'ROW_TWICE' },
      ],
    });
    expect(
      readVolumeSheet(
        filledIn((rows) => (rows[0]![5] = '2017')),
        book,
      ),
    ).toMatchObject({
      faults: [{ cell: 'Volum!F1', fault: 'YEAR_TWICE' }],
    });
  });

  it('knows a file of somebody else, and one that was not made here', () => {
    expect(readVolumeSheet(filledIn(), { ...book, participationId: 'p2' })).toBe('OTHER_PARTICIPATION');
    expect(readVolumeSheet([{ name: 'A', rows: [['Vare', '2017']] }], book)).toBe('NO_KEYS');
    expect(readVolumeSheet([], book)).toBe('NO_KEYS');
  });

  it('reads figures of spreadsheets and of people exactly, and no others', () => {
    expect(
      ['12', '0.30000000000000004', '1.2E+3', '1 234,5', '1.234,50', '1,234.5', '12,5', '−3', '999999999999.9999'].map(
        readQuantity,
      ),
    ).toEqual(['12', '0.3', '1200', '1234.5', '1234.5', '1234.5', '12.5', '-3', '999999999999.9999']);
    for (const text of ['x', '1/2', '=1', 'Infinity', 'NaN', '1E999', '1e', ''])
      expect(readQuantity(text)).toBe('NOT_A_NUMBER');
  });

  it('what the file does not change stays with a changed cell: the other quantity and the own price', () => {
    const change = { itemId: 'i1', year: 2017, before: null, cell: 'Volum!E2' };
    expect(importedCells([{ ...change, kind: 'EXPECTED', after: '250' }], book.kept)).toEqual([
      {
        itemId: 'i1',
        year: 2017,
        expected: '250',
        maximum: '300',
        unitPrice: '2400.50',
        modelled: false,
        places: { EXPECTED: 'Volum!E2' },
      },
    ]);
    expect(
      importedCells(
        [
          { ...change, itemId: 'i2', kind: 'MAXIMUM', after: '9' },
          { ...change, itemId: 'i2', kind: 'EXPECTED', after: '8', cell: 'Volum!E4' },
        ],
        book.kept,
      ),
    ).toMatchObject([{ expected: '8', maximum: '9', places: { MAXIMUM: 'Volum!E2', EXPECTED: 'Volum!E4' } }]);
  });
});
