import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataSourceOf } from '@samanker/database';
import { openSession } from '@samanker/identity';
import type { DataSource } from 'typeorm';
import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { testDatabase, type TestDatabase } from '../environment/database';
import { freePort, Program, programEnvironment } from '../environment/programs';

const secret = (): string => randomBytes(24).toString('hex');

describe('secrets are exchanged while requests run, and none of them fails (O1)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samanker-exchange-'));
  const path = (name: string): string => join(folder, name);
  const role = `exchange_${randomBytes(4).toString('hex')}`;
  let db: TestDatabase;
  let admin: DataSource;
  let api: Program;
  let worker: Program;
  let url: string;
  let token: string;
  let forget: () => Promise<void>;

  const addressWith = (password: string): string =>
    Object.assign(new URL(db.DATABASE_URL), { username: role, password }).href;

  beforeAll(async () => {
    db = await testDatabase();
    admin = await dataSourceOf({ url: db.adminUrl, applicationName: 'test', poolSize: 2 }).initialize();
    const first = secret();
    // Log-ins belong to the whole server, which other tests use too: this one has its own.
    await admin.query(`create role ${role} login password '${first}' in role samanker_app`);
    await admin.query(`grant connect on database ${new URL(db.DATABASE_URL).pathname.slice(1)} to ${role}`);
    writeFileSync(path('database'), addressWith(first));
    writeFileSync(path('metrics'), 'the-first-token-of-them');
    const { environment, forget: over } = await programEnvironment(db, 'smtp://127.0.0.1:9');
    forget = over;
    const { DATABASE_URL: _, QUEUE_URL: __, ...rest } = environment;
    const files = { DATABASE_URL_FILE: path('database'), METRICS_TOKEN_FILE: path('metrics') };
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    [api, worker] = await Promise.all([
      new Program('api', { ...rest, ...files, PORT: String(port) }).ready(),
      new Program('worker', { ...rest, ...files }).ready(),
    ]);
    const regionId = await aRegion({ admin });
    token = await openSession(
      admin,
      await aPerson({ admin }, regionId, { organisationId: await anOrganisation({ admin }, regionId) }),
    );
  });
  afterAll(async () => {
    await Promise.all([api?.kill(), worker?.kill()]);
    await admin?.query(`drop owned by ${role}`).catch(() => undefined);
    await admin?.destroy();
    await db?.drop();
    await forget?.();
    rmSync(folder, { recursive: true });
  });

  const ask = async (): Promise<number> =>
    (
      await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: '{"query":"{ organisations { name } }"}',
      })
    ).status;
  const metrics = async (bearer: string): Promise<number> =>
    (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${bearer}` } })).status;

  /** Asks by several at once until told to stop, and says what came. */
  function asking(): { stop: () => Promise<Map<number, number>> } {
    const came = new Map<number, number>();
    let on = true;
    const one = async (): Promise<void> => {
      while (on) {
        const status = await ask();
        came.set(status, (came.get(status) ?? 0) + 1);
      }
    };
    const all = Promise.all(Array.from({ length: 2 }, one));
    return {
      stop: async () => {
        on = false;
        await all;
        return came;
      },
    };
  }

  const pause = (milliseconds: number) => new Promise((wake) => setTimeout(wake, milliseconds));
  /** Connections that are not in use are dropped; then so many are needed that new ones are made, with the password of now. */
  const needNewConnections = async (): Promise<void> => {
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where usename = $1 and state = 'idle' and state_change < clock_timestamp() - interval '150 milliseconds'`,
      [role],
    );
    await pause(50);
    expect(new Set(await Promise.all(Array.from({ length: 10 }, ask)))).toEqual(new Set([200]));
    await pause(200);
  };

  it.each([
    ['file first', true],
    ['database first', false],
  ])('the database password, %s', async (_, fileFirst) => {
    const next = secret();
    const steps = [
      async () => writeFileSync(path('database'), addressWith(next)),
      async () => admin.query(`alter role ${role} password '${next}'`),
    ];
    if (!fileFirst) steps.reverse();
    const asked = asking();
    await pause(300);
    for (const step of steps) {
      await step();
      for (let time = 0; time < 3; time++) await needNewConnections();
    }
    const came = await asked.stop();
    expect([...came.keys()]).toEqual([200]);
    expect(came.get(200)).toBeGreaterThan(100);
    await needNewConnections();
    expect(worker.running).toBe(true);
  });

  it('the token of the metrics: the old one and the new one are good, then the new one alone', async () => {
    expect(await metrics('the-first-token-of-them')).toBe(200);
    writeFileSync(path('metrics'), 'the-second-token-of-them, the-first-token-of-them\n');
    expect([await metrics('the-first-token-of-them'), await metrics('the-second-token-of-them')]).toEqual([200, 200]);
    writeFileSync(path('metrics'), 'the-second-token-of-them\n');
    expect([await metrics('the-first-token-of-them'), await metrics('the-second-token-of-them')]).toEqual([404, 200]);
  });

  it('SIGHUP, which some operators send, ends nothing', async () => {
    process.kill(api.pid, 'SIGHUP');
    process.kill(worker.pid, 'SIGHUP');
    await pause(100);
    expect([await ask(), api.running, worker.running]).toEqual([200, true, true]);
  });
});
