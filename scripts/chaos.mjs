// `npm run chaos`: kills, emptied stores and races in full length (about ten minutes; `npm run check` runs the quick half).
// Prints each case with its verdict; exits with 1 when one falls short. Words go to jest: npm run chaos -- redis
import { prepare } from './prepare.mjs';
import { runJest } from './run-jest.mjs';
import { runPlainly } from './plain-fault.mjs';

const LIMIT_MS = 25 * 60_000;

await runPlainly(async () => {
  await prepare();
  const words = ['--config', 'test/chaos/jest.config.cjs', '--verbose', ...process.argv.slice(2)];
  const { passed, failed, problem } = await runJest(words, {
    env: { ...process.env, SAMANKER_CHAOS: 'whole' },
    limitMs: LIMIT_MS,
  });
  if (problem) console.error(problem);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
});
