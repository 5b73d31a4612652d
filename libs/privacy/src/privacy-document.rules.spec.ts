import type { HeldTable } from './held-table';
import { BEGINS, ENDS, registerTables, withTables } from './privacy-document.rules';

const NOTE: HeldTable = {
  table: 'note',
  label: 'Notater',
  scope: 'REGION',
  purpose: 'to remember',
  basis: 'PUBLIC_TASK',
  retention: 'a year',
  columns: [{ column: 'text', label: 'Tekst', holds: 'TEXT', erasure: 'KEEP', because: 'it is a decision' }],
};

describe('the document about personal data', () => {
  it('says of each table why, and of each column what erasing does and why something is kept', () => {
    expect(registerTables([NOTE])).toMatch(
      /\| `note` +\| Notater +\| to remember +\| public task, 6 \(1\) e +\| a year +\|/,
    );
    expect(registerTables([NOTE])).toContain(
      '| `note.text` | Tekst        | people’s own words | kept: it is a decision    |',
    );
  });

  it('is made anew between its two lines, and what stands around them stays', () => {
    expect(withTables(`# A\n${BEGINS}\nold\n${ENDS}\nZ`, 'new')).toBe(`# A\n${BEGINS}\n\nnew\n\n${ENDS}\nZ`);
    expect(() => withTables('# A', 'new')).toThrow('lacks the line');
  });
});
