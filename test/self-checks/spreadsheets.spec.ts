import { planted, sourceTree, type SourceTree } from './source-tree';

/** What writes a file that a spreadsheet opens. */
const WRITES = /write-excel-file|csv-stringify|text\/csv|officedocument\.spreadsheetml/;
/** Where the cells are made harmless; the web app has a function of the same name. */
const HARMLESS = /\b(plainCell|csvText)\(/;

/** S8: formulas in what people wrote are calculated by nobody's spreadsheet. */
function openCells(tree: SourceTree): string[] {
  return [...tree]
    .filter(([path]) => !path.endsWith('.spec.ts'))
    .filter(([, text]) => WRITES.test(text) && !HARMLESS.test(text))
    .map(([path]) => `${path} writes cells that do not go through plainCell`);
}

describe('spreadsheets', () => {
  it('every file that writes CSV or XLSX puts its cells through plainCell', () => {
    expect(openCells(sourceTree(['libs', 'apps']))).toEqual([]);
  });

  it('canary: an export that forgets it', () => {
    const path = 'libs/volume/src/planted.ts';
    const careless = `import writeXlsxFile from 'write-excel-file/node'; writeXlsxFile([[{ value: need.title }]]);`;
    expect(openCells(planted(new Map(), path, careless))).toEqual([expect.stringContaining(path)]);
    expect(openCells(planted(new Map(), path, `reply.type('text/csv').send(rows.join())`))).toHaveLength(1);
    expect(openCells(planted(new Map(), path, careless.replace('need.title', 'plainCell(need.title)')))).toEqual([]);
  });
});
