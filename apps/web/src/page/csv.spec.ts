import { csvOf } from './csv';

describe('a table as CSV (U8, S8)', () => {
  it('is marked as UTF-8, with semicolons, quoted where needed, and no cell is a formula', () => {
    expect(
      csvOf(
        ['Kommune', 'Ledd'],
        [
          ['Åmli', 'a;b'],
          ['=1+1', 'si "ja"'],
        ],
      ),
    ).toBe('\uFEFFKommune;Ledd\r\nÅmli;"a;b"\r\n\'=1+1;"si ""ja"""\r\n');
  });
});
