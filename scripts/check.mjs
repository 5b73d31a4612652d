// `npm run check`: everything that can be decided by a machine, in one bounded run. Each line below is one step; jest
// counts its tests and the attacks count their cases, any other step counts as one. The last line sums them up.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runPlainly } from './plain-fault.mjs';
import { prepare } from './prepare.mjs';
import { runJest } from './run-jest.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const MINUTE = 60_000;
const bin = (path) => join(ROOT, 'node_modules', path);

/**
 * Runs a program to its end, at most as long as it may take; its words are shown only when it fails. One that counts for
 * itself ("3 passed, 0 failed" as its last line) counts with that, every other one as one.
 */
function run(words, limitMs, { environment = {}, counts = false } = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, words, {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    const limit = setTimeout(() => {
      said += `\nstopped after ${limitMs / 1000} s`;
      child.kill('SIGKILL');
    }, limitMs);
    child.on('close', (code) => {
      clearTimeout(limit);
      if (code !== 0) process.stderr.write(`${said.trim()}\n`);
      const [, passed, failed] = (counts && /(\d+) passed, (\d+) failed\s*$/.exec(said)) || [];
      if (passed !== undefined) done({ passed: Number(passed), failed: Number(failed) || (code === 0 ? 0 : 1) });
      else done({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
    });
  });
}

const program = (words, minutes, how) => () => run(words, minutes * MINUTE, how);
const tests = (words, minutes) => () => runJest(words, { limitMs: minutes * MINUTE });
const script = (name, minutes, ...words) => ({
  name: `npm run ${name}`,
  needs: join(ROOT, 'scripts', `${name}.mjs`),
  step: program([join(ROOT, 'scripts', `${name}.mjs`), ...words], minutes),
});

const suite = (name, config, minutes) => ({
  name,
  needs: join(ROOT, config),
  step: tests(['--config', config], minutes),
});

/** What only reads the sources goes side by side; what starts services goes one after another. */
const READINGS = [
  { name: 'types', step: program([bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'], 4) },
  {
    name: 'types of the web app',
    needs: join(ROOT, 'apps/web/tsconfig.json'),
    step: program([bin('typescript/bin/tsc'), '--noEmit', '-p', 'apps/web/tsconfig.json'], 4),
  },
  { name: 'lint', step: program([bin('eslint/bin/eslint.js'), '.', '--max-warnings=0'], 5) },
  { name: 'format', step: program([bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'], 4) },
];

const STEPS = [
  { name: 'tests', step: tests([], 12) },
  suite('slow tests: start and stop, Redis', 'test/check/jest.config.cjs', 12),
  suite('web app in Chromium', 'test/browser/jest.config.cjs', 18),
  suite('chaos, the quick half', 'test/chaos/jest.config.cjs', 15),
  script('sbom', 2),
  script('replay', 6),
  {
    name: 'attacks, the quick half',
    needs: join(ROOT, 'scripts/attack.mjs'),
    step: program([join(ROOT, 'scripts/attack.mjs'), '--quick'], 10, { counts: true }),
  },
];

const total = { passed: 0, failed: 0 };
const lines = [];

async function take({ name, needs, step }) {
  if (needs && !existsSync(needs)) {
    lines.push(`  missing  ${name} (${needs})`);
    total.failed += 1;
    return;
  }
  console.log(`\n— ${name}`);
  const began = Date.now();
  const { passed, failed, problem } = await step();
  if (problem) console.error(problem);
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(7);
  lines.push(`${seconds} s  ${name}: ${passed} passed, ${failed} failed`);
  console.log(lines.at(-1));
}

await runPlainly(async () => {
  const began = Date.now();
  await prepare();
  await Promise.all(READINGS.map(take));
  for (const step of STEPS) await take(step);
  const minutes = ((Date.now() - began) / 60_000).toFixed(1);
  console.log(`\n${lines.join('\n')}\n${minutes} minutes in all\n\n${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
});
