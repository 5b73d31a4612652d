'use strict';

/**
 * Jest runs CommonJS made by swc. Nest 12 and several GraphQL packages are published as ES modules only, which jest on
 * Node 20 cannot require: everything on this list is therefore transformed as well.
 */
const esModules = [
  '@nestjs',
  '@samanker',
  '@apollo',
  '@as-integrations',
  '@graphql-tools',
  '@whatwg-node',
  '@tokenizer',
  '@borewit',
  'cross-inspect',
  'es-toolkit',
  'file-type',
  'graphql-scalars',
  'graphql-ws',
  'ical-generator',
  'load-esm',
  'nodemailer',
  'postal-mime',
  'strtok3',
  'token-types',
  'typeorm',
  'uint8array-extras',
  'uuid',
];

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
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/apps/web/', '<rootDir>/test/browser/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.samanker/'],
  transform: { '^.+\\.ts$': swc, '^.+\\.m?js$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`, '/dist/'],
  moduleNameMapper: { '^@samanker/([^/]+)$': '<rootDir>/libs/$1/src' },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/environment/database-server.mjs',
  globalTeardown: '<rootDir>/test/environment/database-server-stop.mjs',
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  maxWorkers: 2,
  testTimeout: 30_000,
};
