// `npm run schema`: writes schema.graphql from the code.
import { spawnSync } from 'node:child_process';
import { buildServer } from './build.mjs';
import { plainFault, runPlainly } from './plain-fault.mjs';
import { programFile } from './program.mjs';

await runPlainly(async () => {
  const { faults } = await buildServer();
  if (faults.length > 0) throw plainFault(faults.map(({ name, reason }) => `${name}\n${reason}`).join('\n'), '');
  const words = ['schema', ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, [programFile('console'), ...words], { stdio: 'inherit' }).status ?? 1;
});
