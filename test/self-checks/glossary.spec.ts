import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './source-tree';

/** The words of the glossary: the first cell of each table row, where it is a library's name in backquotes. */
const wordsOf = (glossary: string): string[] =>
  [...glossary.matchAll(/^\|\s*`([a-z-]+)`\s*\|(.*)$/gm)]
    .filter(([, , rest]) => rest!.replaceAll('|', '').trim() !== '')
    .map((row) => row[1]!);

describe('the glossary (docs/glossary.md)', () => {
  it('has a row for every library and for nothing else', () => {
    const words = wordsOf(readFileSync(join(ROOT, 'docs/glossary.md'), 'utf8'));
    expect(words.sort()).toEqual(readdirSync(join(ROOT, 'libs')).sort());
  });

  it('canary: reads rows as rows, and an empty row is none', () => {
    expect(wordsOf('| word | meaning |\n|---|---|\n| `need` | what a municipality lacks |\n| `x` | |\n')).toEqual([
      'need',
    ]);
  });
});
