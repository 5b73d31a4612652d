import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

interface Built {
  compiled: number;
  faults: { name: string; reason: string }[];
}

const ROOT = resolve(__dirname, '../..');

describe('the build', () => {
  let root: string;
  let buildServer: (where: { root: string }) => Promise<Built>;
  let installed: (root: string) => boolean;
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };

  beforeAll(async () => {
    ({ buildServer } = (await import(`${ROOT}/scripts/build.mjs`)) as { buildServer: typeof buildServer });
    ({ installed } = (await import(`${ROOT}/scripts/prepare.mjs`)) as { installed: typeof installed });
    root = mkdtempSync(join(tmpdir(), 'samanker-build-'));
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    put('libs/clock/src/index.ts', 'export const today: string = "2016-11-16";\n');
    put('libs/clock/src/index.spec.ts', 'it("is not built", () => undefined);\n');
    put('apps/api/src/main.ts', `import { today } from '@samanker/clock';\nexport const shown = today;\n`);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('compiles the server with its aliases rewritten, and leaves specs out', async () => {
    expect(await buildServer({ root })).toEqual({ compiled: 2, faults: [] });
    const built = jest.requireActual<{ shown: string }>(join(root, 'dist/apps/api/src/main.js'));
    expect(built.shown).toBe('2016-11-16');
    expect(existsSync(join(root, 'dist/libs/clock/src/index.spec.js'))).toBe(false);
  });

  it('does nothing when nothing changed, and only what changed otherwise', async () => {
    expect((await buildServer({ root })).compiled).toBe(0);
    put('libs/clock/src/index.ts', 'export const today: string = "2016-12-31";\n// longer\n');
    expect((await buildServer({ root })).compiled).toBe(1);
    expect(readFileSync(join(root, 'dist/libs/clock/src/index.js'), 'utf8')).toContain('2016-12-31');
  });

  it('removes what has no source any more', async () => {
    put('libs/clock/src/gone.ts', 'export const x = 1;\n');
    await buildServer({ root });
    unlinkSync(join(root, 'libs/clock/src/gone.ts'));
    await buildServer({ root });
    expect(existsSync(join(root, 'dist/libs/clock/src/gone.js'))).toBe(false);
  });

  it('names the file that cannot be compiled, and tries it again next time', async () => {
    put('libs/clock/src/broken.ts', 'export const = ;\n');
    for (const _ of [1, 2]) {
      const { faults } = await buildServer({ root });
      expect(faults).toEqual([expect.objectContaining({ name: 'libs/clock/src/broken.ts' })]);
    }
  });

  it('knows whether node_modules holds what package-lock.json asks for', () => {
    expect(installed(ROOT)).toBe(true);
    const other = mkdtempSync(join(tmpdir(), 'samanker-install-'));
    const lock = (path: string, packages: object): void => {
      mkdirSync(dirname(join(other, path)), { recursive: true });
      writeFileSync(join(other, path), JSON.stringify({ packages }));
    };
    lock('package-lock.json', {
      '': {},
      'node_modules/a': { version: '1.0.0', integrity: 'x' },
      'node_modules/b': { version: '1.0.0', optional: true },
    });
    expect(installed(other)).toBe(false);
    lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0', integrity: 'x' } });
    expect(installed(other)).toBe(true);
    lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.1', integrity: 'y' } });
    expect(installed(other)).toBe(false);
    rmSync(other, { recursive: true, force: true });
  });
});
