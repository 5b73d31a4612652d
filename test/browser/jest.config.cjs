'use strict';

const { join, resolve } = require('node:path');
const root = require('../../jest.config.cjs');

/**
 * The web app in a real Chromium: `npx jest -c test/browser/jest.config.cjs`. Needs Chromium (CHROMIUM_PATH, else
 * /usr/bin/chromium). The web app is built first when it has changed.
 * @type {import('jest').Config}
 */
module.exports = {
  ...root,
  rootDir: resolve(__dirname, '../..'),
  roots: ['<rootDir>/test/browser', '<rootDir>/apps/web/src'],
  testMatch: ['<rootDir>/test/browser/**/*.spec.ts', '<rootDir>/apps/web/src/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: join(__dirname, 'set-up.mjs'),
  testTimeout: 90_000,
};
