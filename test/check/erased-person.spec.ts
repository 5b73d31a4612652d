import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { dataSourceOf, setDomainClock } from '@samanker/database';
import { openSession } from '@samanker/identity';
import { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';
import { aPerson, anOrganisation, aRegion, type BuiltPerson } from '../builders/organisation';
import { testDatabase, type TestDatabase } from '../environment/database';
import { findEverywhere } from '../environment/find-everywhere';
import { freePort, Program, programEnvironment } from '../environment/programs';
import { startRedis, type TestRedis } from '../environment/redis';
import { FaultySmtp } from '../environment/faulty-smtp';

const NAME = 'Kari Uforglemmelig Nordmann';
const ROOT = resolve(__dirname, '../..');

/** Everything that a Redis holds, as text. */
async function contentOf(url: string): Promise<string> {
  const redis = new Redis(url);
  try {
    const held: string[] = [];
    for (const key of await redis.keys('*')) {
      const type = await redis.type(key);
      const read: Readonly<Record<string, () => Promise<unknown>>> = {
        string: () => redis.get(key),
        hash: () => redis.hgetall(key),
        list: () => redis.lrange(key, 0, -1),
        set: () => redis.smembers(key),
        zset: () => redis.zrange(key, 0, -1),
        stream: () => redis.xrange(key, '-', '+'),
      };
      if (!read[type]) throw new Error(`Redis holds a ${type}, which nobody has looked into.`);
      held.push(`${key} ${JSON.stringify(await read[type]())}`);
    }
    return held.join('\n');
  } finally {
    redis.disconnect();
  }
}

describe('a person is erased, with real processes and Redis as the queue (S12)', () => {
  let db: TestDatabase;
  let admin: DataSource;
  let redis: TestRedis;
  let smtp: FaultySmtp;
  let settings: Awaited<ReturnType<typeof programEnvironment>>;
  let api: Program;
  let worker: Program;
  let url: string;
  let kari: BuiltPerson;
  beforeAll(async () => {
    redis = await startRedis();
    db = await testDatabase();
    admin = await dataSourceOf({ url: db.adminUrl, applicationName: 'test', poolSize: 2 }).initialize();
    await setDomainClock(admin, new Date('2016-11-16T10:00+01:00'));
    smtp = new FaultySmtp();
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    settings = await programEnvironment(db, await smtp.start(), {
      QUEUE_URL: redis.url,
      LOG_LEVEL: 'trace',
      PORT: String(port),
    });
    api = await new Program('api', settings.environment).ready();
    worker = await new Program('worker', settings.environment).ready();
  });
  afterAll(async () => {
    await worker?.stop();
    await api?.stop();
    await settings?.forget();
    await smtp?.stop();
    await admin?.destroy();
    await db?.drop();
    await redis?.stop();
  });

  const post = (path: string, body: unknown, token = ''): Promise<Response> =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
  const traces = (text: string): string[] =>
    [NAME, 'Uforglemmelig', kari.email, '98765432', kari.personId].filter((needle) =>
      text.toLowerCase().includes(needle.toLowerCase()),
    );
  const registerNeed = (token: string, problem: string): Promise<Response> =>
    post(
      '/graphql',
      {
        query: `mutation ($input: RegisterNeedInput!) { registerNeed(input: $input) { __typename } }`,
        variables: {
          input: {
            fields: {
              title: 'Alarmer',
              problem,
              localLeader: NAME,
              cpvCodes: ['33195000'],
              quantity: '1',
              unitCode: 'STK',
              wantedFrom: '2017-01-01',
              wantedTo: '2018-01-01',
            },
          },
        },
      },
      token,
    );

  it('works, is written to, logs in, and something breaks; then is erased by the command', async () => {
    const regionId = await aRegion({ admin });
    const organisationId = await anOrganisation({ admin }, regionId);
    kari = await aPerson({ admin }, regionId, {
      organisationId,
      roles: ['COORDINATOR', 'CHIEF_EXECUTIVE'],
      name: NAME,
      email: 'kari.uforglemmelig@amli.kommune.example',
    });
    await admin.query(`update person set phone = '98765432' where id = $1`, [kari.personId]);
    await admin.query('insert into code_log_in_region (region_id) values ($1)', [regionId]);
    const token = await openSession(admin, { ...kari, regionId, organisationId });
    expect((await registerNeed(token, `Ring ${NAME}, 98765432.`)).status).toBe(200);
    expect((await post('/log-in/code', { email: kari.email })).status).toBe(202);
    await post('/log-in/code/verify', { email: kari.email, code: '0000 0000' });
    // What cannot be stored: the database tells of the row, and the log must not.
    await admin.query(`alter table need add constraint planted check (problem not like '%brytes%')`);
    expect(await (await registerNeed(token, `${NAME}: dette brytes`)).json()).toHaveProperty('errors');
    await admin.query('alter table need drop constraint planted');
    await post('/graphql', `{"query": "{ me { name } } ${NAME}`, token);
    for (let tries = 0; smtp.recipients.length === 0 && tries < 200; tries++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(smtp.recipients.length).toBeGreaterThan(0);

    const successor = await aPerson({ admin }, regionId, { organisationId, roles: ['READER'] });
    const command = join(ROOT, 'dist/apps/console/src/main.js');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [command, 'gdpr', 'erase', '--person', kari.email, '--replace-by', successor.email],
      { cwd: ROOT, env: { PATH: process.env.PATH, ...settings.environment } },
    );
    expect(stdout).toContain('Erased.');
    expect(traces(stdout)).toEqual([]);
    const { errors } = (await (await post('/graphql', { query: '{ me { name } }' }, token)).json()) as {
      errors: { extensions: { code: string } }[];
    };
    expect(errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('is found in no table, in nothing that Redis holds, and in no line of any log, at the finest level', async () => {
    for (const needle of [NAME, kari.email, '98765432', kari.personId])
      expect(await findEverywhere(admin, needle)).toEqual({});
    const queue = await contentOf(redis.url);
    expect(queue.length).toBeGreaterThan(100);
    expect(traces(queue)).toEqual([]);
    await worker.stop();
    await api.stop();
    const lines = [...api.lines, ...worker.lines];
    expect(lines.filter((line) => line.includes('"answered"')).length).toBeGreaterThan(2);
    expect(lines.filter((line) => line.includes('"fault"')).length).toBe(1);
    expect(lines.filter((line) => traces(line).length > 0)).toEqual([]);
    const folder = settings.environment.SAMANKER_DATA_DIR!;
    for (const file of await readdir(folder, { recursive: true, withFileTypes: true }))
      if (file.isFile()) expect(traces(await readFile(join(file.parentPath, file.name), 'utf8'))).toEqual([]);
    // Canary: the search sees what stands in a line.
    expect(traces(`{"msg":"${NAME.toUpperCase()}"}`)).toEqual([NAME, 'Uforglemmelig']);
  });
});
