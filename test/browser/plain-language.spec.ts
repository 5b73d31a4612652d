type Texts = { readonly [key: string]: string | Texts | ((...blanks: unknown[]) => string) };

/** As many as any sentence has; a count of one, because that is where a sentence is as it is meant to be read. */
const BLANKS = ['2', '3', '4', '5', '6', '7', '8', '9'];
/** Words of a sentence in the mean, of a single sentence, and of a heading, at most. */
const MEAN = 15;
const LONGEST = 25;
const HEADING = 8;

const catalogue = (language: string): Texts =>
  jest.requireActual<Record<string, Texts>>(`../../apps/web/src/language/${language}`)[language]!;

function textsOf(texts: Texts, place = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]): [string, string][] => {
    const here = place ? `${place}.${key}` : key;
    if (typeof text === 'string') return [[here, text]];
    return typeof text === 'function' ? [[here, text(...BLANKS)]] : textsOf(text, here);
  });
}

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The sentences of a text; what does not end like one is a label. A list after a colon is read on its own. */
function sentencesIn(text: string): string[] {
  if (!/[.!?:]["»”)]?$/.test(text.trim())) return [];
  return text
    .split(/(?<=[.!?:]["»”)]?)\s+(?=\S)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsIn(sentence) > 0);
}

/** What is shown as a heading or as the name of a page. */
const isHeading = (place: string): boolean => /(^|\.)(title|\w*Title|titleOf|heading|legend|short)$/.test(place);

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** What is too long in a catalogue. */
function overlong(texts: readonly [string, string][]): string[] {
  return texts.flatMap(([place, text]) => {
    const sentences = sentencesIn(text).map((sentence) => ({ sentence, words: wordsIn(sentence) }));
    const found = sentences
      .filter(({ words }) => words > LONGEST)
      .map(({ sentence, words }) => `${place}: ${words} words in one sentence: ${sentence}`);
    if (sentences.length > 0 && mean(sentences.map(({ words }) => words)) > MEAN)
      found.push(`${place}: more than ${MEAN} words a sentence: ${text}`);
    if (isHeading(place) && wordsIn(text) > HEADING)
      found.push(`${place}: a heading of ${wordsIn(text)} words: ${text}`);
    return found;
  });
}

describe.each(['nb', 'nn', 'en'])('plain language in %s', (language) => {
  const texts = textsOf(catalogue(language));

  it('no text has more than 15 words a sentence, no sentence more than 25, no heading more than 8', () => {
    expect(overlong(texts)).toEqual([]);
  });

  it('the sentences of all texts have far fewer words in the mean', () => {
    const lengths = texts.flatMap(([, text]) => sentencesIn(text)).map(wordsIn);
    expect(lengths.length).toBeGreaterThan(300);
    expect(mean(lengths)).toBeLessThan(11);
  });

  it('no text shouts, says “click here” or has the words of programs', () => {
    const odd =
      /klikk her|click here|\b(null|undefined|boolean|string|UUID|enum|mutation|query)\b|[a-zæøå][A-ZÆØÅ][a-zæøå]|!{1,}/;
    expect(texts.filter(([, text]) => odd.test(text)).map(([place, text]) => `${place}: ${text}`)).toEqual([]);
  });
});

describe('plain language', () => {
  it('canary: a long sentence, a long heading, many long sentences', () => {
    const words = (count: number): string => Array.from({ length: count }, () => 'ord').join(' ');
    expect(overlong([['a.help', `${words(26)}. Kort. Kort.`]])).toEqual([expect.stringContaining('26 words')]);
    expect(overlong([['a.title', words(9)]])).toEqual([expect.stringContaining('a heading of 9 words')]);
    expect(overlong([['a.help', `${words(16)}. ${words(16)}.`]])).toEqual([expect.stringContaining('more than 15')]);
    expect(overlong([['a.help', `${words(15)}. ${words(14)}.`]])).toEqual([]);
  });
});
