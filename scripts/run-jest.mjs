// Runs jest and counts. Jest's own report goes to the terminal as always.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Returns how many tests passed and failed; a suite that could not even be loaded counts as one failure. */
export async function runJest(words = [], { env = process.env, limitMs } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'samanker-jest-'));
  const report = join(folder, 'report.json');
  try {
    const child = spawn(
      process.execPath,
      [join(ROOT, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${report}`, '--no-color', ...words],
      { cwd: ROOT, env: { ...env, NODE_ENV: 'test' }, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    let late = false;
    const limit = limitMs
      ? setTimeout(() => {
          late = true;
          child.kill('SIGKILL'); // PostgreSQL notices by itself
        }, limitMs)
      : undefined;
    const code = await new Promise((done, failed) => child.on('error', failed).on('close', done));
    clearTimeout(limit);
    if (late) return { passed: 0, failed: 1, problem: `was stopped after ${limitMs / 1000} s` };
    let result;
    try {
      result = JSON.parse(readFileSync(report, 'utf8'));
    } catch {
      return { passed: 0, failed: 1, problem: `jest ended with code ${code} and no report` };
    }
    const unloaded = result.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    const failed = result.numFailedTests + unloaded.length;
    // An exit code other than 0 with nothing failed: a leak, an empty selection, a teardown that broke.
    return { passed: result.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
