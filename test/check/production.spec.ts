import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { settingsTable } from '@samanker/settings';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../environment/database';
import { freePort, Program } from '../environment/programs';

const ROOT = resolve(__dirname, '../..');
const secret = (): string => randomBytes(24).toString('hex');

/** Runs a program to its end; what it said and its exit code. */
function outcome(
  folder: string,
  name: string,
  env: Record<string, string>,
  words: string[] = [],
): Promise<{ code: number; said: string }> {
  const file = join(folder, 'dist/apps', name, 'src/main.js');
  return new Promise((done) => {
    execFile(
      process.execPath,
      [file, ...words],
      { env: { PATH: process.env.PATH, ...env } as unknown as NodeJS.ProcessEnv, timeout: 60_000 },
      (error, out, complaint) =>
        done({ code: error ? (typeof error.code === 'number' ? error.code : -1) : 0, said: `${out}${complaint}` }),
    );
  });
}

describe('production (S3, S10, O1)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samanker-production-'));
  const made = [1, 2, 3].map(() => `production_${randomBytes(4).toString('hex')}`);
  const [bypass, owner, maker] = made as [string, string, string];
  let db: TestDatabase;
  let admin: Client;
  let right: Record<string, string>;
  const as = (url: string, username: string, password: string): string =>
    Object.assign(new URL(url), { username, password }).href;
  const asLogIn = (name: string): string => as(db.DATABASE_URL, name, `${name}-k3Jd9sQw81mZ`);

  beforeAll(async () => {
    db = await testDatabase();
    admin = new Client({ connectionString: db.adminUrl });
    await admin.connect();
    const database = new URL(db.DATABASE_URL).pathname.slice(1);
    for (const [name, more] of [
      [bypass, 'bypassrls in role samanker_app'],
      [owner, 'in role samanker_owner'],
      [maker, 'createrole in role samanker_app'],
    ] as const) {
      await admin.query(`create role ${name} login password '${name}-k3Jd9sQw81mZ' ${more}`);
      await admin.query(`grant connect on database ${database} to ${name}`);
    }
    right = {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      PUBLIC_URL: 'https://samanker.example.no',
      DATABASE_URL: db.DATABASE_URL,
      SWEEPER_DATABASE_URL: db.SWEEPER_DATABASE_URL,
      SMTP_URL: 'smtp://localhost:9',
      MAIL_FROM: 'Samanker <samanker@example.no>',
      OPERATOR_NAME: 'Agder IKT IKS',
      OPERATOR_EMAIL: 'drift@agder-ikt.no',
      OPERATOR_PHONE: '+47 38 00 00 00',
      OIDC_ISSUER: 'https://login.example.no',
      OIDC_CLIENT_ID: 'samanker',
      OIDC_CLIENT_SECRET: secret(),
      LOG_SIGNING_KEY: secret(),
      ATTACHMENT_STORE: `file:${join(folder, 'attachments')}`,
      SAMANKER_DATA_DIR: folder,
    };
  });
  afterAll(async () => {
    for (const name of made) await admin?.query(`drop owned by ${name}; drop role ${name}`).catch(() => undefined);
    await admin?.end();
    await db?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['api', 'worker'] as const)('the %s refuses, and says why for each: missing settings', async (name) => {
    const needed = settingsTable().filter((row) => row.requiredInProduction && row.name !== 'NODE_ENV');
    const { code, said } = await outcome(ROOT, name, { NODE_ENV: 'production' });
    expect(code).toBe(1);
    for (const row of needed) expect(said).toMatch(new RegExp(`^${row.name} is not set: it must be .+`, 'm'));
    expect(said).not.toMatch(/\bat .+:\d+:\d+/);
  });

  it.each(['api', 'worker'] as const)('the %s refuses: every secret that can be guessed, or is short', async (name) => {
    const secrets = settingsTable().filter((row) => row.secret);
    const isAddress = (setting: string): boolean => setting.endsWith('_URL');
    const filled = (word: string): Record<string, string> =>
      Object.fromEntries(
        secrets.map((row) => [
          row.name,
          isAddress(row.name)
            ? as(row.name === 'SMTP_URL' ? 'smtp://mail.example.no' : db.DATABASE_URL, row.name.toLowerCase(), word)
            : word,
        ]),
      );
    for (const [word, reason] of [
      ['change-me', /first|at least|must be/],
      ['k3Jd9s', /fewer|at least|must be/],
    ] as const) {
      const { code, said } = await outcome(ROOT, name, { ...right, ...filled(word) });
      expect(code).toBe(1);
      for (const row of secrets) {
        const line = said.split('\n').find((one) => one.startsWith(`${row.name} `));
        expect({ name: row.name, line }).toEqual({ name: row.name, line: expect.stringMatching(reason) });
      }
      expect(said).not.toContain(word);
    }
  });

  it.each<['api' | 'worker', string, () => string, RegExp]>([
    ['api', 'a superuser', () => as(db.adminUrl, 'postgres', new URL(db.adminUrl).password), /is a superuser/],
    ['worker', 'a superuser', () => as(db.adminUrl, 'postgres', new URL(db.adminUrl).password), /is a superuser/],
    ['api', 'a role that may bypass row-level security', () => asLogIn(bypass), /may bypass row-level security/],
    ['api', 'a role that may become the owner', () => asLogIn(owner), /owns the tables/],
    ['worker', 'a role that makes roles', () => asLogIn(maker), /may make roles/],
  ])('the %s refuses to log in to the database as %s', async (name, _, url, reason) => {
    const { code, said } = await outcome(ROOT, name, { ...right, DATABASE_URL: url(), QUEUE_URL: db.DATABASE_URL });
    expect(said).toMatch(reason);
    expect(said).toMatch(/^DATABASE_URL logs in as "/m);
    expect(code).toBe(1);
  });

  it('the worker refuses a sweeper that is no ordinary role', async () => {
    const { code, said } = await outcome(ROOT, 'worker', { ...right, SWEEPER_DATABASE_URL: asLogIn(bypass) });
    expect(said).toMatch(/^SWEEPER_DATABASE_URL logs in as ".+", who may bypass row-level security/m);
    expect(code).toBe(1);
  });

  it('the image runs with NODE_ENV=production or not at all, API, worker and console', async () => {
    const image = join(folder, 'image');
    mkdirSync(join(image, 'dist'), { recursive: true });
    for (const part of ['apps', 'libs'])
      cpSync(join(ROOT, 'dist', part), join(image, 'dist', part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(image, 'node_modules'));
    writeFileSync(join(image, 'dist/PRODUCTION_IMAGE'), '');
    const { NODE_ENV: _, ...unset } = right;
    for (const [name, env, words] of [
      ['api', unset, []],
      ['worker', { ...right, NODE_ENV: '' }, []],
      ['api', { ...right, NODE_ENV: 'development' }, []],
      ['console', unset, ['migrate']],
    ] as const) {
      const { code, said } = await outcome(image, name, env, [...words]);
      expect(said).toMatch(/NODE_ENV is (not set|not production): this is the image that serves people/);
      expect(code).toBe(1);
    }
  });

  it('with everything right it serves: and no metrics, mailbox, demo people, GraphiQL or schema for strangers', async () => {
    const api = await new Program('api', right).ready();
    try {
      const url = `http://127.0.0.1:${right.PORT}`;
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
      for (const path of [
        '/metrics',
        '/development/people',
        '/development/mailbox',
        '/graphiql',
        '/assets/index.js.map',
      ]) {
        const answer = await fetch(url + path);
        expect({ path, status: answer.status }).toEqual({ path, status: 404 });
        expect(answer.headers.get('strict-transport-security')).toContain('max-age');
      }
      const schema = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ __schema { queryType { name } } }"}',
      });
      expect(schema.status).toBe(400);
    } finally {
      await api.stop();
    }
  });
});
