import { pathsBelow } from './source-tree';

/** Names that name nothing. What has no name has no place yet. */
const NAMELESS = new Set([
  'utils',
  'util',
  'common',
  'shared',
  'helpers',
  'helper',
  'core',
  'base',
  'misc',
  'lib',
  'types',
  'constants',
  'general',
  'stuff',
  'manager',
]);

function namelessPaths(paths: readonly string[]): string[] {
  return paths.filter((path) =>
    path
      .replace(/^libs\/|^apps\//, '')
      .split('/')
      .flatMap((part) => part.toLowerCase().split('.').slice(0, 2))
      .some((part) => NAMELESS.has(part)),
  );
}

/** A word holds files only; `migrations/` is the one list long enough for a folder. */
function nestedPaths(paths: readonly string[]): string[] {
  return paths.filter(
    (path) => /^libs\/[^/]+\/src\/[^/]+\//.test(path) && !path.startsWith('libs/database/src/migrations/'),
  );
}

function oddlySpelt(paths: readonly string[]): string[] {
  return paths.filter((path) => /\.ts$/.test(path) && !/^(?:[a-z0-9-]+\/)+[a-z0-9]+(?:[-.][a-z0-9]+)*\.ts$/.test(path));
}

const FOLDERS = ['libs', 'apps/api', 'apps/worker', 'apps/console', 'apps/log-in-provider', 'test'];

describe('names', () => {
  it('no folder or file hides behind a name that names nothing', () => {
    expect(namelessPaths(pathsBelow([...FOLDERS, 'apps/web', 'scripts']))).toEqual([]);
  });

  it('a word is flat, and file names are words with hyphens', () => {
    const paths = pathsBelow(FOLDERS);
    expect(nestedPaths(paths)).toEqual([]);
    expect(oddlySpelt(paths)).toEqual([]);
    expect(paths.length).toBeGreaterThan(100);
  });

  it('canary: bad names are found', () => {
    const planted = [
      'libs/need/src/utils.ts',
      'libs/common/src/index.ts',
      'apps/api/src/need.helpers.ts',
      'libs/need/src/types/need.ts',
    ];
    expect(namelessPaths(planted)).toEqual(planted);
    expect(nestedPaths(['libs/need/src/rules/need.ts'])).toHaveLength(1);
    expect(oddlySpelt(['libs/need/src/needRules.ts', 'libs/need/src/Need.ts'])).toHaveLength(2);
    expect(oddlySpelt(['libs/need/src/need.rules.spec.ts', 'libs/database/src/migrations/0001-foundation.ts'])).toEqual(
      [],
    );
  });
});
