import { join } from 'node:path';
import { INPUT_FAULTS, Refusal } from '@samanker/request';
import ts from 'typescript';
import { classesOf, nodesOf, parsed, planted, ROOT, sourceTree, type SourceTree } from './source-tree';

const LANGUAGES = ['nb', 'nn', 'en'] as const;
const placeholders = (text: string): string =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map((match) => match[1])
    .sort()
    .join();

/** Every object that speaks one of the languages speaks all three, and fills the same blanks. */
function halfSpoken(tree: SourceTree): string[] {
  return [...tree]
    .filter(([path]) => !path.endsWith('.spec.ts'))
    .flatMap(([path, text]) => {
      const file = parsed(path, text);
      return nodesOf(file, ts.isObjectLiteralExpression).flatMap((literal) => {
        const texts = new Map(
          literal.properties
            .filter(ts.isPropertyAssignment)
            .filter((property) => (LANGUAGES as readonly string[]).includes(property.name.getText()))
            .map((property) => [property.name.getText(), property.initializer] as const),
        );
        if (texts.size < 2) return [];
        const where = `${path}:${file.getLineAndCharacterOfPosition(literal.getStart()).line + 1}`;
        const missing = LANGUAGES.filter((language) => !texts.has(language));
        if (missing.length > 0) return [`${where} lacks ${missing.join(', ')}`];
        const spoken = [...texts].flatMap(([language, value]) =>
          ts.isStringLiteralLike(value) ? [[language, value.text] as const] : [],
        );
        const empty = spoken
          .filter(([, value]) => value.trim() === '')
          .map(([language]) => `${where} ${language} is empty`);
        const blanks = new Set(spoken.map(([, value]) => placeholders(value)));
        return blanks.size > 1 ? [...empty, `${where} the languages fill different blanks`] : empty;
      });
    });
}

type RefusalClass = typeof Refusal & { texts?: Record<string, string> };

function silent(refusals: readonly RefusalClass[]): string[] {
  return refusals
    .filter(({ texts }) => !LANGUAGES.every((language) => (texts?.[language]?.trim().length ?? 0) > 10))
    .map(({ name }) => name);
}

/** The refusal classes as they are at run time, found by their source. */
function refusalsOf(tree: SourceTree): { classes: RefusalClass[]; named: string[] } {
  const files = [...tree].filter(
    ([path, text]) => path.startsWith('libs/') && !path.endsWith('.spec.ts') && /extends \w+/.test(text),
  );
  const found = files.flatMap(([path, text]) =>
    classesOf(path, text).map(({ name, extends: parent }) => ({ path, name, parent })),
  );
  const kin = new Set(['Refusal']);
  for (let before = 0; before !== kin.size;) {
    before = kin.size;
    for (const { name, parent } of found) if (parent !== null && kin.has(parent)) kin.add(name);
  }
  const refusals = found.filter(({ name, parent }) => parent !== null && kin.has(name));
  const classes = refusals.map(({ path, name }) => {
    const loaded = jest.requireActual<Record<string, RefusalClass>>(join(ROOT, path));
    return loaded[name];
  });
  return { classes: classes.filter((found) => found !== undefined), named: refusals.map(({ name }) => name) };
}

/** Sentences of a refusal that show a date as programs write it, with dates in every blank. */
function rawDates(refusal: RefusalClass): string[] {
  const filled = Object.create(refusal.prototype as object) as Refusal;
  Object.assign(filled, { parameters: new Proxy({}, { get: () => 'mellom 2016-11-10 og 2016-12-01' }) });
  return (['NB', 'NN', 'EN'] as const)
    .map((language) => `${refusal.name} ${language.toLowerCase()}: ${filled.speak(language).message}`)
    .filter((sentence) => /\d{4}-\d{2}-\d{2}|ÅÅÅÅ-MM|YYYY-MM/.test(sentence));
}

function withTexts(name: string, texts: Record<string, string>): RefusalClass {
  const made = class extends Refusal {
    static readonly texts = texts;
  };
  Object.defineProperty(made, 'name', { value: name });
  return made as unknown as RefusalClass;
}

describe('texts', () => {
  const tree = sourceTree();

  it('every refusal has its sentence in nb, nn and en', () => {
    const { classes, named } = refusalsOf(tree);
    expect(classes.map(({ name }) => name).sort()).toEqual(named.sort());
    expect(silent(classes)).toEqual([]);
    expect(classes.length).toBeGreaterThan(5);
  });

  it('no refusal shows a date as programs write it, whatever is filled in (U4)', () => {
    const { classes } = refusalsOf(tree);
    expect(classes.flatMap(rawDates)).toEqual([]);
    expect(Object.entries(INPUT_FAULTS).flatMap(([fault, texts]) => rawDates(withTexts(fault, texts)))).toEqual([]);
  });

  it('canary: a date in the sentence, and one that a class writes itself', () => {
    const told = { nb: 'Fristen var 2016-11-10, si fra.', nn: 'Fristen var {on}, sei frå.', en: 'It was due on {on}.' };
    expect(rawDates(withTexts('Dated', told))).toEqual(['Dated nb: Fristen var 2016-11-10, si fra.']);
    class OwnWords extends Refusal {
      override speak(): this {
        this.message = 'Skriv ÅÅÅÅ-MM-DD.';
        return this;
      }
    }
    expect(rawDates(OwnWords as never)).toHaveLength(3);
  });

  it('whatever speaks one language speaks all three, with the same blanks', () => {
    expect(halfSpoken(tree)).toEqual([]);
  });

  it('canary: a silent refusal, a missing language, an empty text, other blanks', () => {
    class Silent extends Refusal {
      static readonly texts = { nb: 'Dette går ikke an.', nn: 'Dette går ikkje an.', en: '' };
    }
    expect(silent([Silent as never])).toEqual(['Silent']);
    const spoken = (text: string): string[] =>
      halfSpoken(planted(new Map(), 'libs/need/src/planted.ts', `const t = ${text};`));
    expect(spoken(`{ nb: 'a', nn: 'b' }`)).toEqual([expect.stringContaining('lacks en')]);
    expect(spoken(`{ nb: 'a', nn: '', en: 'c' }`)).toEqual([expect.stringContaining('nn is empty')]);
    expect(spoken(`{ nb: '{day}', nn: '{day}', en: '{date}' }`)).toEqual([expect.stringContaining('different blanks')]);
  });
});
