// S5: what is convenient in development does not exist where people work, and half a configuration does not start.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../scripts/embedded-postgres.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const LIMIT_MS = 30_000;

async function settings(target) {
  return {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    PUBLIC_URL: 'https://samanker.example.no',
    DATABASE_URL: target.environment.DATABASE_URL,
    SWEEPER_DATABASE_URL: target.environment.SWEEPER_DATABASE_URL,
    SMTP_URL: 'smtps://samanker:t9Rm3kWqLp2x@smtp.example.no:465',
    MAIL_FROM: 'Samanker <samanker@example.no>',
    OPERATOR_NAME: 'Agder IKT IKS',
    OPERATOR_EMAIL: 'drift@agder-ikt.no',
    OPERATOR_PHONE: '+47 38 00 00 00',
    LOG_SIGNING_KEY: 'f3a1c7d05b8e4926a0d17c53e98b42f6d1a7',
    ATTACHMENT_STORE: `file:${join(target.folder, 'attachments')}`,
    OIDC_ISSUER: 'https://ansattporten.example',
    OIDC_CLIENT_ID: 'd1f0b7a2',
    OIDC_CLIENT_SECRET: 'q8Zx4nVt2LrPw6Kd',
  };
}

/** Starts the API with these settings; answers when it listens or has ended. */
async function started(environment, deed) {
  const folder = mkdtempSync(join(tmpdir(), 'samanker-production-'));
  const child = spawn(process.execPath, [join(ROOT, 'dist/apps/api/src/main.js')], {
    cwd: ROOT,
    env: { SAMANKER_DATA_DIR: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = new Promise((done) => child.once('close', done));
  const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  const ready = new Promise((done) => child.once('message', () => done('ready')));
  try {
    const outcome = await Promise.race([ended, ready]);
    return await deed({ outcome, said: () => said, url: `http://127.0.0.1:${environment.PORT}` });
  } finally {
    child.kill('SIGTERM');
    await ended;
    clearTimeout(limit);
    rmSync(folder, { recursive: true, force: true });
  }
}

const REFUSED = {
  'without any setting': [
    () => ({}),
    /OIDC_ISSUER|PUBLIC_URL|DATABASE_URL/,
    [
      'PUBLIC_URL',
      'OIDC_ISSUER',
      'OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET',
      'LOG_SIGNING_KEY',
      'SMTP_URL',
      'MAIL_FROM',
      'OPERATOR_NAME',
      'OPERATOR_EMAIL',
      'OPERATOR_PHONE',
      'ATTACHMENT_STORE',
    ],
  ],
  'as a superuser of the database': [
    (target) => ({ DATABASE_URL: target.superuser }),
    /superuser|share a log-in|would try first/,
  ],
  'as the role that owns the tables': [(target) => ({ DATABASE_URL: target.environment.MIGRATOR_DATABASE_URL }), /own/],
  'with one database role for everything': [
    (target) => ({ SWEEPER_DATABASE_URL: target.environment.DATABASE_URL }),
    /share a log-in/,
  ],
  'with a signing key that anybody would guess': [
    () => ({ LOG_SIGNING_KEY: '0'.repeat(40) }),
    /LOG_SIGNING_KEY has a value that anybody would try first/,
  ],
  'with a short secret of the provider': [() => ({ OIDC_CLIENT_SECRET: 'k3Jd9s' }), /OIDC_CLIENT_SECRET/],
  'with a provider by plain http': [
    () => ({ OIDC_ISSUER: 'http://ansattporten.example' }),
    /OIDC_ISSUER must begin with https/,
  ],
  'on an address by plain http': [
    () => ({ PUBLIC_URL: 'http://samanker.example.no' }),
    /PUBLIC_URL must begin with https/,
  ],
};

export const cases = [
  ...Object.entries(REFUSED).map(([name, [change, why, missing = []]], place) => ({
    name: `production starts ${name}`,
    expects: 'it does not, and says why without telling a secret',
    quick: place % 2 === 0,
    needs: ['environment', 'folder'],
    attack: async (target) => {
      const whole = await settings(target);
      for (const setting of missing) delete whole[setting];
      const environment = { ...whole, ...change(target) };
      await started(environment, ({ outcome, said }) => {
        assert.notEqual(outcome, 'ready', 'it started');
        assert.notEqual(outcome, 0);
        assert.match(said(), why);
        for (const setting of missing) assert.ok(said().includes(setting), `${setting} is not named`);
        for (const name of ['DATABASE_URL', 'SMTP_URL'])
          if (environment[name])
            assert.ok(!said().includes(new URL(environment[name]).password), `tells the password of ${name}`);
        if (environment.OIDC_CLIENT_SECRET) assert.ok(!said().includes(environment.OIDC_CLIENT_SECRET));
      });
    },
  })),
  {
    name: 'production has the development log-in, its list of people, the mailbox, the schema, figures',
    expects: 'no log-in, no list, no mailbox; figures and schema not for strangers',
    quick: true,
    needs: ['environment', 'folder'],
    attack: async (target) => {
      const environment = await settings(target);
      await started(environment, async ({ outcome, said, url }) => {
        assert.equal(outcome, 'ready', said());
        const { personId } = target.people[0];
        const ask = (path, body) =>
          fetch(url + path, {
            redirect: 'manual',
            ...(body
              ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
              : {}),
          });
        for (const [path, body] of [
          ['/development/people'],
          ['/development/mailbox'],
          ['/development/log-in', { personId }],
          ['/metrics'],
        ]) {
          const answer = await ask(path, body);
          const text = await answer.text();
          assert.ok([401, 403, 404].includes(answer.status) || !text.includes(personId), `${path}: ${answer.status}`);
          assert.doesNotMatch(text, /personId|"token"|process_cpu/);
          assert.deepEqual(answer.headers.getSetCookie(), []);
        }
        const schema = await (await ask('/graphql', { query: '{ __schema { types { name } } }' })).text();
        assert.doesNotMatch(schema, /ProcurementCase/);
        const token = await target.freshToken(target.people[0]);
        const me = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: '{"query":"{ me { name } }"}',
        });
        assert.doesNotMatch(await me.text(), /"name":/, 'a session of the development log-in counts');
      });
    },
  },
];
