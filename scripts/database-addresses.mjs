// Where the database is: the addresses that were given, or an embedded PostgreSQL.
import { mkdirSync } from 'node:fs';
import { connect, prepareDatabase } from './database-roles.mjs';
import { startPostgres } from './embedded-postgres.mjs';
import { plainFault } from './plain-fault.mjs';

const DATABASE = 'samanker';

/** The folder of everything that Samanker keeps on this machine, made when missing. */
export function dataFolder(env = process.env) {
  const folder = env.SAMANKER_DATA_DIR || './.samanker';
  try {
    mkdirSync(folder, { recursive: true });
  } catch (fault) {
    if (fault.code === 'ENOSPC') throw plainFault(`The disk is full: ${folder} could not be made.`, 'Make room there.');
    throw plainFault(`The folder ${folder} cannot be made (${fault.code}).`, 'Set SAMANKER_DATA_DIR to another one.');
  }
  return folder;
}

async function check(url, variable) {
  const client = await connect(url, variable);
  await client.end();
}

/**
 * Three ways: MIGRATOR_ and SWEEPER_DATABASE_URL are given, then all are used as they are (production); DATABASE_URL
 * alone is an administrator, who makes the roles (development); nothing is given, then a PostgreSQL of our own.
 * Returns the addresses and, for the last way, the server to stop at the end.
 */
export async function openDatabase({ env = process.env, note = () => undefined } = {}) {
  const { DATABASE_URL, MIGRATOR_DATABASE_URL, SWEEPER_DATABASE_URL, QUEUE_URL } = env;
  if (DATABASE_URL && SWEEPER_DATABASE_URL) {
    await check(DATABASE_URL, 'DATABASE_URL');
    await check(SWEEPER_DATABASE_URL, 'SWEEPER_DATABASE_URL');
    if (MIGRATOR_DATABASE_URL) await check(MIGRATOR_DATABASE_URL, 'MIGRATOR_DATABASE_URL');
    const urls = { DATABASE_URL, SWEEPER_DATABASE_URL, QUEUE_URL: QUEUE_URL || DATABASE_URL };
    return { urls: MIGRATOR_DATABASE_URL ? { ...urls, MIGRATOR_DATABASE_URL } : urls };
  }
  if (env.NODE_ENV === 'production') {
    throw plainFault(
      'In production DATABASE_URL, MIGRATOR_DATABASE_URL and SWEEPER_DATABASE_URL must be set, each with its own log-in.',
      'The README shows how the three roles are made.',
    );
  }
  if (DATABASE_URL) {
    const urls = await prepareDatabase(DATABASE_URL);
    return { urls: QUEUE_URL ? { ...urls, QUEUE_URL } : urls };
  }
  const server = await startPostgres({ folder: dataFolder(env), onNote: note });
  try {
    const urls = await prepareDatabase(server.url, { database: DATABASE });
    return { urls: QUEUE_URL ? { ...urls, QUEUE_URL } : urls, server };
  } catch (fault) {
    await server.stop();
    throw fault;
  }
}
