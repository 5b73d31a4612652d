import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestDatabase } from './database';

const START_WITHIN = 60_000;
const ROOT = resolve(__dirname, '..', '..');

/** A port on the loopback interface that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** One compiled process of the product as `npm start` forks it. */
export class Program {
  /** What it wrote to its log, line by line. */
  readonly lines: string[] = [];
  /** Settles when it has ended, with the signal or the exit code. */
  readonly ended: Promise<NodeJS.Signals | number | null>;
  private readonly child: ChildProcess;
  private readonly readyOrGone: Promise<void>;

  constructor(
    readonly name: 'api' | 'worker',
    environment: Readonly<Record<string, string | undefined>>,
  ) {
    this.child = fork(join(ROOT, 'dist', 'apps', name, 'src', 'main.js'), [], {
      cwd: ROOT,
      // Jest's own settings are none of the product's.
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => this.lines.push(...text.split('\n').filter(Boolean)));
    }
    this.ended = new Promise((done) => this.child.once('close', (code, signal) => done(signal ?? code)));
    this.readyOrGone = new Promise((done) => {
      this.child.once('message', () => done());
      this.child.once('close', () => done());
      setTimeout(done, START_WITHIN).unref();
    });
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Settles when it serves; fails with its last words when it does not. */
  async ready(): Promise<this> {
    await this.readyOrGone;
    if (!this.running) throw new Error(`${this.name} ended at its start:\n${this.lines.slice(-10).join('\n')}`);
    return this;
  }

  /** Ends it without warning, as a power cut would. */
  async kill(): Promise<void> {
    if (this.running) this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to end. */
  async stop(): Promise<NodeJS.Signals | number | null> {
    if (this.running) this.child.kill('SIGTERM');
    const limit = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    const end = await this.ended;
    clearTimeout(limit);
    return end;
  }
}

/** Settings of API and worker on a test database; mails go to the given server. */
export async function programEnvironment(
  db: TestDatabase,
  smtpUrl: string,
  more: Record<string, string> = {},
): Promise<{ environment: Record<string, string>; forget: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'samanker-programs-'));
  const { DATABASE_URL, SWEEPER_DATABASE_URL, QUEUE_URL } = db;
  return {
    environment: {
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      DATABASE_URL,
      SWEEPER_DATABASE_URL,
      QUEUE_URL,
      // By this name the API sees somebody else's mail server and does not open the development mailbox on its port.
      SMTP_URL: smtpUrl.replace('127.0.0.1', 'localhost'),
      SAMANKER_DATA_DIR: folder,
      // One session of a test asks as often as a town hall.
      REQUESTS_PER_MINUTE: '1000000',
      ...more,
    },
    forget: () => rm(folder, { recursive: true, force: true }),
  };
}
