// The stage that is measured on: a PostgreSQL of its own with fsync on, migrated, and the compiled processes.
import { fork } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { prepareDatabase } from '../scripts/database-roles.mjs';
import { freePort, startPostgres } from '../scripts/embedded-postgres.mjs';
import { HEAP_FLAGS, programFile } from '../scripts/program.mjs';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

/** A compiled module of the product: `built('libs/anchoring')` is the front door of a word. */
export const built = (path) => require(join(ROOT, 'dist', path, 'src'));

/** Waits for a forked process to say that it is ready. */
export function ready(child, name) {
  return new Promise((done, failed) => {
    child.once('message', () => done(child));
    child.once('exit', (code, signal) => failed(new Error(`${name} ended at its start (${signal ?? code})`)));
  });
}

export async function openStage() {
  const folder = mkdtempSync(join(tmpdir(), 'samanker-bench-'));
  chmodSync(folder, 0o755);
  const children = [];
  const server = await startPostgres({ folder, connections: 100 });
  const close = async () => {
    for (const child of children) child.kill('SIGKILL');
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const urls = await prepareDatabase(server.url, { database: 'bench' });
    require('reflect-metadata');
    await require(join(ROOT, 'dist/apps/console/src/bring-up-to-date.js')).bringUpToDate(urls);
    const adminUrl = Object.assign(new URL(server.url), { pathname: '/bench' }).href;
    const admin = new pg.Pool({ connectionString: adminUrl, max: 3 });
    admin.on('error', () => undefined);
    const environment = {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      SAMANKER_DATA_DIR: folder,
      SMTP_URL: 'smtp://localhost:9',
      REQUESTS_PER_MINUTE: '1000000000', // the limits are on, and out of reach
      ...urls,
    };
    delete environment.MIGRATOR_DATABASE_URL;

    /** Forks a program and waits until it serves. */
    const start = async (file, more = {}, execArgv = []) => {
      const child = fork(file, [], {
        env: { ...environment, ...more },
        cwd: ROOT,
        execArgv,
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      children.push(child);
      return ready(child, file);
    };
    return {
      adminUrl,
      admin,
      urls,
      environment,
      start,
      /** The API on a free port. */
      startApi: async (more = {}) => {
        const port = await freePort();
        const child = await start(programFile('api'), { PORT: String(port), ...more }, HEAP_FLAGS);
        return { child, url: `http://127.0.0.1:${port}` };
      },
      close: async () => {
        await admin.end().catch(() => undefined);
        await close();
      },
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}
