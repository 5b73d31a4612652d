import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

interface Server {
  url: string;
  stop(): Promise<void>;
}

const SCRIPTS = resolve(__dirname, '../../scripts');
const run = promisify(execFile);

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<never>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the database roles', () => {
  let server: Server;
  let prepare: (adminUrl: string, options: { database: string }) => Promise<Record<string, string>>;
  beforeAll(async () => {
    // Roles belong to the whole server: these tests change passwords, so they have a server of their own.
    const { startPostgres } = (await import(`${SCRIPTS}/embedded-postgres.mjs`)) as {
      startPostgres(): Promise<Server>;
    };
    ({ prepareDatabase: prepare } = (await import(`${SCRIPTS}/database-roles.mjs`)) as {
      prepareDatabase: typeof prepare;
    });
    server = await startPostgres();
  });
  afterAll(() => server?.stop());

  it('are made by several starts at once, all with the same log-ins', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => prepare(server.url, { database: 'together' })));
    expect(new Set(answers.map((urls) => JSON.stringify(urls))).size).toBe(1);
    for (const name of ['DATABASE_URL', 'MIGRATOR_DATABASE_URL', 'SWEEPER_DATABASE_URL']) {
      expect(await ask(answers[0]![name]!, 'select 1 as one')).toEqual([{ one: 1 }]);
    }
  });

  it('are made by an administrator who is no superuser', async () => {
    await ask(server.url, `create role landlord login createrole createdb password 'x'`);
    for (const role of ['samanker_owner', 'samanker_migrator', 'samanker_app', 'samanker_sweeper']) {
      await ask(server.url, `drop owned by ${role}`).catch(() => undefined);
    }
    await ask(server.url, 'drop database together');
    for (const role of ['samanker_migrator', 'samanker_app', 'samanker_sweeper', 'samanker_owner']) {
      await ask(server.url, `drop role ${role}`);
    }
    const landlord = Object.assign(new URL(server.url), { username: 'landlord', password: 'x' }).href;
    const urls = await prepare(landlord, { database: 'let_out' });
    await prepare(landlord, { database: 'let_out' });
    await ask(urls.MIGRATOR_DATABASE_URL!, 'create table t (id int)');
    await expect(ask(urls.DATABASE_URL!, 'select * from t')).rejects.toThrow('permission denied');
  });

  it('with passwords of one’s own, for production', async () => {
    const at = (role: string, password: string): string =>
      Object.assign(new URL(server.url), { username: role, password, pathname: '/samanker' }).href;
    const env = {
      ...process.env,
      ADMIN_DATABASE_URL: server.url,
      DATABASE_URL: at('samanker_app', 'one%27s'),
      MIGRATOR_DATABASE_URL: at('samanker_migrator', 'two'),
      SWEEPER_DATABASE_URL: at('samanker_sweeper', 'three'),
    };
    const { stdout } = await run(process.execPath, [`${SCRIPTS}/make-roles.mjs`], { env });
    expect(stdout).toContain('are ready');
    expect(await ask(env.DATABASE_URL, 'select current_user as me')).toEqual([{ me: 'samanker_app' }]);
    const swapped = { ...env, DATABASE_URL: env.MIGRATOR_DATABASE_URL };
    await expect(run(process.execPath, [`${SCRIPTS}/make-roles.mjs`], { env: swapped })).rejects.toThrow(
      'It must log in as samanker_app',
    );
  });

  it('are refused when one of them could look past row-level security', async () => {
    await ask(server.url, 'alter role samanker_app bypassrls');
    await expect(prepare(server.url, { database: 'mighty' })).rejects.toThrow(
      /samanker_app is a superuser or may bypass/,
    );
    await ask(server.url, 'alter role samanker_app nobypassrls');
  });

  it('a wrong password is one sentence that does not repeat it', async () => {
    const wrong = Object.assign(new URL(server.url), { password: 'hemmelig' }).href;
    const fault = await prepare(wrong, { database: 'x' }).catch((error: Error) => error.message);
    expect(fault).toMatch(/refuses the password of "postgres"\. Correct DATABASE_URL\.$/);
    expect(fault).not.toContain('hemmelig');
  });
});
