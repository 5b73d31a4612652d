import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './source-tree';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:apps|libs|test|security|scripts|docs|data)\/[^`\s]+)`/g)].map(([, path]) => path!);
const missing = (text: string): string[] => pathsIn(text).filter((path) => !existsSync(join(ROOT, path)));

describe('docs/security.md', () => {
  const page = read('docs/security.md');
  const rows = [...page.matchAll(/^\| (S\d+) +\|(.+)\|$/gm)].map(([, bar, rest]) => ({ bar: bar!, rest: rest! }));

  it('names every bar, each with a spec and an attack that are there', () => {
    expect(rows.map(({ bar }) => bar)).toEqual(Array.from({ length: 12 }, (_, at) => `S${at + 1}`));
    for (const { bar, rest } of rows) {
      const named = pathsIn(rest);
      expect([
        bar,
        named.some((path) => path.endsWith('.spec.ts')),
        named.some((path) => path.endsWith('.mjs')),
      ]).toEqual([bar, true, true]);
    }
    expect(missing(page)).toEqual([]);
  });

  it('leaves out no file of attacks, and each of them is run', () => {
    const parts = ['areas', 'browser', 'ground', 'target', 'verdict'].map((name) => `${name}.mjs`);
    const areas = read('security/attacks/areas.mjs');
    for (const file of readdirSync(join(ROOT, 'security/attacks')).filter((name) => !parts.includes(name))) {
      expect(page).toContain(`\`security/attacks/${file}\``);
      expect(areas).toContain(`from './${file}'`);
    }
  });

  it('canary: a file that is not there', () => {
    expect(missing('as in `test/journeys/nowhere.spec.ts`')).toEqual(['test/journeys/nowhere.spec.ts']);
  });
});

describe('docs/asvs.md', () => {
  const page = read('docs/asvs.md');

  it('goes through all chapters, judges each section, and points at files that are there', () => {
    const chapters = [...page.matchAll(/^## V(\d+) /gm)].map(([, number]) => Number(number));
    expect(chapters).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
    const sections = [...page.matchAll(/^\| (\d+\.\d+) [^|]+\| ([^|]+?) +\|/gm)];
    expect(sections.length).toBeGreaterThan(75);
    for (const [, section, judged] of sections)
      expect([section, ['met', 'partly', 'not', 'not applicable'].includes(judged!)]).toEqual([section, true]);
    expect(missing(page)).toEqual([]);
  });
});
