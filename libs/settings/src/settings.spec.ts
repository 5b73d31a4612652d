import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demandProductionImage, InvalidSettings, readSettings, secretNow, secretsNow, settingsTable } from '.';

const development = {
  DATABASE_URL: 'postgres://samanker_app:x@localhost:5432/samanker',
  SWEEPER_DATABASE_URL: 'postgres://samanker_sweeper:x@localhost:5432/samanker',
};
const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://samanker_app:k3Jd9sQw81mZ@db:5432/samanker?sslmode=verify-full',
  SWEEPER_DATABASE_URL: 'postgres://samanker_sweeper:p0Qw2xLr7vB4@db:5432/samanker?sslmode=verify-full',
  SMTP_URL: 'smtps://user:t9Rm3kWq@smtp.example.no:465',
  MAIL_FROM: 'Samanker <samanker@example.no>',
  OPERATOR_NAME: 'Agder IKT IKS',
  OPERATOR_EMAIL: 'drift@agder-ikt.no',
  OPERATOR_PHONE: '+47 38 00 00 00',
  PUBLIC_URL: 'https://samanker.example.no/',
  LOG_SIGNING_KEY: 'f3a1c7d05b8e4926a0d17c53e98b42f6d1a7',
  ATTACHMENT_STORE: 'file:/var/lib/samanker/attachments',
  OIDC_ISSUER: 'https://ansattporten.no',
  OIDC_CLIENT_ID: 'd1f0b7a2',
  OIDC_CLIENT_SECRET: 'q8Zx4nVt2LrPw6Kd',
};

const BUCKET = 's3://samanker-files/no?endpoint=https://s3.example.no&region=eu-north-1';
const BUCKET_KEYS = { ATTACHMENT_ACCESS_KEY: 'k7', ATTACHMENT_SECRET_KEY: 'v3Jq9TzR5nXw8LdC' };

function faultsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof InvalidSettings) return error.faults;
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('fills in what development may leave out', () => {
    expect(readSettings({ ...development, PORT: '3100', LOG_LEVEL: '' })).toMatchObject({
      NODE_ENV: 'development',
      PORT: 3100,
      HOST: '127.0.0.1',
      PUBLIC_URL: 'http://localhost:3100',
      QUEUE_URL: development.DATABASE_URL,
      LOG_LEVEL: 'info',
    });
  });

  it('a network that is said to be private needs no TLS, one that is not said to be does', () => {
    const plain = Object.fromEntries(
      Object.entries(production).map(([name, value]) => [name, value.replace('?sslmode=verify-full', '')]),
    );
    const queue = { QUEUE_URL: 'redis://:k3Jd9sQw81mZ@redis:6379', SMTP_URL: 'smtp://mailpit:1025' };
    expect(faultsOf({ ...plain, ...queue, PRIVATE_HOSTS: 'db, redis,Mailpit' })).toEqual([]);
    expect(faultsOf({ ...plain, ...queue, PRIVATE_HOSTS: 'db,redis' })).toEqual([expect.stringMatching(/^SMTP_URL/)]);
    expect(faultsOf({ ...plain, ...queue }).map((fault) => fault.split(' ', 1)[0])).toEqual([
      'DATABASE_URL',
      'SWEEPER_DATABASE_URL',
      'QUEUE_URL',
      'SMTP_URL',
    ]);
  });

  it('takes a complete production set', () => {
    expect(readSettings(production)).toMatchObject({ HOST: '0.0.0.0', PUBLIC_URL: 'https://samanker.example.no' });
  });

  it.each([
    'DATABASE_URL',
    'SWEEPER_DATABASE_URL',
    'SMTP_URL',
    'MAIL_FROM',
    'OPERATOR_NAME',
    'OPERATOR_EMAIL',
    'OPERATOR_PHONE',
    'PUBLIC_URL',
    'ATTACHMENT_STORE',
    'LOG_SIGNING_KEY',
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
  ])('production refuses to start without %s, and says how to mend it (O1)', (name) => {
    expect(faultsOf({ ...production, [name]: undefined })).toEqual([
      expect.stringMatching(new RegExp(`^${name} is not set: it must be .+, for example ${name}=.+`)),
    ]);
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://x@y/z' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://localhost' }, 'DATABASE_URL'],
    [{ QUEUE_URL: 'amqp://x' }, 'QUEUE_URL'],
    [{ SMTP_URL: 'localhost:25' }, 'SMTP_URL'],
    [{ MAIL_FROM: 'a@b.no\r\nBcc: c@d.no' }, 'MAIL_FROM'],
    [{ MAIL_FROM: 'a@b.no, c@d.no' }, 'MAIL_FROM'],
    [{ OPERATOR_NAME: 'Agder IKT\nIKS' }, 'OPERATOR_NAME'],
    [{ OPERATOR_NAME: 'A'.repeat(101) }, 'OPERATOR_NAME'],
    [{ OPERATOR_EMAIL: 'Drift <drift@agder-ikt.no>' }, 'OPERATOR_EMAIL'],
    [{ OPERATOR_EMAIL: 'drift@agder-ikt.no?bcc=x@y.no' }, 'OPERATOR_EMAIL'],
    [{ OPERATOR_PHONE: '112' }, 'OPERATOR_PHONE'],
    [{ OPERATOR_PHONE: 'ring oss' }, 'OPERATOR_PHONE'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN'],
    [{ LOG_SIGNING_KEY: 'short' }, 'LOG_SIGNING_KEY'],
    [{ LOG_FORMER_KEYS: 'abc' }, 'LOG_FORMER_KEYS'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV'],
    [{ ATTACHMENT_STORE: '/srv/files' }, 'ATTACHMENT_STORE'],
    [{ ATTACHMENT_STORE: 'file:' }, 'ATTACHMENT_STORE'],
    [{ ATTACHMENT_STORE: 'file:///srv/files' }, 'ATTACHMENT_STORE'],
    [{ ATTACHMENT_STORE: 's3://bucket?region=no', ...BUCKET_KEYS }, 'ATTACHMENT_STORE'],
    [
      { ATTACHMENT_STORE: 's3://bucket/../x?endpoint=https://s3.example&colour=red', ...BUCKET_KEYS },
      'ATTACHMENT_STORE',
    ],
    [{ ATTACHMENT_STORE: 's3://k:s@bucket?endpoint=https://s3.example', ...BUCKET_KEYS }, 'ATTACHMENT_STORE'],
    [{ OIDC_ISSUER: 'ansattporten.no', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'q8Zx4nVt2LrPw6Kd' }, 'OIDC_ISSUER'],
    [{ OIDC_SCOPE: 'openid ssn' }, 'OIDC_SCOPE'],
    [{ OIDC_AUTHORIZATION_DETAILS: '{"type":"x"}' }, 'OIDC_AUTHORIZATION_DETAILS'],
    [{ OIDC_AUTHORIZATION_DETAILS: '[{"resource":"x"}]' }, 'OIDC_AUTHORIZATION_DETAILS'],
    [{ OIDC_AUTHORIZATION_DETAILS: 'nonsense' }, 'OIDC_AUTHORIZATION_DETAILS'],
    [{ TRUSTED_PROXIES: 'everybody' }, 'TRUSTED_PROXIES'],
    [{ TRUSTED_PROXIES: '10.0.0.0/8,0.0.0.0/0' }, 'TRUSTED_PROXIES'],
    [{ REQUESTS_PER_MINUTE: '0' }, 'REQUESTS_PER_MINUTE'],
  ])('names the setting that does not fit: %j', (wrong, name) => {
    expect(faultsOf({ ...development, ...wrong })).toEqual([
      expect.stringContaining(`${name} has a value that does not`),
    ]);
  });

  it('says everything at once, and never repeats a value that may be a secret', () => {
    const faults = faultsOf({
      ...production,
      DATABASE_URL: 'mysql://x:hemmeligLr7vB4@y/z',
      PORT: '-1',
      SMTP_URL: undefined,
    });
    expect(faults).toHaveLength(3);
    expect(faults.join('\n')).not.toContain('hemmelig');
  });

  it.each([
    [
      'a password from the examples',
      { DATABASE_URL: 'postgres://samanker_app:postgres@db/samanker?ssl=true' },
      /password/,
    ],
    ['a short password', { SWEEPER_DATABASE_URL: 'postgres://samanker_sweeper:k3Jd9s@db/s?ssl=true' }, /fewer than 12/],
    ['no password at all', { QUEUE_URL: 'rediss://redis:6379' }, /QUEUE_URL .*password/],
    ['a mail password from the examples', { SMTP_URL: 'smtps://user:password@smtp.example.no' }, /SMTP_URL/],
    ['a token that anybody would try', { METRICS_TOKEN: 'my-secret-token-1' }, /METRICS_TOKEN .*try first/],
    ['a token of one letter', { METRICS_TOKEN: 'x'.repeat(32) }, /METRICS_TOKEN .*try first/],
    ['a short one among several tokens', { METRICS_TOKEN: 'b7c1f0d2a94e4e3f8a61,b7c1f0' }, /METRICS_TOKEN/],
    ['one log-in for two roles', { SWEEPER_DATABASE_URL: production.DATABASE_URL }, /share a log-in/],
    ['a provider of log-ins without TLS', { OIDC_ISSUER: 'http://ansattporten.no' }, /https/],
    ['a file store without TLS', { ...BUCKET_KEYS, ATTACHMENT_STORE: BUCKET.replace('https', 'http') }, /https/],
    ['a short key to the file store', { ...BUCKET_KEYS, ATTACHMENT_SECRET_KEY: 'v3Jq9TzR' }, /fewer than 16/],
    ['a contact that is an example', { OPERATOR_EMAIL: 'drift@samanker.example' }, /where nobody answers/],
    ['a database without TLS', { DATABASE_URL: 'postgres://samanker_app:k3Jd9sQw81mZ@db/s' }, /^DATABASE_URL .*TLS/],
    ['a queue without TLS', { QUEUE_URL: 'redis://:k3Jd9sQw81mZ@redis:6379' }, /^QUEUE_URL .*rediss/],
    ['a mail server without TLS', { SMTP_URL: 'smtp://u:t9Rm3kWq@smtp.example.no' }, /^SMTP_URL .*smtps/],
    ['an address without TLS', { PUBLIC_URL: 'http://samanker.example.no' }, /https/],
  ])('production refuses %s', (_what, wrong, said) => {
    expect(faultsOf({ ...production, ...wrong })).toEqual([expect.stringMatching(said)]);
  });

  it('files are kept in a folder of ours, or where the setting says; a bucket needs its keys', () => {
    expect(readSettings({ ...development, SAMANKER_DATA_DIR: '/srv/s' }).ATTACHMENT_STORE).toBe(
      'file:/srv/s/attachments',
    );
    expect(readSettings({ ...production, ...BUCKET_KEYS, ATTACHMENT_STORE: BUCKET }).ATTACHMENT_STORE).toBe(BUCKET);
    expect(faultsOf({ ...development, ATTACHMENT_STORE: BUCKET }).map((fault) => fault.split(' ')[0])).toEqual(
      Object.keys(BUCKET_KEYS),
    );
  });

  describe('secrets in files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'samanker-secrets-'));
    const path = join(folder, 'token');
    afterAll(() => rmSync(folder, { recursive: true }));

    it('are read like those in the environment, without the line break at the end', () => {
      writeFileSync(path, 'b7c1f0d2a94e4e3f8a61\n');
      expect(readSettings({ ...production, METRICS_TOKEN_FILE: path }).METRICS_TOKEN).toBe('b7c1f0d2a94e4e3f8a61');
    });

    it('are looked at like those in the environment', () => {
      writeFileSync(path, 'my-secret-token-1');
      expect(faultsOf({ ...production, METRICS_TOKEN_FILE: path })).toEqual(
        expect.arrayContaining([expect.stringMatching(/^METRICS_TOKEN .*try first/)]),
      );
    });

    it('a file that is not there, or a secret that is given twice, stops the program', () => {
      expect(faultsOf({ ...production, METRICS_TOKEN_FILE: join(folder, 'none') })).toEqual([
        expect.stringMatching(/^METRICS_TOKEN_FILE names a file that cannot be read/),
      ]);
      writeFileSync(path, 'b7c1f0d2a94e4e3f8a61');
      const twice = { METRICS_TOKEN_FILE: path, METRICS_TOKEN: '0e5d3f9c4b7a0e5d81aa' };
      expect(faultsOf({ ...production, ...twice })).toEqual([expect.stringMatching(/both set/)]);
    });

    it('are read again when they are used; while a file is being written, what it held before is good', () => {
      const env = { METRICS_TOKEN_FILE: path };
      writeFileSync(path, 'first');
      expect(secretNow('METRICS_TOKEN', env)).toBe('first');
      writeFileSync(path, '');
      expect(secretNow('METRICS_TOKEN', env)).toBe('first');
      writeFileSync(path, 'second,first\n');
      expect(secretsNow('METRICS_TOKEN', env)).toEqual(['second', 'first']);
      expect(secretsNow('METRICS_TOKEN', {})).toEqual([]);
    });
  });

  it('the image that serves people runs with NODE_ENV=production or not at all', () => {
    expect(demandProductionImage({}, true)).toEqual([expect.stringMatching(/^NODE_ENV is not set/)]);
    expect(demandProductionImage({ NODE_ENV: '' }, true)).toEqual([expect.stringMatching(/^NODE_ENV is not set/)]);
    expect(demandProductionImage({ NODE_ENV: 'test' }, true)).toHaveLength(1);
    expect(demandProductionImage({ NODE_ENV: 'production' }, true)).toEqual([]);
    expect(demandProductionImage({}, false)).toEqual([]);
  });

  it('a provider of log-ins is set up wholly or not at all', () => {
    expect(faultsOf({ ...development, OIDC_ISSUER: 'https://ansattporten.no' })).toEqual([
      expect.stringMatching(/^OIDC_CLIENT_ID is not set/),
      expect.stringMatching(/^OIDC_CLIENT_SECRET is not set/),
    ]);
  });

  it('the table names exactly what is read', () => {
    const read = Object.keys(
      readSettings({
        ...production,
        MIGRATOR_DATABASE_URL: 'postgres://m:z8Vn2cXe5uHj@db/s?ssl=true',
        METRICS_TOKEN: 'b7c1f0d2a94e4e3f8a61',
        ...BUCKET_KEYS,
        CHECKPOINT_DIR: '/var/lib/samanker/checkpoints',
        TRUSTED_PROXIES: '10.0.0.1',
        PERSISTED_OPERATIONS_DIR: '/operations',
      }),
    );
    expect(
      settingsTable()
        .map((row) => row.name)
        .sort(),
    ).toEqual(read.sort());
  });
});
