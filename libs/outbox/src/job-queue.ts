import { addressNow, parametersOf, type Address } from '@samanker/database';
import { createPostgresBackend, Queue, withBackend, Worker, type Job, type PostgresConnectionOptions } from 'bullmq';
import { Redis } from 'ioredis';

/** What travels through the queue: which delivery to look at. The row says the rest. */
export interface Bell {
  readonly deliveryId: string;
}

/** The schema of BullMQ's tables when PostgreSQL is the queue. */
export const QUEUE_SCHEMA = 'bullmq';

interface Lane {
  add(bells: readonly { readonly id: string; readonly job: string }[]): Promise<void>;
  listen(carryOut: (bell: Bell) => Promise<void>, concurrency: number): void;
  close(): Promise<void>;
}

/**
 * BullMQ over either store, chosen by the address: postgres://… or redis://…. The queue is a doorbell: it may lose
 * everything at any time, since what is to be done stands in outbox_delivery and is rung again.
 */
export class JobQueue {
  private readonly lanes: Readonly<Record<'work' | 'mail', Lane>>;

  constructor(address: Address, prefix = 'samanker') {
    const url = addressNow(address);
    const lane = (name: string): Lane =>
      url.startsWith('redis') ? redisLane(url, name, prefix) : postgresLane(address, name);
    this.lanes = { work: lane('work'), mail: lane('mail') };
  }

  /** Rings for deliveries; the same id twice rings once. */
  async ring(bells: readonly { readonly id: string; readonly job: string }[]): Promise<void> {
    const mail = bells.filter(({ job }) => job.startsWith('send-'));
    const work = bells.filter(({ job }) => !job.startsWith('send-'));
    if (work.length > 0) await this.lanes.work.add(work);
    if (mail.length > 0) await this.lanes.mail.add(mail);
  }

  /** Starts listening. Mail has a lane of its own, so that a slow mail server holds up nothing else. */
  listen(carryOut: (bell: Bell) => Promise<void>, concurrency = { work: 4, mail: 8 }): void {
    this.lanes.work.listen(carryOut, concurrency.work);
    this.lanes.mail.listen(carryOut, concurrency.mail);
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.lanes).map((lane) => lane.close()));
  }
}

// A job that is gone is no loss, so none are kept; retries are decided by the row, not by the queue.
const JOB_OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

type AnyQueue = Pick<Queue<Bell>, 'addBulk' | 'close' | 'on'>;
type AnyWorker = Pick<Worker<Bell>, 'close' | 'on'>;

function laneOver(
  queue: AnyQueue,
  makeWorker: (process: (job: Job<Bell>) => Promise<void>, concurrency: number) => AnyWorker,
  end: () => Promise<void>,
): Lane {
  let worker: AnyWorker | null = null;
  // Lost connections are retried inside; the sweep repairs what was lost meanwhile.
  queue.on('error', () => undefined);
  return {
    async add(bells) {
      await queue.addBulk(
        bells.map(({ id, job }) => ({
          name: job,
          data: { deliveryId: id.split('_')[0]! },
          opts: { ...JOB_OPTIONS, jobId: id },
        })),
      );
    },
    listen(carryOut, concurrency) {
      worker = makeWorker((job) => carryOut(job.data), concurrency);
      worker.on('error', () => undefined);
    },
    async close() {
      await worker?.close();
      await queue.close();
      await end();
    },
  };
}

function postgresLane(address: Address, name: string): Lane {
  const bound = withBackend(createPostgresBackend);
  const connection = {
    ...parametersOf(address),
    schema: QUEUE_SCHEMA,
    max: 4,
    skipMigrations: true,
  } as PostgresConnectionOptions;
  const queue = new bound.Queue<Bell>(name, { connection });
  return laneOver(
    queue as unknown as AnyQueue,
    (process, concurrency) =>
      new bound.Worker<Bell>(name, process as never, { connection, concurrency }) as unknown as AnyWorker,
    async () => undefined,
  );
}

function redisLane(url: string, name: string, prefix: string): Lane {
  // One connection to add with, one for the worker, which blocks on it. `maxRetriesPerRequest: null` is BullMQ's demand.
  const forQueue = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: false });
  const forWorker = new Redis(url, { maxRetriesPerRequest: null });
  for (const redis of [forQueue, forWorker]) redis.on('error', () => undefined);
  const queue = new Queue<Bell>(name, { connection: forQueue, prefix });
  return laneOver(
    queue,
    (process, concurrency) => new Worker<Bell>(name, process, { connection: forWorker, prefix, concurrency }),
    async () => {
      forQueue.disconnect();
      forWorker.disconnect();
    },
  );
}
