'use strict';

const ladder = require('./ladder.cjs');

const spec = '\\.(spec|fixture)\\.ts$';
const frameworks =
  '(^|/)node_modules/(@nestjs|typeorm|graphql|graphql-[a-z-]+|bullmq|ioredis|pg|nodemailer|fastify|rxjs)/';

/** One rule per rung: it must not reach for anything that stands higher. Specs may stand where they like. */
const rungs = ladder.slice(0, -1).map((word, at) => ({
  name: `ladder-${word}`,
  severity: 'error',
  from: { path: `^libs/${word}/`, pathNot: spec },
  to: { path: `^libs/(${ladder.slice(at + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...rungs,
    {
      name: 'front-door-between-libraries',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/[^/]+/', pathNot: '^libs/$1/|^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'front-door-from-outside',
      severity: 'error',
      from: { path: '^(apps|bench|test)/', pathNot: '^test/self-checks/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'libraries-know-no-app',
      severity: 'error',
      from: { path: '^libs/', pathNot: spec },
      to: { path: '^(apps|test|bench|scripts)/' },
    },
    {
      name: 'rules-know-no-framework',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { path: frameworks },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, path: '^(@samanker|\\.)' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(apps/web|dist|node_modules/\\.cache)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
