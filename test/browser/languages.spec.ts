type Texts = { readonly [key: string]: string | Texts | ((...blanks: unknown[]) => string) };

const LANGUAGES = ['nb', 'nn', 'en'] as const;

/** More than any sentence has blanks, so that none is left unfilled by the test itself. */
const BLANKS = ['2', '3', '4', '5', '6', '7', '8', '9'];

/** The catalogues as the pages load them. */
const catalogue = (language: string): Texts =>
  jest.requireActual<Record<string, Texts>>(`../../apps/web/src/language/${language}`)[language]!;

/** Every text with its place: `page.save`; a sentence with blanks is filled with numbers. */
function sentences(texts: Texts, place = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]): [string, string][] => {
    const here = place ? `${place}.${key}` : key;
    if (typeof text === 'string') return [[here, text]];
    return typeof text === 'function' ? [[here, text(...BLANKS)]] : sentences(text, here);
  });
}

describe('languages (U4)', () => {
  const said = Object.fromEntries(LANGUAGES.map((language) => [language, new Map(sentences(catalogue(language)))]));

  it('each has every text of the others, and no more', () => {
    const keys = [...said.nb!.keys()].sort();
    expect(keys.length).toBeGreaterThan(300);
    for (const language of LANGUAGES) expect([...said[language]!.keys()].sort()).toEqual(keys);
  });

  it('no text is empty but where it is empty in all, and none is left unfinished', () => {
    for (const language of LANGUAGES)
      for (const [key, text] of said[language]!) {
        expect([key, language, text === '']).toEqual([key, language, said.nb!.get(key) === '']);
        expect(text).not.toMatch(/TODO|undefined|\[object|NaN/);
      }
  });

  it('Bokmål, Nynorsk and English are three languages', () => {
    const same = (a: string, b: string): number =>
      [...said[a]!].filter(([key, text]) => text !== '' && said[b]!.get(key) === text).length;
    expect(same('nb', 'en') / said.nb!.size).toBeLessThan(0.1);
    expect(same('nb', 'nn') / said.nb!.size).toBeLessThan(0.4);
  });

  it('canary: a missing key is seen', () => {
    const { page: _without, ...rest } = catalogue('nn');
    expect(sentences(rest).map(([key]) => key)).not.toEqual(sentences(catalogue('nn')).map(([key]) => key));
  });
});
