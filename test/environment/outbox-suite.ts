import { JobHost, JobQueue, Relay, type Delivery } from '@samanker/outbox';
import { dataSourceOf } from '@samanker/database';
import type { DataSource } from 'typeorm';
import { aRegion } from '../builders/organisation';
import { testDatabase, type TestDatabase } from './database';

/** The store under test, and what can be done to it. */
export interface QueueStore {
  readonly url: (db: TestDatabase) => string;
  /** Loses everything that the store holds. */
  readonly lose: (db: TestDatabase) => Promise<void>;
}

/** What the outbox promises, whichever store rings the bell. The same suite runs on PostgreSQL and on Redis. */
export function outboxSuite(name: string, open: () => Promise<QueueStore & { close: () => Promise<void> }>): void {
  describe(`the outbox on ${name}`, () => {
    let db: TestDatabase;
    let admin: DataSource;
    let sweeper: DataSource;
    let store: QueueStore & { close: () => Promise<void> };
    let queue: JobQueue;
    let relay: Relay;
    let regionId: string;
    const seen: Delivery[] = [];
    const reports: string[] = [];
    let failures = 0;

    beforeAll(async () => {
      store = await open();
      db = await testDatabase();
      admin = await dataSourceOf({ url: db.adminUrl, applicationName: 'test', poolSize: 3 }).initialize();
      sweeper = await dataSourceOf({ url: db.SWEEPER_DATABASE_URL, applicationName: 'test', poolSize: 3 }).initialize();
      regionId = await aRegion({ admin });
      queue = new JobQueue(store.url(db), 'outbox-suite');
      relay = new Relay(sweeper, queue, { Happened: ['do-work', 'send-word'], Failing: ['fail'] });
      const record = (job: string) => ({ job, carryOut: async (delivery: Delivery) => void seen.push(delivery) });
      const host = new JobHost(
        sweeper,
        [
          record('do-work'),
          record('send-word'),
          {
            job: 'fail',
            carryOut: async () => {
              failures++;
              throw new Error('on purpose');
            },
          },
        ],
        (message) => reports.push(message),
      );
      queue.listen((bell) => host.answer(bell));
    });
    afterAll(async () => {
      await queue?.close();
      await sweeper?.destroy();
      await admin?.destroy();
      await db?.drop();
      await store?.close();
    });
    beforeEach(() => {
      seen.length = 0;
    });

    const happen = async (event: string, count = 1): Promise<void> => {
      await admin.query(
        `insert into outbox_event (region_id, name, payload) select $1, $2, jsonb_build_object('id', n::text) from generate_series(1, $3::int) n`,
        [regionId, event, count],
      );
    };
    const until = async (fits: () => boolean | Promise<boolean>, within = 15_000): Promise<void> => {
      const end = Date.now() + within;
      while (!(await fits())) {
        if (Date.now() > end) throw new Error(`not within ${within} ms; ${seen.length} seen`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };

    it('delivers each event once to each reaction', async () => {
      await happen('Happened', 50);
      await relay.relay();
      await until(() => seen.length >= 100);
      await until(async () => (await relay.open()) === 0);
      expect(seen).toHaveLength(100);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(100);
    });

    it('two relays at once take each event once', async () => {
      await happen('Happened', 40);
      const taken = await Promise.all([relay.relay(), relay.relay(), relay.relay()]);
      expect(taken.reduce((a, b) => a + b, 0)).toBe(40);
      await until(async () => (await relay.open()) === 0);
      expect(seen).toHaveLength(80);
    });

    it('loses nothing when the store loses everything: the rows are rung again', async () => {
      await happen('Happened', 20);
      // The bells are put in and lost before anybody can hear them.
      const silent = new Relay(sweeper, { ring: async () => undefined } as unknown as JobQueue, {
        Happened: ['do-work'],
      });
      await silent.relay();
      await store.lose(db);
      expect(await relay.ringAgain()).toBe(0);
      await admin.query(`update outbox_delivery set ring_at = now() where done_at is null`);
      expect(await relay.ringAgain()).toBe(20);
      await until(async () => (await relay.open()) === 0);
      expect(seen).toHaveLength(20);
    });

    it('tries a failing job five times, then parks it where it can be seen', async () => {
      await happen('Failing');
      await relay.relay();
      for (let attempt = 1; attempt <= 5; attempt++) {
        await until(() => failures >= attempt);
        await until(
          async () =>
            (
              await admin.query(
                `select 1 from outbox_delivery where job = 'fail' and attempts = $1 and last_error is not null`,
                [attempt],
              )
            ).length === 1,
        );
        await admin.query(`update outbox_delivery set ring_at = now() where done_at is null and parked_at is null`);
        await relay.ringAgain();
      }
      const [row] = await admin.query(
        `select attempts, last_error, parked_at is not null as parked from outbox_delivery where job = 'fail'`,
      );
      expect(row).toEqual({ attempts: 5, last_error: 'on purpose', parked: true });
      expect(reports.filter((message) => message === 'job parked')).toHaveLength(1);
      expect(await relay.open()).toBe(0);
    });
  });
}
