// `npm run schema`: writes schema.graphql from the code.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildServer } from './build.mjs';
import { plainFault, runPlainly } from './plain-fault.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

await runPlainly(async () => {
  const { faults } = await buildServer();
  if (faults.length > 0) throw plainFault(faults.map(({ name, reason }) => `${name}\n${reason}`).join('\n'), '');
  const require = createRequire(import.meta.url);
  require('reflect-metadata');
  const { printedSchema } = require(join(ROOT, 'dist/apps/api/src/schema.js'));
  writeFileSync(join(ROOT, 'schema.graphql'), await printedSchema());
});
