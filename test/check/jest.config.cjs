'use strict';

const root = require('../../jest.config.cjs');

/** What needs more than Node, or more time: run by "npm run check". */
module.exports = {
  ...root,
  roots: ['<rootDir>/test/check'],
  testMatch: ['<rootDir>/test/check/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
};
