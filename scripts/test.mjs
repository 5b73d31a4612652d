// `npm test`: every quick spec, on a real PostgreSQL. Words after `--` go to jest: npm test -- libs/clock
import { runJest } from './run-jest.mjs';

const { passed, failed, problem } = await runJest(process.argv.slice(2));
if (problem) console.error(problem);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
