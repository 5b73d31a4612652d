// Jest's global setup. The first spec that asks for a database makes the jest process start one PostgreSQL and migrate
// one template; a run in which nobody asks starts nothing. If jest is killed, PostgreSQL stops by itself (pg-host.mjs).
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const TEMPLATE = 'samanker_template';
const MIGRATION_LIMIT_MS = 120_000;

/** Migrates with the same compiled code that `npm start` runs, in a process of its own. */
const MIGRATE = `
  require('reflect-metadata');
  const { bringUpToDate } = require(process.argv[1]);
  bringUpToDate(process.env).then(
    () => process.exit(0),
    (fault) => { console.error(fault); process.exit(1); },
  );`;

async function prepare(root, own) {
  const { startPostgres } = await import(join(root, 'scripts', 'embedded-postgres.mjs'));
  const { prepareDatabase, connect } = await import(join(root, 'scripts', 'database-roles.mjs'));
  const { buildServer } = await import(join(root, 'scripts', 'build.mjs'));
  const building = buildServer({ root });
  const server = await startPostgres({ connections: 200 });
  own(server);
  const urls = await prepareDatabase(server.url, { database: TEMPLATE });
  const { faults } = await building;
  const entry = join(root, 'dist', 'apps', 'console', 'src', 'bring-up-to-date.js');
  try {
    await promisify(execFile)(process.execPath, ['-e', MIGRATE, entry], {
      env: { ...process.env, ...urls, NODE_ENV: 'test' },
      timeout: MIGRATION_LIMIT_MS,
    });
  } catch (fault) {
    const uncompiled = faults.map(({ name, reason }) => `${name}: ${reason}`).join('\n');
    throw new Error(`The template database could not be migrated.\n${uncompiled}\n${fault.stderr || fault.message}`);
  }
  const admin = await connect(server.url);
  await admin.query(`alter database ${TEMPLATE} with is_template true allow_connections false`);
  await admin.end();
  return { adminUrl: server.url, template: TEMPLATE };
}

export default async function setup(globalConfig) {
  const root = globalConfig.rootDir ?? resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const secret = randomBytes(16).toString('hex');
  let postgres;
  let ready;
  const door = createServer((request, response) => {
    if (request.headers.authorization !== secret) return response.writeHead(403).end();
    ready ??= prepare(root, (server) => (postgres = server));
    ready.then(
      (answer) => response.end(JSON.stringify(answer)),
      (fault) => response.writeHead(500).end(String(fault?.message ?? fault)),
    );
  });
  await new Promise((open) => door.listen(0, '127.0.0.1', open));
  door.unref();
  process.env.SAMANKER_TEST_DATABASE = `http://127.0.0.1:${door.address().port}/ ${secret}`;
  globalThis.stopTestDatabase = async () => {
    door.close();
    door.closeAllConnections();
    await ready?.catch(() => undefined);
    await postgres?.stop();
  };
}
