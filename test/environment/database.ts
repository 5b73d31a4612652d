import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** The addresses of one test database, named like the settings that take them, and how to be rid of it. */
export interface TestDatabase {
  /** Log-in of the API and the worker: bound by row-level security. */
  DATABASE_URL: string;
  /** Log-in that may change the schema. */
  MIGRATOR_DATABASE_URL: string;
  /** Log-in of sweeps and the relay. */
  SWEEPER_DATABASE_URL: string;
  /** Where BullMQ keeps its queues: the same database. */
  QUEUE_URL: string;
  /** A superuser, for looking behind the walls and for breaking things on purpose. */
  adminUrl: string;
  /** Closes the connections that are left and drops the database. */
  drop(): Promise<void>;
}

interface Server {
  adminUrl: string;
  template: string;
}

interface Roles {
  roleUrls(adminUrl: string, database: string): Record<string, string>;
  grantDatabase(client: Client, database: string): Promise<void>;
}

async function server(): Promise<Server> {
  const [address, secret] = (process.env.SAMANKER_TEST_DATABASE ?? '').split(' ');
  if (!address || !secret) throw new Error('testDatabase() works only under jest with its global setup');
  const answer = await knock(address, secret);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Server;
}

/** Jest's own process answers, and may be too busy at first to take the connection within fetch's ten seconds. */
async function knock(address: string, secret: string, tries = 5): Promise<Response> {
  try {
    return await fetch(address, { headers: { authorization: secret } });
  } catch (fault) {
    if (tries <= 1) throw fault;
    await new Promise((wake) => setTimeout(wake, 500));
    return knock(address, secret, tries - 1);
  }
}

async function asAdmin<T>(adminUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const withDatabase = (url: string, database: string): string =>
  Object.assign(new URL(url), { pathname: `/${database}` }).href;

/**
 * A fresh, migrated database for one test file (about 30 ms): `beforeAll(async () => (database = await testDatabase()))`
 * and `afterAll(() => database.drop())`. With `{ empty: true }` it has the roles but no tables.
 */
export async function testDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const { adminUrl, template } = await server();
  // The path is held in a variable so that the type checker does not follow it: scripts/ is plain JavaScript.
  const path = '../../scripts/database-roles.mjs';
  const roles = (await import(path)) as Roles;
  const name = `test_${process.env.JEST_WORKER_ID ?? '0'}_${randomBytes(5).toString('hex')}`;
  await asAdmin(adminUrl, async (admin) => {
    await admin.query(
      empty
        ? `create database ${name} owner samanker_owner`
        : `create database ${name} template ${template} strategy file_copy owner samanker_owner`,
    );
    await roles.grantDatabase(admin, name);
  });
  if (empty) {
    await asAdmin(withDatabase(adminUrl, name), async (admin) => {
      await admin.query('create extension if not exists pg_trgm');
      await admin.query(
        'grant usage on schema public to samanker_owner, samanker_app, samanker_migrator, samanker_sweeper',
      );
    });
  }
  return {
    ...(roles.roleUrls(adminUrl, name) as Omit<TestDatabase, 'adminUrl' | 'drop'>),
    adminUrl: withDatabase(adminUrl, name),
    drop: () =>
      asAdmin(adminUrl, async (admin) => {
        await admin.query(`drop database if exists ${name} with (force)`);
      }),
  };
}
