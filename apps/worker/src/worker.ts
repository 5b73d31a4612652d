import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { parametersOf, SWEEPER_DATA_SOURCE } from '@samanker/database';
import { JobHost, JobQueue, OUTBOX_CHANNEL, Relay, type JobHandler } from '@samanker/outbox';
import { Client } from 'pg';
import pino, { type Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { reactions } from './reactions';
import { schedule, type ScheduleContext, type TimedTask } from './schedule';
import { WorkerModule, type WorkerOptions } from './worker.module';
import { jobs } from './jobs';

/** One worker process: relays events, answers the bell, and runs the timed tasks until it is stopped. */
export class RunningWorker {
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly running = new Set<Promise<unknown>>();
  private listener: Client | null = null;
  private stopped = false;

  private constructor(
    private readonly app: INestApplicationContext,
    private readonly options: WorkerOptions,
    private readonly logger: Logger,
    private readonly queue: JobQueue,
    private readonly host: JobHost,
    readonly context: ScheduleContext,
  ) {}

  static async create(options: WorkerOptions): Promise<RunningWorker> {
    const logger = pino({ level: options.logLevel, base: { service: 'worker' } });
    const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(options), {
      logger: ['error'],
      abortOnError: false,
    });
    const sweeper = app.get<DataSource>(SWEEPER_DATA_SOURCE);
    const queue = new JobQueue(options.queueUrl, options.queuePrefix);
    const handlers = jobs.map((job) => app.get<JobHandler>(job, { strict: false }));
    const host = new JobHost(sweeper, handlers, (message, details) => logger.warn(details, message));
    const context: ScheduleContext = { app, sweeper, relay: new Relay(sweeper, queue, reactions) };
    return new RunningWorker(app, options, logger, queue, host, context);
  }

  /** Starts the loops. */
  async start(): Promise<void> {
    this.queue.listen((bell) => this.host.answer(bell));
    for (const task of schedule) this.repeat(task);
    await this.hearCommits();
  }

  /** Runs every timed task until a whole round finds nothing to do and no delivery is open. */
  async drain(within = 30_000): Promise<void> {
    const until = Date.now() + within;
    for (;;) {
      let did = 0;
      for (const task of schedule) did += await this.once(task);
      const open = await this.context.relay.open();
      if (did === 0 && open === 0) return;
      if (Date.now() > until) throw new Error(`${open} deliveries were still open after ${within} ms.`);
      if (open > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Finishes what is under way, then closes. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
    await this.listener?.end().catch(() => undefined);
    // Tasks under way may still ring at the queue: on a closed one they would wait for ever.
    await Promise.allSettled(this.running);
    await this.queue.close();
    await this.app.close();
  }

  private repeat(task: TimedTask): void {
    if (this.stopped) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void this.once(task).finally(() => this.repeat(task));
    }, task.everyMilliseconds);
    this.timers.add(timer);
  }

  /** Runs a task once. A fault is logged and the task comes again: no sweep may end the process. */
  private async once(task: TimedTask): Promise<number> {
    const run = task.run(this.context).catch((error: unknown) => {
      if (!this.stopped)
        this.logger.error(
          { task: task.name, error: error instanceof Error ? error.message : String(error) },
          'timed task failed',
        );
      return 0;
    });
    this.running.add(run);
    return run.finally(() => this.running.delete(run));
  }

  /** Relays at once when a commit tells of events; the timed relay repairs a lost connection. */
  private async hearCommits(): Promise<void> {
    if (this.stopped) return;
    const client = new Client({ ...parametersOf(this.options.sweeperUrl), keepAlive: true });
    const again = (): void => {
      client.removeAllListeners();
      client.on('error', () => undefined);
      if (this.listener === client) this.listener = null;
      if (!this.stopped) setTimeout(() => void this.hearCommits(), 1_000).unref();
    };
    client.on('error', again);
    client.on('end', again);
    client.on('notification', () => void this.once(schedule[0]!));
    try {
      await client.connect();
      await client.query(`listen ${OUTBOX_CHANNEL}`);
      // Stopped in the meantime: nobody else would end this connection.
      if (this.stopped) await client.end();
      else this.listener = client;
    } catch {
      again();
    }
  }
}
