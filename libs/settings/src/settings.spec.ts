import { InvalidSettings, readSettings, settingsTable } from '.';

const development = {
  DATABASE_URL: 'postgres://samanker_app:x@localhost:5432/samanker',
  SWEEPER_DATABASE_URL: 'postgres://samanker_sweeper:x@localhost:5432/samanker',
};
const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://samanker_app:k3Jd9s@db:5432/samanker',
  SWEEPER_DATABASE_URL: 'postgres://samanker_sweeper:p0Qw2x@db:5432/samanker',
  SMTP_URL: 'smtps://user:pass@smtp.example.no:465',
  MAIL_FROM: 'Samanker <samanker@example.no>',
  PUBLIC_URL: 'https://samanker.example.no/',
};

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

  it('takes a complete production set', () => {
    expect(readSettings(production)).toMatchObject({ HOST: '0.0.0.0', PUBLIC_URL: 'https://samanker.example.no' });
  });

  it.each(['DATABASE_URL', 'SWEEPER_DATABASE_URL', 'SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL'])(
    'production refuses to start without %s, and says how to mend it (O1)',
    (name) => {
      expect(faultsOf({ ...production, [name]: undefined })).toEqual([
        expect.stringMatching(new RegExp(`^${name} is not set: it must be .+, for example ${name}=.+`)),
      ]);
    },
  );

  it.each([
    [{ PORT: 'abc' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://x@y/z' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://localhost' }, 'DATABASE_URL'],
    [{ QUEUE_URL: 'amqp://x' }, 'QUEUE_URL'],
    [{ SMTP_URL: 'localhost:25' }, 'SMTP_URL'],
    [{ MAIL_FROM: 'a@b.no\r\nBcc: c@d.no' }, 'MAIL_FROM'],
    [{ MAIL_FROM: 'a@b.no, c@d.no' }, 'MAIL_FROM'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV'],
  ])('names the setting that does not fit: %j', (wrong, name) => {
    expect(faultsOf({ ...development, ...wrong })).toEqual([
      expect.stringContaining(`${name} has a value that does not`),
    ]);
  });

  it('says everything at once, and never repeats a value that may be a secret', () => {
    const faults = faultsOf({ ...production, DATABASE_URL: 'mysql://x:hemmelig@y/z', PORT: '-1', SMTP_URL: undefined });
    expect(faults).toHaveLength(3);
    expect(faults.join('\n')).not.toContain('hemmelig');
  });

  it.each([
    ['a password from the examples', { DATABASE_URL: 'postgres://samanker_app:postgres@db/samanker' }, /password/],
    ['one log-in for two roles', { SWEEPER_DATABASE_URL: production.DATABASE_URL }, /share a log-in/],
    ['an address without TLS', { PUBLIC_URL: 'http://samanker.example.no' }, /https/],
  ])('production refuses %s', (_what, wrong, said) => {
    expect(faultsOf({ ...production, ...wrong })).toEqual([expect.stringMatching(said)]);
  });

  it('the table names exactly what is read', () => {
    const read = Object.keys(
      readSettings({ ...production, MIGRATOR_DATABASE_URL: 'postgres://m:k3Jd9s@db/s', METRICS_TOKEN: 'x'.repeat(16) }),
    );
    expect(
      settingsTable()
        .map((row) => row.name)
        .sort(),
    ).toEqual(read.sort());
  });
});
