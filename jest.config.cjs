'use strict';

const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Jest runs CommonJS made by swc. Nest 12 and many of its neighbours are published as ES modules only, which jest on
 * Node 20 cannot require: every installed package that calls itself a module is therefore transformed as well.
 */
function esModulePackages(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(folder, name)).map((part) => `${name}/${part}`) : name,
    );
  return names.flatMap((name) => {
    const manifest = join(folder, name, 'package.json');
    const own = existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).type === 'module' ? [name] : [];
    return [...own, ...esModulePackages(join(folder, name, 'node_modules'))];
  });
}

const esModules = [...new Set(esModulePackages(join(__dirname, 'node_modules')))].sort();

const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      keepClassNames: true,
      target: 'es2023',
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
    swcrc: false,
  },
];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  rootDir: __dirname,
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/apps/web/',
    '<rootDir>/test/browser/',
    '<rootDir>/test/check/',
    '<rootDir>/test/matrix/',
    '<rootDir>/test/chaos/',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.samanker/'],
  transform: { '^.+\\.ts$': swc, '^.+\\.m?js$': swc },
  transformIgnorePatterns: [`/node_modules/(?!.*/node_modules/)(?!(${esModules.join('|')})/)`, '<rootDir>/dist/'],
  moduleNameMapper: { '^@samanker/([^/]+)$': '<rootDir>/libs/$1/src' },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/environment/database-server.mjs',
  globalTeardown: '<rootDir>/test/environment/database-server-stop.mjs',
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  maxWorkers: 2,
  testTimeout: 30_000,
};
