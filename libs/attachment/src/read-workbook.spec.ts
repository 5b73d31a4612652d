import { aWorkbook, aZip, workbookParts } from '../../../test/builders/workbook';
import { cellName, LARGEST_WORKBOOK, MOST_ROWS, readWorkbook } from './read-workbook';
import { writeWorkbook } from './write-workbook';

const ROWS = [
  ['Vare', 'År'],
  ['Alarm', 12.5],
];

describe('workbooks from somebody else', () => {
  it('are read as they stand: texts, figures without a lost decimal, gaps', async () => {
    expect(await readWorkbook(aWorkbook([...ROWS, [null, 1234567.0001]]))).toEqual([
      {
        name: 'Volum',
        rows: [
          ['Vare', 'År'],
          ['Alarm', '12.5'],
          [null, '1234567.0001'],
        ],
      },
    ]);
  });

  it('what is written is read again the same; no text becomes a formula (S8)', async () => {
    const file = await writeWorkbook([
      {
        name: 'Ark: [1]',
        columns: [{ title: 'Vare' }, { title: '2017' }, { title: '2018' }, { title: 'Sum' }],
        rows: [
          ['=1+1', { number: '0.1' }, { number: '1234567890123456.5' }, { sumOf: [1, 2] }],
          ['Åmli', null, { number: '3', modelled: true }, null],
        ],
      },
    ]);
    expect(await readWorkbook(file)).toEqual([
      {
        name: 'Ark   1',
        rows: [
          ['Vare', '2017', '2018', 'Sum'],
          ["'=1+1", '0.1', '1234567890123456,5', null],
          ['Åmli', null, '3', null],
        ],
      },
    ]);
  });

  it('an archive that grows is refused by what it declares, and where it lies about that (S8)', async () => {
    const bomb = { ...workbookParts(ROWS), 'xl/media/a.xml': Buffer.alloc(11 * 1024 * 1024) };
    expect(aZip(bomb).length).toBeLessThan(50_000);
    expect(await readWorkbook(aZip(bomb))).toBe('TOO_LARGE');
    expect(await readWorkbook(aZip(bomb, { 'xl/media/a.xml': 10 }))).toBe('NOT_A_WORKBOOK');
    expect(await readWorkbook(Buffer.alloc(LARGEST_WORKBOOK + 1))).toBe('TOO_LARGE');
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`xl/${at}.xml`, '']));
    expect(await readWorkbook(aZip({ ...workbookParts(ROWS), ...many }))).toBe('TOO_LARGE');
  });

  it('a cell at the end of the grid fills no memory, however it is written', async () => {
    const at = (cell: string) => {
      const parts = workbookParts(ROWS);
      const path = 'xl/worksheets/sheet1.xml';
      return readWorkbook(
        aZip({ ...parts, [path]: parts[path]!.replace('<row r="1048576"', `${cell}<row r="1048576"`) }),
      );
    };
    expect(await at('<row r="9"><c r="B9"><v>1</v></c></row>')).toEqual([expect.anything()]);
    expect(await at('<row r="9"><c r="XFD9"><v>1</v></c></row>')).toBe('TOO_LARGE');
    expect(await at(`<row r="${MOST_ROWS}"><c r="B${MOST_ROWS}"><v>1</v></c></row>`)).toEqual([expect.anything()]);
    expect(await at(`<row r="${MOST_ROWS + 1}"><c r="B${MOST_ROWS + 1}"><v>1</v></c></row>`)).toBe('TOO_LARGE');
    expect(await at('<row r="1048575"><c r="A1048575"><v>1</v></c></row>')).toBe('TOO_LARGE');
    expect(await at(`<row r='1048575'><c r='A1048575'><v>1</v></c></row>`)).toBe('NOT_A_WORKBOOK');
    expect(await at('<row r="9"><c r="&#88;FD9"><v>1</v></c></row>')).toBe('NOT_A_WORKBOOK');
    expect(await at('<row r="9"><c t=">" r="XFD9"><v>1</v></c></row>')).toBe('NOT_A_WORKBOOK');
    expect(await at('<row r="9"><c><v>1</v></c></row>')).toBe('NOT_A_WORKBOOK');
  });

  it('macros, document types and what is no workbook are refused', async () => {
    const parts = workbookParts(ROWS);
    expect(await readWorkbook(aZip({ ...parts, 'xl/vbaProject.bin': 'x' }))).toBe('HAS_MACROS');
    expect(await readWorkbook(aZip({ ...parts, 'xl/printerSettings/printerSettings1.bin': 'x' }))).toEqual([
      expect.anything(),
    ]);
    expect(await readWorkbook(aZip({ ...parts, 'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY b "c">]><sst/>' }))).toBe(
      'NOT_A_WORKBOOK',
    );
    expect(await readWorkbook(aZip({ 'a.xml': '<a/>' }))).toBe('NOT_A_WORKBOOK');
    expect(await readWorkbook(Buffer.from('Vare;2017\r\n'))).toBe('NOT_A_WORKBOOK');
    expect(await readWorkbook(aWorkbook(ROWS).subarray(0, 900))).toBe('NOT_A_WORKBOOK');
    expect(await readWorkbook(Buffer.alloc(0))).toBe('NOT_A_WORKBOOK');
  });

  it('names a cell as spreadsheets do', () => {
    expect([cellName('Volum', 4, 2), cellName('Volum', 0, 25), cellName('Volum', 0, 26)]).toEqual([
      'Volum!C5',
      'Volum!Z1',
      'Volum!AA1',
    ]);
  });
});
