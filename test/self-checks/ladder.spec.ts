import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './source-tree';

interface Cruise {
  summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] };
}

const ladder = jest.requireActual<string[]>('../../ladder.cjs');

function cruise(root: string): Cruise['summary'] {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const words = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'libs', 'apps', 'test'];
  try {
    const out = execFileSync(process.execPath, [program, ...words], {
      cwd: root,
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return (JSON.parse(out.toString()) as Cruise).summary;
  } catch (fault) {
    // It exits with the number of violations; its report is complete all the same.
    const { stdout, stderr } = fault as { stdout: Buffer; stderr: Buffer };
    if (!stdout.length) throw new Error(stderr.toString());
    return (JSON.parse(stdout.toString()) as Cruise).summary;
  }
}

const told = ({ violations }: Cruise['summary']): string[] =>
  violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);

describe('the word ladder', () => {
  it('is the list of libraries: every library has its rung, every rung its library', () => {
    const libraries = readdirSync(join(ROOT, 'libs'));
    expect([...ladder].sort()).toEqual(libraries.sort());
    expect(new Set(ladder).size).toBe(ladder.length);
  });

  it('is kept: only lower rungs, only through front doors, no framework in rules, no cycle', () => {
    const summary = cruise(ROOT);
    expect(told(summary)).toEqual([]);
    // A cruiser that cannot read TypeScript finds no module and no violation either.
    expect(summary.totalCruised).toBeGreaterThan(100);
  }, 60_000);

  it('canary: a violation of each rule is found', () => {
    const copy = mkdtempSync(join(tmpdir(), 'samanker-ladder-'));
    const plant = (path: string, text: string): void => {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), text);
    };
    try {
      for (const name of ['libs', 'ladder.cjs', '.dependency-cruiser.cjs', 'tsconfig.json']) {
        cpSync(join(ROOT, name), join(copy, name), { recursive: true });
      }
      symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
      plant('test/outside.ts', `import { plan } from '../libs/clock/src/working-days';\nexport const used = plan;\n`);
      plant('libs/reminder/src/index.ts', 'export type X = string;\n');
      plant('apps/api/src/planted.ts', 'export const here = 1;\n');
      plant('libs/clock/src/upward.ts', `import { Refusal } from '@samanker/request';\nexport const used = Refusal;\n`);
      plant('libs/database/src/type-only.ts', `import type { X } from '@samanker/reminder';\nexport type Y = X;\n`);
      plant(
        'libs/request/src/side-door.ts',
        `import { x } from '../../clock/src/working-days';\nexport const used = x;\n`,
      );
      plant(
        'libs/need/src/app.ts',
        `import { here } from '../../../apps/api/src/planted';\nexport const used = here;\n`,
      );
      plant(
        'libs/need/src/planted.rules.ts',
        `import { Injectable } from '@nestjs/common';\nexport const used = Injectable;\n`,
      );
      plant('libs/need/src/one.ts', `import { two } from './two';\nexport const one = (): unknown => two;\n`);
      plant('libs/need/src/two.ts', `import { one } from './one';\nexport const two = (): unknown => one;\n`);
      const found = told(cruise(copy));
      const expected = [
        /^front-door-from-outside: test\/outside\.ts/,
        /^ladder-clock: libs\/clock\/src\/upward\.ts/,
        /^ladder-database: libs\/database\/src\/type-only\.ts/,
        /^front-door-between-libraries: libs\/request\/src\/side-door\.ts/,
        /^libraries-know-no-app: libs\/need\/src\/app\.ts/,
        /^rules-know-no-framework: libs\/need\/src\/planted\.rules\.ts/,
        /^no-cycle: libs\/need\/src\/(one|two)\.ts/,
      ];
      for (const violation of expected) expect(found).toContainEqual(expect.stringMatching(violation));
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }, 60_000);
});
