// P7: from `npm start` to the first answered query, on a data folder that has been started once before.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../scripts/embedded-postgres.mjs';
import { ROOT } from './stage.mjs';

const LIMIT_MS = 180_000;

const post = (url, body, headers = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** Runs `npm start` until `answered` says yes; answers how many seconds that took, and how to stop it. */
async function start(environment, answered) {
  const began = performance.now();
  const npm = spawn('npm', ['start'], {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (text) => (said += text));
  // Closed when the last of the group has let go of it, not only npm.
  const ended = new Promise((done) => npm.on('close', done));
  const stop = async () => {
    // The group: npm, its shell and the script.
    if (npm.exitCode === null) process.kill(-npm.pid, 'SIGTERM');
    await ended;
  };
  while (!(await answered().catch(() => false))) {
    if (npm.exitCode !== null || performance.now() - began > LIMIT_MS) {
      await stop();
      throw new Error(`npm start did not answer:\n${said.slice(-2000)}`);
    }
    await new Promise((wake) => setTimeout(wake, 25));
  }
  return { seconds: (performance.now() - began) / 1000, stop };
}

export async function measureStart(rounds = 3) {
  const folder = mkdtempSync(join(tmpdir(), 'samanker-bench-start-'));
  const port = await freePort();
  const { DATABASE_URL: _d, SMTP_URL: _s, QUEUE_URL: _q, ...rest } = process.env;
  const environment = { ...rest, PORT: String(port), SAMANKER_DATA_DIR: folder, NODE_ENV: 'development' };
  const url = `http://127.0.0.1:${port}`;
  let token;
  try {
    const first = await start(environment, async () => {
      const [person] = await (await fetch(`${url}/development/people`)).json();
      ({ token } = await (
        await post(`${url}/development/log-in`, { personId: person.personId, organisationId: person.organisationId })
      ).json());
      return Boolean(token);
    });
    await first.stop();
    const times = [];
    for (let round = 0; round < rounds; round++) {
      const again = await start(environment, async () => {
        const answer = await post(
          `${url}/graphql`,
          { query: '{ me { name today } }' },
          { authorization: `Bearer ${token}` },
        );
        return Boolean((await answer.json()).data?.me?.today);
      });
      times.push(again.seconds);
      await again.stop();
    }
    return { first: first.seconds, second: times.sort((a, b) => a - b)[Math.floor(times.length / 2)] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
