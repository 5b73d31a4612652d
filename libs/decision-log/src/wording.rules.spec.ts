import { withoutWording, wordingSha256 } from './wording.rules';

describe('what people wrote in their own words', () => {
  it('stands in the log as a hash: equal texts are seen to be equal, and no name can be read (R32)', () => {
    const hash = wordingSha256('Kari Nordmann var borte.');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(wordingSha256('Kari Nordmann var borte.')).toBe(hash);
    expect(wordingSha256('Kari Nordmann var til stede.')).not.toBe(hash);
  });

  it('data keeps its shape, and of the named fields only hashes, however deep', () => {
    const data = { title: 'Kari', years: 4, parts: [{ title: 'Ola', items: [{ name: null, unitCode: 'STK' }] }] };
    expect(withoutWording(data, ['title', 'name'])).toEqual({
      titleSha256: wordingSha256('Kari'),
      years: 4,
      parts: [{ titleSha256: wordingSha256('Ola'), items: [{ nameSha256: null, unitCode: 'STK' }] }],
    });
  });

  it('no text is no hash', () => {
    expect(wordingSha256(null)).toBeNull();
  });
});
