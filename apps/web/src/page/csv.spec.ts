import { plainCell as plainCellOfService } from '../../../../libs/attachment/src/spreadsheet-cell.rules';
import { csvText, fileName, plainCell, writtenCell } from './csv';

describe('CSV from a page', () => {
  it('is read right by Norwegian spreadsheets: byte order mark, semicolon, comma in decimals, dates (U8)', () => {
    expect(
      csvText([
        ['Kommune', 'Volum', 'Frist', 'Anker'],
        ['Åseral; indre', '1234.5', '2016-11-22', null],
        ['Sa «ja» "nå"', -2.5, '', true],
      ]),
    ).toBe('\ufeffKommune;Volum;Frist;Anker\r\n"Åseral; indre";1234,5;22.11.2016;\r\n"Sa «ja» ""nå""";-2,5;;true\r\n');
  });

  it('no text becomes a formula, by the same rule as the service has (S8)', () => {
    const texts = ['=1+1', '+47', '-1', '@a', '\tx', '\rx', " =cmd|'/c calc'!A1", "'=x", '＝1', 'Evje', '1,5', "'s"];
    expect(texts.map(plainCell)).toEqual(texts.map(plainCellOfService));
    expect(csvText([['=HYPERLINK("http://x")']])).toBe('\ufeff"\'=HYPERLINK(""http://x"")"\r\n');
    expect(writtenCell(0)).toBe('0');
  });

  it('a file name holds no sign that a file system minds', () => {
    expect(fileName('Tavle: Trygghets/alarmer «2016»', 'csv')).toBe('Tavle Trygghets alarmer 2016.csv');
    expect(fileName('///', 'csv')).toBe('samanker.csv');
  });
});
