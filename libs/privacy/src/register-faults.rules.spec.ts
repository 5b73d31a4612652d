import type { HeldTable } from './held-table';
import { registerFaults } from './register-faults.rules';

const held = (columns: HeldTable['columns']): HeldTable[] => [
  { table: 'note', label: 'Notater', scope: 'REGION', purpose: 'p', basis: 'PUBLIC_TASK', retention: 'r', columns },
];

describe('the register of personal data against the catalogue', () => {
  it('agrees when every column is judged once', () => {
    const open = [
      { table: 'note', column: 'text' },
      { table: 'note', column: 'code' },
    ];
    const register = held([{ column: 'text', label: 'Tekst', holds: 'TEXT', erasure: 'MENTIONS' }]);
    expect(registerFaults(open, register, { note: { code: 'a code' } })).toEqual([]);
  });

  it('names a new column, one that is gone, one judged twice, one kept without a reason, a row that goes by half', () => {
    const register = held([
      { column: 'text', label: 'Tekst', holds: 'TEXT', erasure: 'KEEP' },
      { column: 'gone', label: 'Borte', holds: 'TEXT', erasure: 'DELETE' },
    ]);
    const open = [
      { table: 'note', column: 'text' },
      { table: 'note', column: 'fresh' },
    ];
    expect(registerFaults(open, register, { note: { text: 'harmless' } })).toEqual([
      'note.fresh: nobody has said whether it is personal',
      'note.gone: is not in the database, or cannot hold text',
      'note.text: KEEP and a reason go together',
      'note.text: stands there twice',
      'note: either the whole row goes or none of it',
    ]);
  });
});
