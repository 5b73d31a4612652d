// A Samanker of our own to attack: `npm start` in a folder of its own, with the demo, its mail sink and the superuser of
// its embedded database.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort } from '../../scripts/embedded-postgres.mjs';
import { Target } from './target.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const READY_LIMIT_MS = 420_000;

function run(words, environment) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, words, { cwd: ROOT, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.on('error', failed).on('close', (code) => done({ code, said }));
  });
}

/** Starts it; `stop` ends everything and deletes the folder. */
export async function ownGround(say) {
  const folder = mkdtempSync(join(tmpdir(), 'samanker-attack-'));
  chmodSync(folder, 0o755); // the database has a user of its own when this runs as root
  const port = await freePort();
  const environment = {
    ...process.env,
    NODE_ENV: 'development',
    PORT: String(port),
    SAMANKER_DATA_DIR: folder,
    // Many cases come from one address; what is told to wait is a case of its own.
    REQUESTS_PER_MINUTE: '6000',
  };
  for (const name of [
    'DATABASE_URL',
    'MIGRATOR_DATABASE_URL',
    'SWEEPER_DATABASE_URL',
    'QUEUE_URL',
    'PUBLIC_URL',
    'SMTP_URL',
  ])
    delete environment[name];
  const began = Date.now();
  const service = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs')], {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [service.stdout, service.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = new Promise((done) => service.once('exit', done));
  const stop = async () => {
    service.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://localhost:${port}`;
  for (const end = Date.now() + READY_LIMIT_MS; !/\d s  ready\n/.test(said);) {
    if (service.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error(`The service did not start:\n${said}`);
    }
    await new Promise((wake) => setTimeout(wake, 100));
  }
  say(`a service of its own, ready after ${((Date.now() - began) / 1000).toFixed(1)} s`);

  const running = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')).environment;
  const superuser = new URL(running.DATABASE_URL);
  superuser.username = 'postgres';
  superuser.password = readFileSync(join(folder, 'postgres-password'), 'utf8');
  const database = new pg.Client({ connectionString: superuser.href });
  database.on('error', () => undefined);
  await database.connect();
  const people = await (await fetch(`${url}/development/people`)).json();
  return {
    target: new Target({
      url,
      people,
      database,
      folder,
      environment: running,
      superuser: superuser.href,
      console: (...words) =>
        run([join(ROOT, 'dist/apps/console/src/main.js'), ...words], { ...environment, ...running }),
    }),
    stop: async () => {
      await database.end();
      await stop();
    },
  };
}

/** A service that runs already: `--url`, and what else it was given. */
export async function givenGround({ url, database: address }) {
  const database = address ? new pg.Client({ connectionString: address }) : null;
  await database?.connect();
  const answer = await fetch(`${url}/development/people`);
  const people = answer.ok ? await answer.json() : [];
  return {
    target: new Target({ url, people, database, folder: null, console: null, superuser: address ?? null }),
    stop: async () => database?.end(),
  };
}
