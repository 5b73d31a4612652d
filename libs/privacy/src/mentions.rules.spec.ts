import { mentionsOf, type Named } from './mentions.rules';

const KARI = { name: 'Kari  Nordmann-Å', email: 'kari.n@amli.example', phone: '+47 900 12 345' };
const without = (text: string, person: Named = KARI): string => text.replace(new RegExp(mentionsOf(person), 'gi'), '·');

describe('finding a person in other people’s words', () => {
  it.each([
    ['Spør kari nordmann-Å.', 'Spør ·.'],
    ['Kari\nNordmann-Å sa ja', '· sa ja'],
    ['Skriv til Kari.N@amli.example eller ring 90012345', 'Skriv til · eller ring ·'],
    ['0047 900 12 345, +4790012345', '·, ·'],
  ])('%j', (text, left) => {
    expect(without(text)).toBe(left);
  });

  it.each(['Kari var borte', 'kari.nxamli.example', 'Okari Nordmann', 'sak 1900123456', 'okari.n@amli.example'])(
    'leaves %j as it is',
    (text) => {
      expect(without(text)).toBe(text);
    },
  );

  it('a single word is no name, and no telephone is none', () => {
    expect(without('Sekretariatet sa ja', { name: 'Sekretariatet', email: 'a@b.no', phone: '' })).toBe(
      'Sekretariatet sa ja',
    );
  });

  it('what looks like a pattern in a name is letters', () => {
    expect(without('A(. B', { name: 'A(. B', email: 'a+b@c.no', phone: null })).toBe('·');
  });
});
