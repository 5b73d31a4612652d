import { createHash } from 'node:crypto';
import { saltedWording, withoutWording, withSaltedWordings, wordingSha256 } from './wording.rules';

describe('what people wrote in their own words', () => {
  it('stands in the log as a salted hash: equal within an entry, and no name can be read or tried (R32)', () => {
    const entry = (salt: string): Record<string, string> =>
      withSaltedWordings(
        {
          becauseSha256: wordingSha256('Kari Nordmann var borte.'),
          againSha256: wordingSha256('Kari Nordmann var borte.'),
          otherSha256: wordingSha256('Kari Nordmann var til stede.'),
        },
        salt,
      ) as Record<string, string>;
    const { becauseSha256, againSha256, otherSha256 } = entry('one');
    expect(becauseSha256).toBe(createHash('sha256').update('one:Kari Nordmann var borte.').digest('hex'));
    expect(againSha256).toBe(becauseSha256);
    expect(otherSha256).not.toBe(becauseSha256);
    expect(entry('another').becauseSha256).not.toBe(becauseSha256);
  });

  it('data keeps its shape, and of the named fields only hashes, however deep', () => {
    const day = new Date('2016-11-16T09:00:00Z');
    const data = { title: 'Kari', day, parts: [{ title: 'Ola', items: [{ name: null, unitCode: 'STK' }, 'x', null] }] };
    expect(withSaltedWordings(withoutWording(data, ['title', 'name']), 'salt')).toEqual({
      titleSha256: saltedWording('salt', 'Kari'),
      day,
      parts: [{ titleSha256: saltedWording('salt', 'Ola'), items: [{ nameSha256: null, unitCode: 'STK' }, 'x', null] }],
    });
  });

  it('wordings in a list are hashed too', () => {
    expect(withSaltedWordings({ reasons: [wordingSha256('Kari'), null] }, 's')).toEqual({
      reasons: [saltedWording('s', 'Kari'), null],
    });
    expect(withSaltedWordings(wordingSha256('Kari'), 's')).toBe(saltedWording('s', 'Kari'));
  });

  it('no text is no hash', () => {
    expect(wordingSha256(null)).toBeNull();
    expect(wordingSha256('')).toBeNull();
  });
});
