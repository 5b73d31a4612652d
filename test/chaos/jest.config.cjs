'use strict';

const root = require('../../jest.config.cjs');

/** Real processes that are killed, stores that are emptied: one spec at a time. `npm run chaos` runs all of it, longer. */
module.exports = {
  ...root,
  roots: ['<rootDir>/test/chaos'],
  testMatch: ['<rootDir>/test/chaos/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 180_000,
  maxWorkers: 1,
};
